import { describe, expect, test } from 'vitest';
import { mergeCalendars } from './merge.ts';
import { occurrencesBetween, past, upcoming } from './occurrences.ts';
import { readCalendar } from './read-calendar.ts';

const GOOD = ['BEGIN:VEVENT', 'UID:good', 'DTSTART:20260310T090000Z', 'SUMMARY:Bon', 'END:VEVENT'];
const MARCH = [Date.UTC(2026, 2, 1), Date.UTC(2026, 3, 1)] as const;

describe('among good events, one', () => {
  test.each([
    ['without DTSTART', ['UID:a', 'SUMMARY:x'], 'no-start, line 7: '],
    [
      'on a day that does not exist',
      ['UID:a', 'DTSTART;VALUE=DATE:20260230'],
      'no-such-date, line 9: 20260230',
    ],
    [
      'at an hour that does not exist',
      ['UID:a', 'DTSTART:20260310T250000'],
      'no-such-date, line 9: 20260310T250000',
    ],
    ['whose date is none', ['UID:a', 'DTSTART:le 3 mars'], 'no-such-date, line 9: le 3 mars'],
  ])('%s is told with its line, and the others are shown', (_, lines, problem) => {
    const text = file(GOOD, ['BEGIN:VEVENT', ...lines, 'END:VEVENT']);
    expect(problems(text)).toEqual([problem]);
    expect(summaries(text)).toEqual(['Bon']);
  });

  test('that is never ended does not take the next with it', () => {
    const text = file(['BEGIN:VEVENT', 'UID:a', 'DTSTART:20260305T090000Z', 'SUMMARY:Ouvert'], GOOD);
    expect(problems(text)).toEqual(['unclosed, line 2: VEVENT']);
    expect(summaries(text)).toEqual(['Ouvert', 'Bon']);
  });

  test('with a line that is no property keeps the rest of itself', () => {
    const text = file(
      [
        'BEGIN:VEVENT',
        'UID:a',
        'DTSTART:20260305T090000Z',
        'SUMMARY:Coupé',
        'suite sans repli',
        'END:VEVENT',
      ],
      GOOD,
    );
    expect(problems(text)).toEqual(['malformed-line, line 6: suite sans repli']);
    expect(summaries(text)).toEqual(['Coupé', 'Bon']);
  });

  test('with garbage nested in it keeps the rest of itself', () => {
    const text = file(
      ['BEGIN:VEVENT', 'UID:a', 'BEGIN:X-A', 'BEGIN:X-B', 'BEGIN:X-C', 'SUMMARY:dedans', 'END:X-A'],
      ['DTSTART:20260305T090000Z', 'SUMMARY:Dehors', 'END:VALARM', 'END:VEVENT'],
    );
    expect(summaries(text)).toEqual(['Dehors']);
    expect(problems(text)).toEqual(
      ['malformed-line, line 6: BEGIN:X-C', 'unclosed, line 5: X-B', 'stray-end, line 11: VALARM'].toSorted(
        (a, b) => Number(a.match(/\d+/)) - Number(b.match(/\d+/)),
      ),
    );
  });

  test('with NUL in it is shown without them', () => {
    const text = file(['BEGIN:VEVENT', 'UID:a', 'DTSTART:20260305T090000Z', 'SUMMARY:N\0u\0l', 'END:VEVENT']);
    expect(problems(text)).toEqual(['nul, line 5: ']);
    expect(summaries(text)).toEqual(['Nul']);
  });

  test('without UID has an address all the same', () => {
    const text = file(['BEGIN:VEVENT', 'DTSTART:20260305T090000Z', 'SUMMARY:Sans', 'END:VEVENT']);
    expect(problems(text)).toEqual(['no-uid, line 2: ']);
    expect(read(text).events[0]?.key).toMatch(/^[0-9a-f]{16}$/);
    expect(read(text).events[0]?.key).toBe(read(file(GOOD, text.split('\r\n').slice(1, -1))).events[0]?.key);
  });

  test('with the UID of another is shown too, under a key of its own', () => {
    const text = file(GOOD, [
      'BEGIN:VEVENT',
      'UID:good',
      'DTSTART:20260320T090000Z',
      'SUMMARY:Copie',
      'END:VEVENT',
    ]);
    expect(problems(text)).toEqual(['duplicate-uid, line 7: good']);
    expect(read(text).events.map(({ key }) => key)).toEqual(['good', 'good#2']);
  });

  test('in a zone that nobody knows is read as local, and the zone told once', () => {
    const text = file([
      'BEGIN:VEVENT',
      'UID:a',
      'DTSTART;TZID=Lune/Tranquillité:20260305T090000',
      'DTEND;TZID=Lune/Tranquillité:20260305T100000',
      'END:VEVENT',
    ]);
    expect(problems(text)).toEqual(['unknown-zone, line 4: Lune/Tranquillité']);
    expect(shown(text)[0]?.start).toMatchObject({ date: '2026-03-05', time: '09:00', zone: undefined });
  });
});

