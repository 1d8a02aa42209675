import { describe, expect, test } from 'vitest';
import { foldLine } from './fold-line.ts';
import { mergeCalendars } from './merge.ts';
import { occurrencesBetween } from './occurrences.ts';
import { readCalendar } from './read-calendar.ts';

const MEETING = [
  'BEGIN:VEVENT',
  'UID:meeting',
  'DTSTAMP:20260101T000000Z',
  'DTSTART;TZID=Europe/Paris:20260310T100000',
  'DTEND;TZID=Europe/Paris:20260310T110000',
  'RRULE:FREQ=WEEKLY;UNTIL=20260430T215959Z',
  'EXDATE;TZID=Europe/Paris:20260317T100000',
  'SUMMARY:Réunion\\; accueil\\, puis débat',
  'ORGANIZER;CN=Maëlle Kerdoncuff:mailto:maelle@morvaine.example',
  'ATTENDEE;CN=Goulven Tarec:mailto:goulven@morvaine.example',
  'X-SECRET:goulven@morvaine.example',
  'BEGIN:VALARM',
  'ACTION:EMAIL',
  'ATTENDEE:mailto:goulven@morvaine.example',
  'TRIGGER:-PT15M',
  'END:VALARM',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:meeting',
  'RECURRENCE-ID;TZID=Europe/Paris:20260324T100000',
  'DTSTART;TZID=Europe/Paris:20260325T100000',
  'SUMMARY:Reportée',
  'END:VEVENT',
];

const LOCAL_ZONE = (offset: string) => [
  'BEGIN:VTIMEZONE',
  'TZID:Chez nous',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  `TZOFFSETFROM:${offset}`,
  `TZOFFSETTO:${offset}`,
  'END:STANDARD',
  'END:VTIMEZONE',
];

describe('calendars merged', () => {
  test('tell the same occurrences as apart', () => {
    const one = file(
      'X-WR-TIMEZONE:America/Montreal',
      ...event('a', 'DTSTART:20260312T090000', 'DURATION:P1DT2H'),
    );
    const two = file(...MEETING, ...event('b', 'DTSTART;VALUE=DATE:20260313', 'DTEND;VALUE=DATE:20260316'));
    const merged = merge([one, two]);
    const apart = occurrences(one, two);
    expect(apart).toHaveLength(5);
    expect(occurrences(merged)).toEqual(apart);
  });

  test('have nobody’s address, and no alarm', () => {
    const merged = merge([file(...MEETING)]);
    expect(merged).not.toMatch(/morvaine|VALARM|ATTENDEE|ORGANIZER/);
    expect(merged).toContain('SUMMARY:Réunion\\; accueil\\, puis débat\r\n');
  });

  test('describe each zone once, those that files only name too', () => {
    const named = event('b', 'DTSTART;TZID=Romance Standard Time:20260312T090000');
    const merged = merge([file(...MEETING), file(...named)]);
    expect(merged.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(merged).toContain('DTSTART;TZID=Europe/Paris:20260312T090000');
    expect(merged).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU');
  });

  test('keep apart two zones that files describe under one name', () => {
    const local = event('a', 'DTSTART;TZID=Chez nous:20260312T090000');
    const one = file(...LOCAL_ZONE('+0330'), ...local);
    const two = file(...LOCAL_ZONE('+0545'), ...local.map((line) => line.replace('UID:a', 'UID:b')));
    expect(occurrences(merge([one, two]))).toEqual(occurrences(one, two));
  });

  test('have an event of two files once', () => {
    expect(merge([file(...MEETING), file(...MEETING)])).toBe(merge([file(...MEETING)]));
  });

  test('tell two events with one UID apart, with what belongs to each', () => {
    const other = MEETING.map((line) => line.replace('SUMMARY:', 'SUMMARY:Autre : '));
    const merged = merge([file(...MEETING), file(...other)]);
    const uids = merged.match(/^UID:.*$/gm)?.map((line) => line.trim());
    expect(new Set(uids).size).toBe(2);
    expect(uids).toHaveLength(4);
    expect(readCalendar(merged, { path: 'm.ics', defaultZone: 'UTC' }).problems).toEqual([]);
    expect(merge([file(...MEETING), file(...other)])).toBe(merged);
  });

  test('are called as asked, in lines of at most 75 octets ended by CRLF', () => {
    const text = file(...event('a', 'DTSTART:20260312T090000Z', `DESCRIPTION:${'été\\n'.repeat(100)}`));
    const merged = merge([text], 'Réunions, ateliers\net le reste');
    expect(merged).toContain('X-WR-CALNAME:Réunions\\, ateliers\\net le reste\r\n');
    const lines = merged.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(merged.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('of none are an empty calendar', () => {
    expect(readCalendar(merge([]), { path: 'm.ics', defaultZone: 'UTC' }).problems).toEqual([]);
  });
});

test.each([
  'Africa/Casablanca',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Europe/Dublin',
  'Australia/Lord_Howe',
])('the description of %s tells its hours as the platform does', (zone) => {
  const events = [3, 6, 9, 12].flatMap((month) =>
    event(`e${month}`, `DTSTART;TZID=${zone}:2026${String(month).padStart(2, '0')}15T090000`),
  );
  const merged = merge([file(...events)]);
  // Under a name that the platform does not know, the description is what is left
  const described = merged.replaceAll(zone, 'Elsewhere');
  const instants = (text: string) =>
    readCalendar(text, { path: 'm.ics', defaultZone: 'UTC' }).events.map(({ span }) => span.from);
  expect(instants(described)).toEqual(instants(merged));
});

test('a line is folded between characters, not within', () => {
  const line = `SUMMARY:${'é😀'.repeat(60)}`;
  const pieces = foldLine(line).trimEnd().split('\r\n ');
  expect(pieces.join('')).toBe(line);
  expect(pieces.every((piece) => Buffer.byteLength(piece) <= 75)).toBe(true);
});

function event(uid: string, ...lines: string[]): string[] {
  return ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT'];
}

function file(...lines: string[]): string {
  return ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\n');
}

function merge(texts: readonly string[], name = 'Tout'): string {
  return mergeCalendars(
    texts.map((text, at) => ({ text, path: `${at}.ics` })),
    name,
  );
}

function occurrences(...texts: string[]) {
  const calendars = texts.map((text) => readCalendar(text, { path: 'a.ics', defaultZone: 'UTC' }));
  const found = occurrencesBetween(calendars, Date.UTC(2026, 2, 1), Date.UTC(2026, 3, 1));
  return found.map(({ organizer, ...occurrence }) => occurrence);
}
