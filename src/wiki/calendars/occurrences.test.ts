import { describe, expect, test } from 'vitest';
import { monthGrid } from './month.ts';
import { occurrencesBetween, occurrencesByDay, past, upcoming } from './occurrences.ts';
import { readCalendar } from './read-calendar.ts';

const WEEKLY = [
  'UID:w',
  'DTSTART;TZID=Europe/Paris:20260303T100000',
  'DTEND;TZID=Europe/Paris:20260303T110000',
];

describe('what an event adds to its recurrence', () => {
  test('a date of its own (RDATE), in another zone, is an occurrence at its start’s hour there', () => {
    const calendar = read([...WEEKLY, 'RDATE;TZID=America/Montreal:20260312T050000']);
    expect(starts(calendar)).toEqual(['2026-03-03 10:00', '2026-03-12 10:00']);
  });

  test('a date left out in UTC, and one left out without its hour, are not occurrences', () => {
    const calendar = read([
      ...WEEKLY,
      'RRULE:FREQ=WEEKLY;COUNT=5',
      'EXDATE:20260310T090000Z',
      'EXDATE;VALUE=DATE:20260317',
    ]);
    expect(starts(calendar)).toEqual(['2026-03-03 10:00', '2026-03-24 10:00', '2026-03-31 10:00']);
  });

  test('its start counts among COUNT, even when the rule does not fall on it', () => {
    const calendar = read([...WEEKLY, 'RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=3']);
    expect(starts(calendar)).toEqual(['2026-03-03 10:00', '2026-03-05 10:00', '2026-03-12 10:00']);
  });

  test('the day of UNTIL is included when it says no hour', () => {
    const calendar = read([...WEEKLY, 'RRULE:FREQ=WEEKLY;UNTIL=20260310']);
    expect(starts(calendar)).toEqual(['2026-03-03 10:00', '2026-03-10 10:00']);
  });
});

describe('what is told of an occurrence', () => {
  const series = [...WEEKLY, 'SUMMARY:Point', 'RRULE:FREQ=WEEKLY'];

  test('replaces it, and is found where it was moved, under the key it had', () => {
    const moved = [
      'UID:w',
      'RECURRENCE-ID:20260310T090000Z',
      'DTSTART;TZID=Europe/Paris:20260402T140000',
      'SUMMARY:Point déplacé',
    ];
    const calendar = read(series, moved);
    expect(starts(calendar)).toEqual([
      '2026-03-03 10:00',
      '2026-03-17 10:00',
      '2026-03-24 10:00',
      '2026-03-31 10:00',
    ]);
    const [found] = occurrencesBetween([calendar], Date.UTC(2026, 3, 2), Date.UTC(2026, 3, 3));
    expect(found).toMatchObject({ key: 'w/20260310T100000', summary: 'Point déplacé', recurs: true });
  });

  test('of its latest revision counts', () => {
    const told = (sequence: number, hour: string) => [
      'UID:w',
      'RECURRENCE-ID;TZID=Europe/Paris:20260310T100000',
      `SEQUENCE:${sequence}`,
      `DTSTART;TZID=Europe/Paris:20260310T${hour}0000`,
    ];
    expect(starts(read(series, told(2, '15'), told(1, '16')))).toContain('2026-03-10 15:00');
  });

  test('may call it off without saying again what it was', () => {
    const calendar = read(series, [
      'UID:w',
      'RECURRENCE-ID;TZID=Europe/Paris:20260310T100000',
      'STATUS:CANCELLED',
    ]);
    expect(shown(calendar)[1]).toMatchObject({
      summary: 'Point',
      status: 'cancelled',
      start: { date: '2026-03-10', time: '10:00' },
    });
  });

  test('and those after it holds until the next that is', () => {
    const from = (date: string, day: string, hour: string) => [
      'UID:w',
      `RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:${date}T100000`,
      `DTSTART;TZID=Europe/Paris:${day}T${hour}0000`,
      `SUMMARY:Point de ${hour} heures`,
    ];
    const calendar = read(series, from('20260310', '20260311', '16'), from('20260324', '20260324', '09'));
    expect(starts(calendar)).toEqual([
      '2026-03-03 10:00',
      '2026-03-11 16:00',
      '2026-03-18 16:00',
      '2026-03-24 09:00',
      '2026-03-31 09:00',
    ]);
    expect(shown(calendar)[2]?.summary).toBe('Point de 16 heures');
    expect(shown(calendar)[2]?.key).toBe('w/20260317T100000');
  });

  test('stands alone when the file has it without its event', () => {
    const calendar = read(['UID:w', 'RECURRENCE-ID:20260310T090000Z', 'DTSTART:20260311T090000Z']);
    expect(shown(calendar).map(({ key }) => key)).toEqual(['w/20260310T090000Z']);
  });
});

