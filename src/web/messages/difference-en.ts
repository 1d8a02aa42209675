import type { DifferenceMessages } from './difference-messages.ts';
import { formats, plural } from './formats.ts';
import { type RecurrenceWords, recurrenceText } from './recurrence-words.ts';

const { number, date } = formats('en', 'en-GB');
const count = (value: number, one: string, other: string) =>
  `${number(value)} ${plural('en', value, one, other)}`;
const quoted = (text: string) => `“${text}”`;

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth'];
const UNITS = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const;
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

const recurrence: RecurrenceWords = {
  every: (unit, interval) =>
    interval === 1 ? `every ${UNITS[unit]}` : `every ${number(interval)} ${UNITS[unit]}s`,
  onDays: (days) => `on ${list.format(days)}`,
  weekday: (day) => WEEKDAYS[day] ?? '',
  nthWeekday: (nth, day) => `the ${nth === -1 ? 'last' : (ORDINALS[nth] ?? `${nth}th`)} ${WEEKDAYS[day]}`,
  monthDay: (day) => `day ${day}`,
  until: (day) => `until ${date(day)}`,
  times: (times) => (times === 1 ? 'once' : `${number(times)} times`),
};

/** The words around what changed in a file, in English. */
export const englishDifferenceMessages: DifferenceMessages = {
  difference: {
    labels: {
      addedBlock: 'Added:',
      removedBlock: 'Removed:',
      movedAway: '(moved elsewhere)',
      movedHere: '(moved here)',
      addedWords: '(added:',
      removedWords: '(removed:',
      endOfWords: ')',
      linkChanged: (before) => `(the link led to ${before})`,
      linkAdded: '(new link)',
      linkRemoved: (before) => `(link removed, it led to ${before})`,
      alternativeChanged: (before, after) =>
        before === ''
          ? `(description added: ${quoted(after)})`
          : after === ''
            ? `(description removed: ${quoted(before)})`
            : `(description changed: ${quoted(before)} became ${quoted(after)})`,
      formatChanged: '(formatting changed)',
      headingChanged: '(heading level changed)',
    },
    views: 'Ways to see the changes',
    rendered: {
      page: 'Page',
      table: 'Rows and cells',
      calendar: 'Events',
      image: 'Pictures',
      text: 'Text',
    },
    source: 'Source',
    split: 'Side by side',
    showAll: 'Show everything',
    showChanges: 'Show changes only',
    sameRendering: 'The page reads as before: only its source changed.',
    tooLargeToRender: 'This version, or the one before, is too large to be compared this way.',
    seeSource: 'See the changes to the source',
    only: {
      mode: 'Only the mode of the file (its permissions) changed:',
      name: 'Only the name of the file changed:',
    },
    unchanged: (blocks) => count(blocks, 'unchanged passage', 'unchanged passages'),
    before: 'Before',
    after: 'After',
    nothing: 'nothing',
    fields: 'About the page',
    field: 'Field',
    column: 'Column',
    columns: 'Columns',
    columnsAdded: 'Added',
    columnsRemoved: 'Removed',
    columnsRenamed: 'Renamed',
    columnsMoved: 'Moved',
    rowsAdded: (rows) => count(rows, 'row added', 'rows added'),
    rowsRemoved: (rows) => count(rows, 'row removed', 'rows removed'),
    rowsChanged: (rows) => count(rows, 'row changed', 'rows changed'),
    rowsMoved: (rows) => count(rows, 'row moved', 'rows moved'),
    rowsUnchanged: (rows) => count(rows, 'row unchanged', 'rows unchanged'),
    firstOnly: (shown) => `The first ${number(shown)} are shown here.`,
    sameRows: 'The rows and cells are the same: only the way they are written changed.',
    row: (line) => `line ${number(line)} of the file`,
    eventsAdded: (events) => count(events, 'event added', 'events added'),
    eventsRemoved: (events) => count(events, 'event removed', 'events removed'),
    eventsChanged: (events) => count(events, 'event changed', 'events changed'),
    eventsUnchanged: (events) => count(events, 'event unchanged', 'events unchanged'),
    sameEvents: 'The events are the same: only the way they are written changed.',
    calendarName: 'Name of the calendar',
    property: 'What',
    properties: {
      summary: 'Title',
      when: 'When',
      location: 'Place',
      status: 'Status',
      recurrence: 'Repeats',
      dates: 'Dates apart',
      description: 'Description',
      url: 'Link',
      categories: 'Categories',
      organizer: 'Organiser',
    },
    status: { confirmed: 'Confirmed', tentative: 'To be confirmed', cancelled: 'Cancelled' },
    leftOut: (days) => `Dates left out: ${days}`,
    extraDates: (days) => `Extra dates: ${days}`,
    recurrence: (rule) => recurrenceText(rule, recurrence),
    noRecurrence: 'only once',
    occurrenceOf: (day) => `occurrence of ${day}`,
    pixels: (width, height) => `${number(width)} × ${number(height)} pixels`,
    imageOf: (side) => `${side}: the picture`,
  },
};
