import { expect, test } from 'vitest';
import { messagesByLocale } from '../messages/locales.ts';
import { type CalendarEvent, CalendarPage, type CalendarPageProps } from './calendar-page.tsx';

const paris = (date: string, time: string) => ({
  utc: Date.parse(`${date}T${time}:00+01:00`),
  date,
  time,
  zone: 'Europe/Paris',
});
const day = (date: string) => ({ utc: Date.parse(date), date, time: undefined, zone: undefined });
const meeting: CalendarEvent = {
  key: 'a@office.example',
  href: '?event=a%40office.example',
  summary: 'Réunion',
  description: '',
  location: '',
  url: undefined,
  status: 'confirmed',
  start: paris('2026-01-08', '14:00'),
  end: paris('2026-01-08', '16:30'),
  allDay: false,
  recurs: false,
  source: 'meetings.ics',
};
const props: CalendarPageProps = {
  messages: messagesByLocale.fr,
  title: 'Réunions',
  language: 'fr',
  subscription: {
    webcal: 'webcal://o.example/m.ics',
    address: 'https://o.example/m.ics',
    downloadHref: '/m.ics',
  },
  dates: { upcoming: [], past: [], pastPager: {} },
  month: { month: '2026-01-01', weeks: [], previousHref: '?month=2025-12', nextHref: '?month=2026-02' },
  problems: [],
  problemCount: 0,
};
const page = (change: Partial<CalendarPageProps> = {}) =>
  `${<CalendarPage {...props} {...change} />}`.replace(/[\u00a0\u202f]/g, ' ');
const upcoming = (change: Partial<CalendarEvent>) =>
  page({ dates: { upcoming: [{ ...meeting, ...change }], past: [], pastPager: {} } });

test('the hours are those of the calendar, with their zone', () => {
  expect(upcoming({})).toContain(
    '<time datetime="2026-01-08T13:00Z">14 h – 16 h 30</time><span class="zone">, heure de Paris</span>',
  );
});

test('a time without a zone is given none', () => {
  const local = { start: { ...meeting.start, zone: undefined }, end: { ...meeting.end, zone: undefined } };
  expect(upcoming(local)).toContain('<time datetime="2026-01-08T14:00">');
  expect(upcoming(local)).not.toContain('heure de');
});

test('an event of one day says so, one of several says which', () => {
  const whole = { allDay: true, start: day('2026-01-27') };
  expect(upcoming({ ...whole, end: day('2026-01-27') })).toContain('toute la journée');
  expect(upcoming({ ...whole, end: day('2026-01-29') })).toContain('27–29 janvier 2026');
});

test('a night across midnight keeps its two hours, a stay of days has both its dates', () => {
  expect(upcoming({ end: paris('2026-01-09', '02:00') })).toContain('14 h – 2 h');
  expect(upcoming({ end: paris('2026-01-10', '12:00') })).toContain('samedi 10 janvier 2026, 12 h');
});

test('what is cancelled or recurs is said in words', () => {
  const html = upcoming({ status: 'cancelled', recurs: true });
  expect(html).toContain('Annulé');
  expect(html).toContain('Récurrent');
});

test('an event is reached by its key', () => {
  expect(upcoming({})).toContain('id="event=a%40office.example"');
});

test('the addresses of a description are links, and its markup is text', () => {
  const html = upcoming({ description: '<b>Ordre du jour</b> : https://o.example/odj.' });
  expect(html).toContain(
    '&lt;b&gt;Ordre du jour&lt;/b&gt; : <a href="https://o.example/odj">https://o.example/odj</a>.',
  );
});

test('a day with many events folds those after the first', () => {
  const events = Array.from({ length: 7 }, (_, n) => ({ ...meeting, key: `${n}` }));
  const today = { date: '2026-01-08', outside: false, today: true, count: events.length, events };
  const html = page({ month: { ...props.month, weeks: [[today]] } });
  expect(html).toContain('<summary>et 3 autres</summary>');
  expect(html).toContain('aria-current="date"');
});

test('an empty calendar says so', () => {
  expect(page()).toContain('Aucune date à venir.');
});
