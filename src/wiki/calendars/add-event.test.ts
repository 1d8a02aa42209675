import { expect, test } from 'vitest';
import { addEvent, eventFaults, type NewEvent } from './add-event.ts';
import { readCalendar } from './read-calendar.ts';

const EMPTY = 'BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nEND:VCALENDAR\n';
const MEETING: NewEvent = {
  summary: 'Réunion, atelier; suite',
  date: '2026-07-14',
  from: '14:00',
  to: '15:30',
  lastDate: '',
  location: 'Salle 4',
  description: 'Deux\nlignes',
  url: 'https://visio.example/x',
  repeats: 'no',
};
const WRITTEN = { zone: 'Europe/Paris', uid: 'un@wiki.example', stamp: Date.UTC(2026, 0, 2, 3, 4, 5) };

const added = (event: Partial<NewEvent> = {}, text = EMPTY) =>
  addEvent(text, { ...MEETING, ...event }, WRITTEN) ?? '';
const read = (text: string) => readCalendar(text, { path: 'x.ics', defaultZone: 'Europe/Paris' });

test('an event is read back as it was said, at the hour of the clocks there', () => {
  const text = added();
  const { events, problems } = read(text);
  expect(problems).toEqual([]);
  expect(events).toHaveLength(1);
  expect(JSON.stringify(events)).toContain('Réunion, atelier; suite');
  expect(text).toContain('DTSTART;TZID=Europe/Paris:20260714T140000\n');
});

test('the zone is described once', () => {
  const twice = addEvent(added(), MEETING, { ...WRITTEN, uid: 'deux@wiki.example' }) ?? '';
  expect(twice.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
  expect(read(twice).events).toHaveLength(2);
});

test('whole days end on the day after the last', () => {
  const text = added({ from: '', to: '', lastDate: '2026-07-16' });
  expect(text).toContain('DTSTART;VALUE=DATE:20260714\nDTEND;VALUE=DATE:20260717\n');
  expect(read(text).problems).toEqual([]);
});

test('what is there stays as it is, and a title is never a line of its own', () => {
  const text = added({ summary: 'Fin\nEND:VCALENDAR', repeats: 'monthly' });
  expect(text.startsWith('BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n')).toBe(true);
  expect(text.match(/^END:VCALENDAR$/gm)).toHaveLength(1);
  expect(text).toContain('RRULE:FREQ=MONTHLY\n');
});

test.each([
  ['no title', { summary: '' }, ['summary']],
  ['a day that there is not', { date: '2026-02-30' }, ['date']],
  ['no day', { date: '' }, ['date']],
  ['an end before its beginning', { to: '13:00' }, ['end']],
  ['an end without beginning', { from: '' }, ['end']],
  ['an address that is none', { url: 'javascript:alert(1)' }, ['url']],
] as const)('an event with %s is not added', (_, event, faults) => {
  expect(eventFaults({ ...MEETING, ...event })).toEqual(faults);
});

test('a text that is no calendar takes none', () => {
  expect(addEvent('bonjour', MEETING, WRITTEN)).toBeUndefined();
});