describe('an event', () => {
  test.each([
    ['DTEND:20260305T080000Z', 'end-before-start, line 5: 20260305T080000Z'],
    ['DURATION:-PT1H', 'end-before-start, line 5: -PT1H'],
    ['DTEND;VALUE=DATE:20260306', 'bad-end, line 5: 20260306'],
    ['DURATION:une heure', 'bad-end, line 5: une heure'],
    ['DURATION:P99999999999W', 'bad-end, line 5: P99999999999W'],
    ['DTEND:20260231T080000Z', 'no-such-date, line 5: 20260231T080000Z'],
  ])('that ends wrong is shown without an end: %s', (line, problem) => {
    const text = file(['BEGIN:VEVENT', 'UID:a', 'DTSTART:20260305T090000Z', line, 'END:VEVENT']);
    expect(problems(text)).toEqual([problem]);
    const [only] = shown(text);
    expect(only?.end).toEqual(only?.start);
  });

  test('of a hundred years is shown in each of its months, and told', () => {
    const text = file([
      'BEGIN:VEVENT',
      'UID:a',
      'DTSTART;VALUE=DATE:19800101',
      'DTEND;VALUE=DATE:20800101',
      'SUMMARY:Siècle',
      'END:VEVENT',
    ]);
    expect(problems(text)).toEqual(['very-long, line 5: 2080-01-01']);
    expect(summaries(text)).toEqual(['Siècle']);
  });
});

describe('a recurrence', () => {
  const recurring = (rule: string) =>
    file(['BEGIN:VEVENT', 'UID:a', 'DTSTART:20260305T090000Z', `RRULE:${rule}`, 'END:VEVENT']);

  test.each([
    ['FREQ=SECONDLY', 'too-frequent'],
    ['FREQ=MINUTELY;INTERVAL=5', 'too-frequent'],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'never-recurs'],
    ['FREQ=SECONDLY;BYSECOND=60', 'never-recurs'],
    ['FREQ=FORTNIGHTLY', 'bad-recurrence'],
    ['FREQ=WEEKLY;BYDAY=LU', 'bad-recurrence'],
    ['chaque mardi', 'bad-recurrence'],
  ])('%s is told, and its first date shown', (rule, expected) => {
    expect(problems(recurring(rule))).toEqual([`${expected}, line 5: ${rule}`]);
    expect(shown(recurring(rule))).toMatchObject([{ start: { date: '2026-03-05' }, recurs: true }]);
  });

  test('without end is followed as far as one looks', () => {
    const calendar = read(recurring('FREQ=WEEKLY'));
    const from = Date.UTC(2926, 0, 1);
    expect(occurrencesBetween([calendar], from, from + 28 * DAY)).toHaveLength(4);
    expect(upcoming([calendar], from, 3)).toHaveLength(3);
    expect(past([calendar], from, 3)).toHaveLength(3);
  });

  test('of which there are millions is cut, and told', () => {
    const text = recurring('FREQ=DAILY;COUNT=5000000');
    expect(problems(text)).toEqual(['too-many-occurrences, line 5: FREQ=DAILY;COUNT=5000000']);
    expect(shown(text)).toHaveLength(27);
  });
});

describe('a file', () => {
  test.each([
    ['LF', '\n'],
    ['CR', '\r'],
    ['CRLF', '\r\n'],
  ])('whose lines end with %s is read', (_, end) => {
    expect(summaries(file(GOOD).replaceAll('\r\n', end))).toEqual(['Bon']);
  });

  test('with a byte order mark, empty lines and lines never folded is read', () => {
    const long = 'mot '.repeat(2000).trim();
    const text = `\ufeff${file(GOOD).replaceAll('\r\n', '\n\n').replace('SUMMARY:Bon', `DESCRIPTION:${long}`)}`;
    expect(shown(text)[0]?.description).toBe(long);
    expect(problems(text)).toEqual([]);
  });

  test('that is no calendar is told so', () => {
    expect(problems('%PDF-1.7')).toEqual(['not-a-calendar, line 1: ']);
    expect(problems('')).toEqual(['not-a-calendar, line 1: ']);
  });

  test('that stops in the middle has what came before', () => {
    const text = `${file(GOOD, GOOD.slice(0, 3)).replace('END:VCALENDAR', '')}SUMM`;
    expect(summaries(text)).toContain('Bon');
    expect(read(text).problemCount).toBeGreaterThan(0);
  });

  test('keeps the first hundred of its problems, and counts them all', () => {
    const calendar = read(file(Array.from({ length: 1000 }, () => 'rien')));
    expect(calendar.problems).toHaveLength(100);
    expect(calendar.problemCount).toBe(1000);
  });
});

