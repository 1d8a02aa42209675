import { describe, expect, test } from 'vitest';
import type { Occurrence } from './event.ts';
import { occurrencesBetween } from './occurrences.ts';
import { readCalendar } from './read-calendar.ts';

const ORG = String.raw`BEGIN:VCALENDAR
VERSION:2.0
X-WR-CALNAME:rdv
PRODID:-//Ysée Landouar//Emacs with Org mode//EN
X-WR-TIMEZONE:CEST
X-WR-CALDESC:
CALSCALE:GREGORIAN
BEGIN:VEVENT
DTSTAMP:20260112T101500Z
UID:TS1-5f3c7a9e-2b1d
DTSTART:20260615T140000
DTEND:20260615T160000
SUMMARY:Atelier « écrire un guide »
LOCATION:Port-Halgan\, salle des Cartes
DESCRIPTION:<2026-06-15 Mon 14:00-16:00>\n\n- relire le plan\n- partager le
  s pages
CATEGORIES:rdv,atelier
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Atelier
TRIGGER:-P0DT0H30M0S
END:VALARM
END:VEVENT
BEGIN:VEVENT
DTSTAMP:20260112T101500Z
UID:TS2-8d0e
DTSTART;VALUE=DATE:20260622
DTEND;VALUE=DATE:20260625
SUMMARY:Congrès
DESCRIPTION:<2026-06-22 Mon>--<2026-06-24 Wed>
CATEGORIES:rdv
END:VEVENT
BEGIN:VTODO
UID:TODO-77
DTSTAMP:20260112T101500Z
SUMMARY:Réserver la salle
DUE;VALUE=DATE:20260601
END:VTODO
END:VCALENDAR`;

const GOOGLE = `BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:Réunions publiques
X-WR-TIMEZONE:Europe/Paris
BEGIN:VTIMEZONE
TZID:Europe/Paris
X-LIC-LOCATION:Europe/Paris
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:GMT+2
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:GMT+1
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
DTSTART;TZID=Europe/Paris:20260303T100000
DTEND;TZID=Europe/Paris:20260303T110000
RRULE:FREQ=WEEKLY;WKST=MO;UNTIL=20260407T215959Z;BYDAY=TU
EXDATE;TZID=Europe/Paris:20260317T100000
DTSTAMP:20260201T080000Z
ORGANIZER;CN=alix.benniguet@morvaine.example:mailto:alix.benniguet@morvaine.example
UID:4kq0example@google.com
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Goulv
 en Tarec;X-NUM-GUESTS=0:mailto:goulven.tarec@morvaine.example
X-GOOGLE-CONFERENCE:https://meet.morvaine.example/abc-defg-hij
CREATED:20260201T080000Z
DESCRIPTION:<p>Ordre du jour&nbsp;:</p><ul><li>accueil</li><li>le <a href="
 https://wiki.morvaine.example/guide">guide</a></li></ul>
LAST-MODIFIED:20260202T080000Z
LOCATION:
SEQUENCE:1
STATUS:CONFIRMED
SUMMARY:Point hebdomadaire
TRANSP:OPAQUE
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Europe/Paris:20260325T150000
DTEND;TZID=Europe/Paris:20260325T160000
DTSTAMP:20260201T080000Z
UID:4kq0example@google.com
RECURRENCE-ID;TZID=Europe/Paris:20260324T100000
SEQUENCE:2
STATUS:CONFIRMED
SUMMARY:Point hebdomadaire (déplacé)
END:VEVENT
BEGIN:VEVENT
DTSTART:20260710T123000Z
DTEND:20260710T133000Z
DTSTAMP:20260201T080000Z
UID:single@google.com
SUMMARY:Déjeuner
END:VEVENT
END:VCALENDAR`;

