import { foldersAt } from '../../store/files.ts';
import type { FileTable } from '../../store/schema.ts';
import { encodeAddress } from '../../wiki/addresses.ts';
import type { Occurrence } from '../../wiki/calendars/event.ts';
import { mergeCalendars } from '../../wiki/calendars/merge.ts';
import { monthGrid } from '../../wiki/calendars/month.ts';
import { occurrencesBetween, occurrencesByDay, past, upcoming } from '../../wiki/calendars/occurrences.ts';
import type { Calendar } from '../../wiki/calendars/read-calendar.ts';
import { fileAddress } from '../../wiki/data-addresses.ts';
import { decodeText } from '../../wiki/decode.ts';
import { folderTitle } from '../../wiki/folder-title.ts';
import { tableTitle } from '../../wiki/index-data.ts';
import { folderOf, nameOf } from '../../wiki/paths.ts';
import { siteTitle } from '../../wiki/site.ts';
import { type Answer, htmlAnswer, textAnswer } from '../answer.ts';
import { CALENDAR_AGE_MS, calendarsBelow, readCalendars, shownEvent } from '../calendar-view.ts';
import { chrome, ownLanguageLinks } from '../chrome.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../context.ts';
import { fileFacts, findDataFile } from '../data-page.ts';
import { type Followed, followAddress } from '../feeds/addresses.ts';
import { feedLinks } from '../feeds/feed-links.ts';
import { eventTitle } from '../views/calendar-event.ts';
import { EventPage } from '../views/calendar-event-page.tsx';
import { CalendarPage, type DatesProps, type MonthProps } from '../views/calendar-page.tsx';
import { renderDocument } from '../views/document.ts';
import { Layout } from '../views/layout.tsx';
import { missingPage } from './missing.tsx';

const PREFIX = '/-/calendar/';
const UPCOMING = 15;
const PAST_PER_PAGE = 15;
const MAX_PAST = 1_000;
/** A day of the month lists no more. */
const MOST_IN_DAY = 30;
const DAY_MS = 86_400_000;

/** What a page of events is made from: one file, or all those of a folder. */
interface Opened {
  /** Of the page, encoded, without a query. */
  readonly address: string;
  readonly folder: string;
  readonly title: string;
  readonly read: readonly { readonly file: FileTable; readonly calendar: Calendar }[];
  readonly single: FileTable | undefined;
  readonly language: string;
}

/**
 * Events as a page: `/-/calendar/PATH.ics`, or those of all the files of a folder, `/-/calendar/FOLDER/`;
 * `?month=YYYY-MM`, `?past=PAGE`, `?event=KEY`, and `?format=ics` for the file to subscribe to.
 */
export async function calendarPage(context: Context): Promise<Answer> {
  const opened = await open(context);
  if ('status' in opened) return opened;
  const { query } = context;
  if (query.get('format') === 'ics') return await subscription(context, opened);
  const made = query.has('event')
    ? await eventPage(context, opened, query.get('event') as string)
    : await listPage(context, opened);
  return { ...made, until: context.now + CALENDAR_AGE_MS };
}

async function open(context: Context): Promise<Opened | Answer> {
  const { ask, site, path } = context;
  const language = askedLanguage(context);
  const name = path.slice(PREFIX.length);
  const folder = name.replace(/\/$/, '');
  if (name === '' || name.endsWith('/')) {
    const [existing] = await ask(foldersAt, [folder]);
    if (folder !== '' && existing === undefined) return await missingPage(context, language);
    const title = folder === '' ? siteTitle(site, language) : folderTitle(folder, language, site);
    return {
      address: encodeAddress(path),
      folder,
      title: `${messagesOf(context, language).calendar.title} – ${title}`,
      read: await calendarsBelow(context, folder),
      single: undefined,
      language,
    };
  }
  const file = await findDataFile(context, 'calendar', name, language);
  if ('status' in file) return file;
  const read = await readCalendars(context, [file]);
  const title = read[0]?.calendar.name ?? tableTitle(file.path);
  return {
    address: fileAddress(file.path),
    folder: folderOf(file.path),
    title,
    read,
    single: file,
    language,
  };
}

async function listPage(context: Context, opened: Opened): Promise<Answer> {
  const { site, origin, query } = context;
  const { address, title, read, single, language } = opened;
  const messages = messagesOf(context, language);
  const calendars = read.map(({ calendar }) => calendar);
  const followed: Followed = single
    ? { kind: 'file', path: single.path }
    : { kind: 'folder', folder: opened.folder };
  const file = single && encodeAddress(`/${single.path}`);
  const merged = `${address}?format=ics`;
  const frame = await chrome(context, { language, folder: opened.folder, href: address });
  const about = single && read[0]?.calendar.description;
  const html = renderDocument(
    <Layout
      {...frame}
      languages={ownLanguageLinks(context, language)}
      title={title}
      canonical={origin + address}
      followHref={followAddress(site, followed, language)}
      alternates={feedLinks(site, followed, language, messages.feed.fileTitle(title))}
    >
      <CalendarPage
        messages={messages}
        title={title}
        language={site.defaultLanguage}
        subscription={{
          webcal: (origin + (file ?? merged)).replace(/^https?:/, 'webcal:'),
          address: origin + (file ?? merged),
          downloadHref: file ?? merged,
        }}
        {...(askedMonth(query)
          ? { datesHref: ownAddress(site, address, language) }
          : { dates: datesOf(context, opened, calendars) })}
        month={monthOf(context, opened, calendars)}
        problems={calendars.flatMap(({ problems, path }) =>
          problems.map((problem) => (single ? problem : { ...problem, file: path })),
        )}
        problemCount={calendars.reduce((sum, { problemCount }) => sum + problemCount, 0)}
        {...(about !== undefined && { description: about })}
        {...(single ? { file: fileFacts(context, single, language) } : { sources: sources(context, opened) })}
      />
    </Layout>,
  );
  return htmlAnswer(200, html, { 'content-language': language });
}