/** Bounds are generous: they tell work that grows with the square of the input from work that does not. */
describe('megabytes of', () => {
  const event = (number: number, ...lines: string[]) =>
    ['BEGIN:VEVENT', `UID:${number}`, 'DTSTART:20260105T000000Z', ...lines, 'END:VEVENT', ''].join('\r\n');
  const events = (characters: number, ...lines: string[]) =>
    file(Array.from({ length: characters / event(10_000, ...lines).length }, (_, at) => event(at, ...lines)));

  test.each([
    ['events', () => events(5_000_000, 'SUMMARY:Réunion', 'DESCRIPTION:Tour des services')],
    ['endless recurrences', () => events(1_000_000, 'RRULE:FREQ=HOURLY')],
    ['impossible recurrences', () => events(1_000_000, 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30')],
    [
      'heavy recurrences',
      () =>
        events(1_000_000, 'RRULE:FREQ=YEARLY;BYSETPOS=1;BYDAY=MO,TU,WE;BYHOUR=0,1,2,3;BYMINUTE=0,15,30,45'),
    ],
    ['long counts', () => events(1_000_000, 'RRULE:FREQ=YEARLY;COUNT=9999')],
    ['one UID', () => events(1_000_000, 'SUMMARY:x').replaceAll(/UID:\d+/g, 'UID:same')],
    ['BEGIN', () => 'BEGIN:VEVENT\n'.repeat(200_000)],
    ['END', () => 'END:VEVENT\n'.repeat(200_000)],
    ['parameters', () => file(['BEGIN:VEVENT', `DTSTART${';A=B'.repeat(500_000)}:x`, 'END:VEVENT'])],
    ['folds', () => file(['BEGIN:VEVENT', `DESCRIPTION:${'a\n '.repeat(500_000)}`, 'END:VEVENT'])],
    [
      'open tags',
      () =>
        file(GOOD, [
          'BEGIN:VEVENT',
          'DTSTART:20260105T000000Z',
          `DESCRIPTION:${'<a '.repeat(500_000)}`,
          'END:VEVENT',
        ]),
    ],
  ])('%s are read and shown in bounded time', (_, make) => {
    const text = make();
    const before = performance.now();
    const calendar = read(text);
    occurrencesBetween([calendar], ...MARCH);
    upcoming([calendar], MARCH[0], 20);
    past([calendar], MARCH[0], 20);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});

test('a bad file leaves a good merge', () => {
  const bad = file(
    [
      'BEGIN:VEVENT',
      'UID:a',
      'DTSTART:20260230',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'DTSTART;TZID=X:20260305T090000',
    ],
    ['RRULE:FREQ=SECONDLY', 'rien', 'END:X', 'END:VEVENT', 'BEGIN:VEVENT'],
  );
  const merged = mergeCalendars(
    [
      { text: bad, path: 'bad.ics' },
      { text: file(GOOD), path: 'good.ics' },
    ],
    'Tout',
  );
  expect(problems(merged)).toEqual([]);
  expect(summaries(merged)).toEqual(['', 'Bon']);
});

const DAY = 86_200_000;

function file(...parts: readonly (readonly string[])[]): string {
  return ['BEGIN:VCALENDAR', ...parts.flat(), 'END:VCALENDAR'].join('\r\n');
}

function read(text: string) {
  return readCalendar(text, { path: 'a.ics', defaultZone: 'Europe/Paris' });
}

function shown(text: string) {
  return occurrencesBetween([read(text)], ...MARCH);
}

function summaries(text: string): string[] {
  return shown(text).map(({ summary }) => summary);
}

function problems(text: string): string[] {
  return read(text).problems.map(({ rule, line, values }) => `${rule}, line ${line}: ${values.value}`);
}