const OUTLOOK = String.raw`BEGIN:VCALENDAR
METHOD:PUBLISH
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
X-WR-CALNAME:Calendrier
BEGIN:VTIMEZONE
TZID:Romance Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0500
TZOFFSETTO:+0430
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0430
TZOFFSETTO:+0500
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
DESCRIPTION:\n
UID:040000008200E00074C5B7101A82E008
SUMMARY;LANGUAGE=fr-FR:Comité éditorial
DTSTART;TZID=Romance Standard Time:20260714T093000
DTEND;TZID=Romance Standard Time:20260714T103000
CLASS:PUBLIC
PRIORITY:5
DTSTAMP:20260102T083011Z
TRANSP:OPAQUE
STATUS:TENTATIVE
SEQUENCE:0
LOCATION;LANGUAGE=fr-FR:Briselande
ORGANIZER;CN="Tarec, Goulven":mailto:goulven.tarec@morvaine.example
X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE
BEGIN:VALARM
DESCRIPTION:REMINDER
TRIGGER;RELATED=START:-PT15M
ACTION:DISPLAY
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:custom-1
SUMMARY:Appel lointain
DTSTART;TZID="Customized Time Zone":20260715T120000
DURATION:PT45M
DTSTAMP:20260102T083011Z
END:VEVENT
BEGIN:VEVENT
UID:bare-1
SUMMARY:Nom affiché
DTSTART;TZID=(UTC+01:00) Brussels, Copenhagen, Madrid, Paris:20260716T120000
DTSTAMP:20260102T083011Z
END:VEVENT
END:VCALENDAR`;

const NEXTCLOUD = `BEGIN:VCALENDAR
VERSION:2.0
CALSCALE:GREGORIAN
PRODID:-//IDN nextcloud.com//Calendar app 5.0.1//EN
X-WR-CALNAME:Atelier
X-APPLE-CALENDAR-COLOR:#0082C9
BEGIN:VEVENT
CREATED:20260105T090000Z
DTSTAMP:20260106T090000Z
LAST-MODIFIED:20260106T090000Z
SEQUENCE:3
UID:6d1b8a2e-0f43-4c1e-9f6a-1b2c3d4e5f60
DTSTART;TZID=Europe/Paris:20260901T180000
DTEND;TZID=Europe/Paris:20260901T193000
STATUS:CANCELLED
SUMMARY:Soirée de traduction
ATTENDEE;CN=maelle@morvaine.example;CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION:
 mailto:maelle@morvaine.example
ORGANIZER;CN=Maëlle Kerdoncuff:mailto:maelle.kerdoncuff@morvaine.example
URL:javascript:alert(1)
END:VEVENT
BEGIN:VEVENT
DTSTAMP:20260106T090000Z
UID:secret
CLASS:PRIVATE
DTSTART:20260902T180000Z
SUMMARY:Entretien
END:VEVENT
END:VCALENDAR`;

describe('a calendar of Org mode', () => {
  const calendar = readCalendar(ORG, { path: 'rdv.ics', defaultZone: 'America/Montreal' });

  test('has its times in the zone it names by its summer name', () => {
    const [workshop] = occurrences(ORG, '2026-06');
    expect(calendar.problems).toEqual([]);
    expect(brief(workshop)).toBe('2026-06-15 14:00 → 2026-06-15 16:00');
    expect(workshop?.start.utc).toBe(Date.UTC(2026, 5, 15, 12));
  });

  test('has its texts unfolded and unescaped, its tasks and alarms left out', () => {
    expect(occurrences(ORG, '2026-06')[0]).toMatchObject({
      key: 'TS1-5f3c7a9e-2b1d',
      summary: 'Atelier « écrire un guide »',
      location: 'Port-Halgan, salle des Cartes',
      description: '<2026-06-15 Mon 14:00-16:00>\n\n- relire le plan\n- partager le s pages',
      categories: ['rdv', 'atelier'],
    });
    expect(calendar.events).toHaveLength(2);
  });

  test('has days whose end in the file is the day after', () => {
    const congress = occurrences(ORG, '2026-06')[1];
    expect(congress).toMatchObject({ allDay: true, start: { date: '2026-06-22', time: undefined } });
    expect(congress?.end).toEqual({
      utc: Date.UTC(2026, 5, 24, 22),
      date: '2026-06-24',
      time: undefined,
      zone: undefined,
    });
  });
});