describe('a window', () => {
  test('has what began before it and goes on, and not what ends as it begins', () => {
    const calendar = read(
      ['UID:over', 'DTSTART:20260201T000000Z', 'DTEND:20260301T000000Z'],
      ['UID:on', 'DTSTART:20260201T000000Z', 'DTEND:20260301T000001Z'],
      ['UID:at', 'DTSTART:20260301T000000Z'],
      ['UID:after', 'DTSTART:20260401T000000Z'],
    );
    expect(shown(calendar).map(({ uid }) => uid)).toEqual(['on', 'at']);
  });

  test('has the whole days of a date before its hours', () => {
    const calendar = read(
      ['UID:hour', 'DTSTART;TZID=Europe/Paris:20260310T000000'],
      ['UID:day', 'DTSTART;VALUE=DATE:20260310'],
    );
    expect(shown(calendar).map(({ uid }) => uid)).toEqual(['day', 'hour']);
  });

  test('are listed day by day, each on all its days, the first ones told and all counted', () => {
    const calendar = read(
      ['UID:long', 'DTSTART;VALUE=DATE:20260309', 'DTEND;VALUE=DATE:20260312'],
      ...[8, 9, 10].map((hour) => [
        `UID:at-${hour}`,
        `DTSTART:20260310T${String(hour).padStart(2, '0')}0000Z`,
      ]),
    );
    const days = monthGrid(2026, 3, 'Europe/Paris').flatMap((week) => week.days);
    const found = occurrencesByDay([calendar], days, 2).map(({ first, count }, at) => [
      days[at]?.date,
      count,
      first.map(({ uid }) => uid).join(' '),
    ]);
    expect(found.filter(([, count]) => count !== 0)).toEqual([
      ['2026-03-09', 1, 'long'],
      ['2026-03-10', 4, 'long at-8'],
      ['2026-03-11', 1, 'long'],
    ]);
  });

  test('with a limit has the first of all calendars', () => {
    const daily = read(['UID:d', 'DTSTART:20260101T120000Z', 'RRULE:FREQ=DAILY']);
    const weekly = read([...WEEKLY, 'RRULE:FREQ=WEEKLY']);
    const found = occurrencesBetween([daily, weekly], Date.UTC(2026, 2, 1), Date.UTC(2026, 5, 1), 4);
    expect(found.map(({ start }) => start.date)).toEqual([
      '2026-03-01',
      '2026-03-02',
      '2026-03-03',
      '2026-03-03',
    ]);
  });

  test('with a limit has the same as without, but for its length', () => {
    const rules = ['FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=MO,TH', 'FREQ=MONTHLY;BYDAY=-1FR', 'FREQ=YEARLY'];
    const events = Array.from({ length: 200 }, (_, at) => [
      `UID:${at}`,
      `DTSTART:20250${1 + (at % 9)}${10 + (at % 19)}T0${at % 10}0000Z`,
      `RRULE:${rules[at % 4]}`,
    ]);
    const calendar = read(...events);
    const [from, to] = [Date.UTC(2026, 2, 1), Date.UTC(2026, 2, 20)];
    const all = occurrencesBetween([calendar], from, to, 100_000);
    expect(all.length).toBeGreaterThan(1000);
    expect(occurrencesBetween([calendar], from, to, 50)).toEqual(all.slice(0, 50));
    expect(past([calendar], to, 50)).toEqual(all.toReversed().slice(0, 50));
  });
});

describe('around an instant', () => {
  const calendar = read(
    ['UID:old', 'DTSTART:19990310T100000Z'],
    ['UID:done', 'DTSTART:20260310T100000Z', 'DTEND:20260310T110000Z'],
    ['UID:now', 'DTSTART:20260310T110000Z', 'DTEND:20260310T130000Z'],
    ['UID:later', 'DTSTART:20400310T110000Z'],
  );
  const noon = Date.UTC(2026, 2, 10, 12);

  test('what goes on or comes is upcoming, however far', () => {
    expect(upcoming([calendar], noon, 10).map(({ uid }) => uid)).toEqual(['now', 'later']);
  });

  test('what is over is past, the newest first, however far', () => {
    expect(past([calendar], noon, 10).map(({ uid }) => uid)).toEqual(['done', 'old']);
    expect(past([calendar], noon, 1).map(({ uid }) => uid)).toEqual(['done']);
  });

  test('a calendar without events has neither', () => {
    expect(upcoming([read()], noon, 10)).toEqual([]);
    expect(past([read()], noon, 10)).toEqual([]);
    expect(past([], noon, 10)).toEqual([]);
  });
});

describe('when clocks change', () => {
  test('an hour that they skip is read with the offset before', () => {
    const calendar = read(['UID:a', 'DTSTART;TZID=Europe/Paris:20260329T023000']);
    expect(shown(calendar)[0]?.start).toMatchObject({ utc: Date.UTC(2026, 2, 29, 1, 30), time: '03:30' });
  });

  test('an hour that they show twice is the first', () => {
    const calendar = read(['UID:a', 'DTSTART;TZID=Europe/Paris:20261025T023000']);
    const [only] = upcoming([calendar], 0, 1);
    expect(only?.start.utc).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });

  test('an end told by DTEND lasts as long, one told in days ends at the same hour', () => {
    const exact = read(['UID:a', 'DTSTART;TZID=Europe/Paris:20260327T120000', 'DURATION:PT48H']);
    const nominal = read(['UID:a', 'DTSTART;TZID=Europe/Paris:20260327T120000', 'DURATION:P2D']);
    expect(shown(exact)[0]?.end.time).toBe('13:00');
    expect(shown(nominal)[0]?.end.time).toBe('12:00');
  });

  test('a recurrence in UTC keeps its hour in UTC', () => {
    const calendar = read(['UID:a', 'DTSTART:20260322T090000Z', 'RRULE:FREQ=WEEKLY;COUNT=2']);
    expect(starts(calendar)).toEqual(['2026-03-22 10:00', '2026-03-29 11:00']);
    expect(shown(calendar)[1]?.key).toBe('a/20260329T090000Z');
  });
});

function read(...events: readonly (readonly string[])[]) {
  const lines = events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']);
  const text = ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n');
  return readCalendar(text, { path: 'a.ics', defaultZone: 'Europe/Paris' });
}

function shown(calendar: ReturnType<typeof read>) {
  return occurrencesBetween([calendar], Date.UTC(2026, 2, 1), Date.UTC(2026, 3, 1));
}

function starts(calendar: ReturnType<typeof read>): string[] {
  return shown(calendar).map(({ start }) => `${start.date} ${start.time}`);
}