/** The dates to come and those that are over, as lists. */
function datesOf(
  context: Context,
  { address, language }: Opened,
  calendars: readonly Calendar[],
): DatesProps {
  const { site, now, query } = context;
  const shown = (list: readonly Occurrence[]) =>
    list.map((occurrence) => shownEvent(context, occurrence, language));
  const number = Math.max(1, Number.parseInt(query.get('past') ?? '1', 10) || 1);
  const before = past(calendars, now, Math.min(number * PAST_PER_PAGE + 1, MAX_PAST));
  const pastHref = (page: number) =>
    ownAddress(site, address, language, page > 1 ? { past: String(page) } : {});
  return {
    upcoming: shown(upcoming(calendars, now, UPCOMING)),
    past: shown(before.slice((number - 1) * PAST_PER_PAGE, number * PAST_PER_PAGE)),
    pastPager: {
      ...(number > 1 && { newerHref: pastHref(number - 1) }),
      ...(before.length > number * PAST_PER_PAGE && { olderHref: pastHref(number + 1) }),
    },
  };
}

function sources({ site }: Context, { read, language }: Opened) {
  return read.map(({ file, calendar }) => ({
    path: file.path,
    name: calendar.name ?? nameOf(file.path),
    href: ownAddress(site, fileAddress(file.path), language),
  }));
}

function monthOf(
  context: Context,
  { address, language }: Opened,
  calendars: readonly Calendar[],
): MonthProps {
  const { site, now, query } = context;
  const zone = site.settings.timezone;
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(now);
  const current = today.slice(0, 7);
  const month = askedMonth(query) ?? current;
  const weeks = monthGrid(Number(month.slice(0, 4)), Number(month.slice(5)), zone);
  const days = weeks.flatMap((week) => week.days);
  const happens = occurrencesByDay(calendars, days, MOST_IN_DAY);
  const href = (shift: number) => ownAddress(site, address, language, { month: shiftMonth(month, shift) });
  return {
    month: `${month}-01`,
    previousHref: href(-1),
    nextHref: href(1),
    ...(month !== current && { currentHref: ownAddress(site, address, language) }),
    weeks: weeks.map((week, row) =>
      week.days.map(({ date, outside }, column) => {
        const { first = [], count = 0 } = happens[row * 7 + column] ?? {};
        const events = first.map((occurrence) => shownEvent(context, occurrence, language));
        return { date, outside, today: date === today, events, count };
      }),
    ),
  };
}

/** `YYYY-MM`, where an address asks for a month that is one. */
function askedMonth(query: URLSearchParams): string | undefined {
  return /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/.exec(query.get('month') ?? '')?.[0];
}

function shiftMonth(month: string, by: number): string {
  const date = new Date(`${month}-15T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
}

async function eventPage(context: Context, opened: Opened, key: string): Promise<Answer> {
  const { read, language, title, address } = opened;
  const { site, origin } = context;
  const calendars = read.map(({ calendar }) => calendar);
  const known = calendars
    .flatMap(({ events }) => events)
    .find((event) => event.key === key || key.startsWith(`${event.uid}/`));
  const [from, to] = known
    ? [known.span.from, Math.min(known.span.to, context.now + 3_660 * DAY_MS)]
    : [0, 0];
  const among = known ? occurrencesBetween(calendars, from, to + 1, 100_000) : [];
  const occurrence =
    among.find((candidate) => candidate.key === key) ?? among.find(({ uid }) => uid === known?.uid);
  if (!occurrence) return await missingPage(context, language);
  const event = shownEvent(context, occurrence, language);
  const frame = await chrome(context, { language, folder: opened.folder, href: event.href });
  const file = read.find((one) => one.file.path === occurrence.source)?.file;
  const isEdited = file && fileFacts(context, file, language).improveHref !== undefined;
  const html = renderDocument(
    <Layout
      {...frame}
      languages={ownLanguageLinks(context, language)}
      title={eventTitle(event)}
      canonical={origin + event.href}
    >
      <EventPage
        messages={messagesOf(context, language)}
        language={site.defaultLanguage}
        event={event}
        calendar={{ label: title, href: ownAddress(site, address, language) }}
        {...(isEdited && {
          changeHref: ownAddress(site, `/-/edit${encodeAddress(`/${file.path}`)}`, language, {
            event: occurrence.uid,
          }),
        })}
      />
    </Layout>,
  );
  return htmlAnswer(200, html, { 'content-language': language });
}

/** All the events of the files as one calendar. */
async function subscription({ wiki }: Context, { read, title }: Opened): Promise<Answer> {
  const texts = await Promise.all(
    read.map(async ({ file }) => ({
      path: file.path,
      text: decodeText(await wiki.objects.read(file.oid)).text,
    })),
  );
  return textAnswer(mergeCalendars(texts, title), 'text/calendar; charset=utf-8', {
    'access-control-allow-origin': '*',
    'content-disposition': 'attachment; filename="calendar.ics"',
  });
}
