import { describe, expect, test } from 'vitest';
import { changeEvent, type EditedEvent, editableEvents, removeEvent } from './edit-event.ts';
import { readCalendar } from './read-calendar.ts';

const LINES = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Bureau//FR',
  'BEGIN:VEVENT',
  'UID:atelier@wiki.example',
  'DTSTAMP:20260101T000000Z',
  'DTSTART;TZID=Europe/Paris:20260714T140000',
  'DTEND;TZID=Europe/Paris:20260714T153000',
  'RRULE:FREQ=WEEKLY',
  'SUMMARY:Atelier\\, suite',
  'DESCRIPTION:Un texte assez long pour que sa ligne soit pliée en deux mor',
  ' ceaux.\\nFin',
  'ATTENDEE;CN=Ada:mailto:ada@example.org',
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  'DESCRIPTION:Rappel',
  'TRIGGER:-PT15M',
  'END:VALARM',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:jour@wiki.example',
  'DTSTART;VALUE=DATE:20260801',
  'SUMMARY:Un jour',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
];
const TEXT = LINES.join('\n');
const PLACE = { zone: 'Europe/Paris', stamp: Date.UTC(2026, 1, 3, 4, 5, 6) };
const UID = 'atelier@wiki.example';

const eventOf = (text: string, uid = UID) =>
  editableEvents(text, PLACE.zone).find((one) => one.uid === uid)?.event as EditedEvent;

function changed(changes: Partial<EditedEvent>, text = TEXT, uid = UID): string {
  const made = changeEvent(text, uid, { ...eventOf(text, uid), ...changes }, PLACE);
  if ('faults' in made) throw new Error(made.faults.join(', '));
  return made.text;
}

/** The lines that a change takes away, and those that it puts. */
function difference(now: string): { readonly gone: string[]; readonly made: string[] } {
  const lines = now.split('\n');
  return {
    gone: LINES.filter((line) => !lines.includes(line)),
    made: lines.filter((line) => !LINES.includes(line)),
  };
}

describe('an event', () => {
  test('is read as its form shows it', () => {
    expect(eventOf(TEXT)).toEqual({
      summary: 'Atelier, suite',
      date: '2026-07-14',
      from: '14:00',
      to: '15:30',
      lastDate: '',
      location: '',
      description: 'Un texte assez long pour que sa ligne soit pliée en deux morceaux.\nFin',
      url: '',
      repeats: 'weekly',
    });
    expect(eventOf(TEXT, 'jour@wiki.example')).toMatchObject({ date: '2026-08-01', from: '', lastDate: '' });
  });

  test('is changed where it differs, the rest of it byte for byte', () => {
    const { gone, made } = difference(changed({ summary: 'Atelier; fin' }));
    expect(gone).toEqual(['DTSTAMP:20260101T000000Z', 'SUMMARY:Atelier\\, suite']);
    expect(made).toEqual(['DTSTAMP:20260203T040506Z', 'SUMMARY:Atelier\\; fin', 'SEQUENCE:1']);
  });

  test('that is sent as it was is not touched', () => {
    expect(changed({})).toBe(TEXT);
  });

  test('moves in the zone that it names, and is read back so', () => {
    const moved = changed({ date: '2026-07-15', from: '09:00', to: '10:00' });
    expect(moved).toContain(
      'DTSTART;TZID=Europe/Paris:20260715T090000\nDTEND;TZID=Europe/Paris:20260715T100000\n',
    );
    expect(moved).not.toContain('VTIMEZONE');
    expect(eventOf(moved)).toMatchObject({ date: '2026-07-15', from: '09:00', to: '10:00' });
    expect(changed(eventOf(TEXT), moved)).toContain('SEQUENCE:2');
  });

  test('whose time is written in UTC, or a duration, is shown and moved by the clocks of the wiki', () => {
    const text = TEXT.replace(
      'DTSTART;TZID=Europe/Paris:20260714T140000',
      'DTSTART:20260714T120000Z',
    ).replace('DTEND;TZID=Europe/Paris:20260714T153000', 'DURATION:PT1H30M');
    expect(eventOf(text)).toMatchObject({ from: '14:00', to: '15:30' });
    const moved = changed({ from: '16:00', to: '17:00' }, text);
    expect(moved).toContain('BEGIN:VTIMEZONE\n');
    expect(moved).toContain('DTSTART;TZID=Europe/Paris:20260714T160000\n');
    expect(moved).not.toContain('DURATION');
    expect(readCalendar(moved, { path: 'x.ics', defaultZone: 'UTC' }).problems).toEqual([]);
  });

  test('keeps a recurrence that the form has no word for', () => {
    const text = TEXT.replace('FREQ=WEEKLY', 'FREQ=MONTHLY;BYDAY=2TU');
    expect(eventOf(text).repeats).toBe('other');
    expect(changed({ location: 'Salle 4' }, text)).toContain('RRULE:FREQ=MONTHLY;BYDAY=2TU\n');
    expect(changed({ repeats: 'no' }, text)).not.toContain('RRULE');
  });

  test('with dates of its own does not move, for they would be left behind', () => {
    const text = TEXT.replace('RRULE:', 'EXDATE;TZID=Europe/Paris:20260721T140000\nRRULE:');
    const moving = changeEvent(text, UID, { ...eventOf(text), from: '15:00', to: '16:00' }, PLACE);
    expect(moving).toEqual({ faults: ['series'] });
    expect(changed({ summary: 'Autre' }, text)).toContain('SUMMARY:Autre');
  });

  test('is one event whatever is typed: a title is no line, and a fault changes nothing', () => {
    const text = changed({ summary: 'Fin\nEND:VEVENT', description: '' });
    expect(text.match(/^END:VEVENT$/gm)).toHaveLength(2);
    expect(text).toContain('DESCRIPTION:Rappel');
    expect(changeEvent(TEXT, UID, { ...eventOf(TEXT), to: '13:00' }, PLACE)).toEqual({ faults: ['end'] });
    expect(changeEvent(TEXT, 'none', eventOf(TEXT), PLACE)).toEqual({ faults: ['gone'] });
  });

  test('is removed with the dates of it that are told apart, and nothing else', () => {
    const apart = [
      'BEGIN:VEVENT',
      `UID:${UID}`,
      'RECURRENCE-ID;TZID=Europe/Paris:20260721T140000',
      'DTSTART;TZID=Europe/Paris:20260722T140000',
      'END:VEVENT',
      'END:VCALENDAR',
    ];
    const text = TEXT.replace('END:VCALENDAR', apart.join('\n'));
    expect(editableEvents(text, 'UTC')).toHaveLength(2);
    expect(removeEvent(text, UID)).toBe([...LINES.slice(0, 3), ...LINES.slice(19)].join('\n'));
    expect(removeEvent(text, 'none')).toBe(text);
  });
});
