import { expect, test } from 'vitest';
import { calendarDifference } from './calendar-difference.ts';

const file = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (uid: string, ...lines: string[]) => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  'DTSTAMP:20260101T000000Z',
  ...lines,
  'END:VEVENT',
];
const between = (before: string[], after: string[]) =>
  calendarDifference(file(...before), file(...after), 'Europe/Paris');

const MEETING = ['DTSTART;TZID=Europe/Paris:20260310T100000', 'DURATION:PT1H', 'SUMMARY:Réunion'];
const WEEKLY = [...MEETING, 'RRULE:FREQ=WEEKLY'];
const OTHER = event('other', 'DTSTART;VALUE=DATE:20260401', 'SUMMARY:Autre');

test('events that came, went and stayed are told by their UID', () => {
  const { added, removed, changed, unchanged } = between(
    [...event('a', ...MEETING), ...OTHER],
    [...OTHER, ...event('b', 'DTSTART;VALUE=DATE:20260501', 'SUMMARY:Fête')],
  );
  expect(added.map(({ key }) => key)).toEqual(['b']);
  expect(removed.map(({ key }) => key)).toEqual(['a']);
  expect([changed.length, unchanged]).toEqual([0, 1]);
});

test('what of an event changed is told', () => {
  const { changed } = between(
    event('a', ...MEETING, 'LOCATION:Autun'),
    event(
      'a',
      MEETING[0] as string,
      'DURATION:PT2H',
      'SUMMARY:Réunion',
      'LOCATION:Nevers',
      'STATUS:CANCELLED',
    ),
  );
  expect(changed.map(({ properties }) => properties)).toEqual([['when', 'location', 'status']]);
  expect(changed[0]?.before.end.time).toBe('11:00');
  expect(changed[0]?.after.end.time).toBe('12:00');
});

test('what says the same in another way did not change', () => {
  const { changed, unchanged } = between(
    event(
      'a',
      'DTSTART;TZID=Europe/Paris:20260310T100000',
      'DTEND;TZID=Europe/Paris:20260310T110000',
      'SUMMARY:Ré',
      'X-MORE:1',
    ),
    event('a', 'SUMMARY:Ré', 'DTSTART;TZID=Europe/Paris:20260310T100000', 'DURATION:PT60M', 'SEQUENCE:4'),
  );
  expect([changed.length, unchanged]).toEqual([0, 1]);
});

test('an occurrence that is moved is compared with what its series made of it', () => {
  const moved = [
    ...event('a', ...WEEKLY),
    ...event(
      'a',
      'RECURRENCE-ID;TZID=Europe/Paris:20260317T100000',
      'DTSTART;TZID=Europe/Paris:20260318T100000',
      'DURATION:PT1H',
    ),
  ];
  const forth = between(event('a', ...WEEKLY), moved);
  expect([forth.added, forth.removed].flat()).toEqual([]);
  expect(
    forth.changed.map(({ before, after, properties }) => [before.start.date, after.start.date, properties]),
  ).toEqual([['2026-03-17', '2026-03-18', ['when']]]);
  const back = between(moved, event('a', ...WEEKLY));
  expect(back.changed.map(({ before, after }) => [before.start.date, after.start.date])).toEqual([
    ['2026-03-18', '2026-03-17'],
  ]);
});

test('an occurrence that is called off is that only', () => {
  const { changed } = between(event('a', ...WEEKLY, 'LOCATION:Autun', 'DESCRIPTION:Tout'), [
    ...event('a', ...WEEKLY, 'LOCATION:Autun', 'DESCRIPTION:Tout'),
    ...event(
      'a',
      'RECURRENCE-ID;TZID=Europe/Paris:20260317T100000',
      'DTSTART;TZID=Europe/Paris:20260317T100000',
      'DURATION:PT1H',
      'STATUS:CANCELLED',
    ),
  ]);
  expect(changed.map(({ properties }) => properties)).toEqual([['status']]);
});

test('dates that are left out of a series, and its rule, are told', () => {
  const { changed } = between(
    event('a', ...WEEKLY),
    event('a', ...MEETING, 'RRULE:FREQ=MONTHLY;BYDAY=2TU', 'EXDATE;TZID=Europe/Paris:20260414T100000'),
  );
  expect(changed[0]?.properties).toEqual(['recurrence', 'dates']);
  expect(changed[0]?.after.excluded.map(({ date }) => date)).toEqual(['2026-04-14']);
});

test('events that were given another UID are known by their title', () => {
  const { added, removed, changed } = between(
    [...event('a', ...MEETING), ...OTHER],
    [...event('a2', MEETING[0] as string, 'DURATION:PT3H', 'SUMMARY:Réunion'), ...OTHER],
  );
  expect([added, removed].flat()).toEqual([]);
  expect(changed.map(({ properties }) => properties)).toEqual([['when']]);
});

test('what a private event says is not told', () => {
  const { added, changed } = between([], event('a', ...MEETING, 'CLASS:PRIVATE'));
  expect([added, changed].flat()).toEqual([]);
});

test('a file that is no calendar is an empty one', () => {
  expect(calendarDifference('', 'nothing\n', 'Europe/Paris')).toMatchObject({
    added: [],
    removed: [],
    changed: [],
  });
});