describe('a calendar of Google', () => {
  test('has its recurrence, without the date left out and with the one moved', () => {
    expect(occurrences(GOOGLE, '2026-03').map(brief)).toEqual([
      '2026-03-03 10:00 → 2026-03-03 11:00',
      '2026-03-10 10:00 → 2026-03-10 11:00',
      '2026-03-25 15:00 → 2026-03-25 16:00',
      '2026-03-31 10:00 → 2026-03-31 11:00',
    ]);
    expect(occurrences(GOOGLE, '2026-04').map(brief)).toEqual(['2026-04-07 10:00 → 2026-04-07 11:00']);
    expect(occurrences(GOOGLE, '2026-03').map(({ key }) => key)).toContain(
      '4kq0example@google.com/20260324T100000',
    );
  });

  test('keeps its hour when clocks change', () => {
    const [before, after] = [occurrences(GOOGLE, '2026-03')[0], occurrences(GOOGLE, '2026-03')[3]];
    expect(before?.start.utc).toBe(Date.UTC(2026, 2, 3, 9));
    expect(after?.start.utc).toBe(Date.UTC(2026, 2, 31, 8));
  });

  test('has its times in UTC shown in the zone of the calendar', () => {
    const [lunch] = occurrences(GOOGLE, '2026-07');
    expect(lunch?.start).toEqual({
      utc: Date.UTC(2026, 6, 10, 12, 30),
      date: '2026-07-10',
      time: '14:30',
      zone: 'Europe/Paris',
    });
  });

  test('has its HTML made plain, its conference as address, and nobody’s address', () => {
    const [weekly] = occurrences(GOOGLE, '2026-03');
    expect(weekly?.description).toBe(
      'Ordre du jour\u00a0:\n- accueil\n- le guide (https://wiki.morvaine.example/guide)',
    );
    expect(weekly?.url).toBe('https://meet.morvaine.example/abc-defg-hij');
    expect(weekly).not.toHaveProperty('organizer');
    expect(JSON.stringify(readCalendar(GOOGLE, { path: 'g.ics', defaultZone: 'UTC' }))).not.toMatch(
      /@morvaine/,
    );
  });
});

describe('a calendar of Outlook', () => {
  test('has its zones under their Windows names, and its organizer by name', () => {
    const [board] = occurrences(OUTLOOK, '2026-07');
    expect(board).toMatchObject({
      summary: 'Comité éditorial',
      status: 'tentative',
      organizer: 'Tarec, Goulven',
      start: { date: '2026-07-14', time: '09:30', zone: 'Europe/Paris' },
    });
  });

  test('has times of a zone that only the file describes, shown in the zone of readers', () => {
    const call = occurrences(OUTLOOK, '2026-07')[1];
    expect(brief(call)).toBe('2026-07-15 09:00 → 2026-07-15 09:45');
    expect(call?.start.zone).toBe('Europe/Paris');
  });

  test('that names a zone as it shows it has the time read, and the zone told', () => {
    expect(brief(occurrences(OUTLOOK, '2026-07')[2])).toBe('2026-07-16 12:00 → 2026-07-16 12:00');
    expect(problems(OUTLOOK)).toEqual([
      'unknown-zone, line 67: (UTC+01:00) Brussels, Copenhagen, Madrid, Paris',
    ]);
  });
});

describe('a calendar of Nextcloud', () => {
  test('keeps what is called off, and says so', () => {
    expect(occurrences(NEXTCLOUD, '2026-09')).toMatchObject([
      {
        status: 'cancelled',
        organizer: 'Maëlle Kerdoncuff',
        url: undefined,
        start: { zone: 'Europe/Paris' },
      },
    ]);
  });

  test('does not show what is marked as private', () => {
    expect(problems(NEXTCLOUD)).toEqual(['private, line 22: ']);
  });
});

test('the prefix that a program puts before a zone does not hide it', () => {
  const text = event('DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Paris:20260108T140000');
  expect(occurrences(text, '2026-01')[0]?.start.zone).toBe('Europe/Paris');
});

function event(...lines: string[]): string {
  return ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:a', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
}

function occurrences(text: string, month: string): Occurrence[] {
  const from = Date.parse(`${month}-01T00:00Z`);
  return occurrencesBetween(
    [readCalendar(text, { path: 'a.ics', defaultZone: 'Europe/Paris' })],
    from,
    from + 31 * 86_400_000,
  );
}

function brief(occurrence: Occurrence | undefined): string {
  if (occurrence === undefined) return 'nothing';
  const { start, end } = occurrence;
  return `${start.date} ${start.time} → ${end.date} ${end.time}`;
}

function problems(text: string): string[] {
  return readCalendar(text, { path: 'a.ics', defaultZone: 'Europe/Paris' }).problems.map(
    ({ rule, line, values }) => `${rule}, line ${line}: ${values.value}`,
  );
}
