import { dataFileAt, dataFilesOf } from '../../store/data-files.ts';
import { fileAt, foldersAt } from '../../store/files.ts';
import { foldersHoldingPages, pageAt } from '../../store/pages.ts';
import { encodeAddress } from '../../wiki/addresses.ts';
import { dataKind, fileAddress } from '../../wiki/data-addresses.ts';
import { folderAddress } from '../../wiki/find-address.ts';
import { folderTitle } from '../../wiki/folder-title.ts';
import { pageOfFolder } from '../../wiki/navigation.ts';
import { folderOf, nameOf } from '../../wiki/paths.ts';
import { siteTitle } from '../../wiki/site.ts';
import type { Answer } from '../answer.ts';
import { findCollection } from '../collection.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../context.ts';
import { type Followed, feedAddress } from '../feeds/addresses.ts';
import { feedLinks } from '../feeds/feed-links.ts';
import { listHref } from '../lists/list-addresses.ts';
import { publicLists } from '../lists/list-place.ts';
import { ownPage } from '../own-page.tsx';
import { SOFTWARE } from '../software/addresses.ts';
import { type FeedGroup, type FollowedFeed, FollowPage } from '../views/follow-page.tsx';
import type { Link } from '../views/link.ts';

/** Of each kind; the others are found from their own pages. */
const MAX_LISTED = 20;

type FeedPlace = Pick<Context, 'site' | 'origin'> & { readonly language: string };

/** How to follow the site, and what there is to follow: `/-/follow?page=PATH` or `?folder=PATH` puts first what a reader came from. */
export async function followPage(context: Context): Promise<Answer> {
  const { site, origin } = context;
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const words = messages.follow;
  const place = { site, origin, language };
  const recent = feed(
    place,
    { kind: 'recent' },
    { label: words.recent, href: ownAddress(site, '/-/recent', language) },
    words.holds.recent,
  );
  const here = await cameFrom(context, language);
  const groups = [
    mailingLists(context, place),
    collections(context, place),
    ...softwareFeeds(context, place),
    await tables(context, place),
    await calendars(context, place),
    ...(context.hasFeedsOfPages === false ? [] : [await folders(context, place)]),
  ];
  return await ownPage(context, {
    language,
    title: words.title,
    href: ownAddress(site, '/-/follow', language),
    alternates: feedLinks(
      site,
      { kind: 'recent' },
      language,
      `${words.recent} – ${siteTitle(site, language)}`,
    ),
    content: (
      <FollowPage
        messages={messages}
        isAnywhere={context.hasFeedsOfPages !== false}
        first={[...here, { ...group(words.site, [recent]), ...byMail(context, language, {}) }]}
        groups={groups.filter(({ feeds }) => feeds.length > 0)}
      />
    ),
  });
}

function group(title: string, feeds: readonly FollowedFeed[], help?: string): FeedGroup {
  return {
    title,
    feeds: feeds.slice(0, MAX_LISTED),
    others: Math.max(0, feeds.length - MAX_LISTED),
    ...(help !== undefined && { help }),
  };
}

function feed(
  { site, origin, language }: FeedPlace,
  followed: Followed,
  link: Link,
  holds?: string,
): FollowedFeed {
  const address = (format: 'atom' | 'json') => origin + feedAddress(site, followed, language, format);
  return {
    ...link,
    feed: { ...(holds !== undefined && { holds }), atom: address('atom'), json: address('json') },
  };
}

function calendar(place: FeedPlace, path: string, link: Link): FollowedFeed {
  const { site, origin, language } = place;
  const address = origin + encodeAddress(`/${path}`);
  return {
    ...feed(place, { kind: 'file', path }, link, messagesOf({ site }, language).follow.holds.calendar),
    calendar: { address, webcal: address.replace(/^https?:/, 'webcal:') },
  };
}

/** The page or the folder that the reader came from, with the folder that it is in. */
async function cameFrom(context: Context, language: string): Promise<FeedGroup[]> {
  const { ask, site, origin, query } = context;
  const words = messagesOf(context, language).follow;
  const place = { site, origin, language };
  const path = query.get('page') ?? '';
  const file = path === '' ? undefined : await ask(fileAt, path);
  const asked = file ? folderOf(file.path) : (query.get('folder') ?? '');
  const folder = asked === '' ? undefined : (await ask(foldersAt, [asked]))[0];
  const ofFolder = folder === undefined ? [] : [await folderFeed(context, place, folder, words.holds.folder)];
  if (!file)
    return ofFolder.map((own) => ({
      ...group(words.here(own.label), [own]),
      ...byMail(context, language, { folder: folder ?? '' }),
    }));
  const page = await ask(pageAt, path);
  const kind = page ? 'page' : (dataKind(path) ?? 'file');
  const data = page ? undefined : await ask(dataFileAt, path);
  const title = page?.title ?? data?.title ?? nameOf(path);
  const link = {
    label: title,
    href: page ? encodeAddress(page.address) : fileAddress(path),
    ...(page && page.language !== language && { language: page.language }),
  };
  const own =
    kind === 'calendar'
      ? calendar(place, path, link)
      : feed(place, { kind: 'file', path }, link, words.holds[kind]);
  const told = byMail(context, language, { page: path });
  return [{ ...group(words.here(title), [own, ...ofFolder]), ...told }];
}

/** The way to be told by mail, of a wiki that is served and has a list to write in the name of. */
function byMail(
  { site, hasFeedsOfPages }: Context,
  language: string,
  query: Readonly<Record<string, string>>,
): Pick<FeedGroup, 'mailHref'> {
  if (hasFeedsOfPages === false || Object.keys(site.settings.lists).length === 0) return {};
  return { mailHref: ownAddress(site, '/-/follow/mail', language, query) };
}

async function folderFeed(
  { ask }: Context,
  place: FeedPlace,
  folder: string,
  holds?: string,
): Promise<FollowedFeed> {
  const { site, language } = place;
  const page = await pageOfFolder(ask, folder, language, site);
  const link = {
    label: page?.title ?? folderTitle(folder, language, site),
    href: encodeAddress(folderAddress(folder, language, site)),
    ...(page && page.language !== language && { language: page.language }),
  };
  return feed(place, { kind: 'folder', folder }, link, holds);
}

function collections(context: Context, place: FeedPlace): FeedGroup {
  const { site, language } = place;
  const words = messagesOf(context, language).follow;
  const feeds = Object.keys(site.settings.collections).flatMap((name) => {
    const collection = findCollection(context, name, language);
    if (!collection) return [];
    const link = { label: collection.title, href: ownAddress(site, `/-/collections/${name}`, language) };
    return feed(place, { kind: 'collection', name }, link);
  });
  return group(words.collections, feeds, words.holds.collection);
}

/** The catalogue of supported software, where there is one; each software has a feed of its own on its page. */
function softwareFeeds({ site }: Context, place: FeedPlace): FeedGroup[] {
  if (!site.settings.software) return [];
  const { software: words } = messagesOf({ site }, place.language);
  const link = { label: words.title, href: ownAddress(site, SOFTWARE, place.language) };
  return [group(words.title, [feed(place, { kind: 'software' }, link)], words.feedSubtitle)];
}

function mailingLists(context: Context, { origin, language }: FeedPlace): FeedGroup {
  const { site } = context;
  const words = messagesOf(context, language).lists;
  const feeds = publicLists(context, language).map((list): FollowedFeed => {
    const address = (format: string) => origin + listHref(site, list, {}, `new.${format}`);
    return {
      label: list.title,
      href: listHref(site, list),
      feed: { atom: address('atom'), json: address('json') },
    };
  });
  return group(words.followTitle, feeds, words.followHelp);
}

async function tables(context: Context, place: FeedPlace): Promise<FeedGroup> {
  const words = messagesOf(context, place.language).follow;
  const files = await context.ask(dataFilesOf, 'table');
  return group(
    words.tables,
    files.map(({ path, title }) => feed(place, { kind: 'file', path }, link(path, title, place))),
    words.holds.table,
  );
}

async function calendars(context: Context, place: FeedPlace): Promise<FeedGroup> {
  const { site, origin, language } = place;
  const words = messagesOf(context, language).follow;
  const files = await context.ask(dataFilesOf, 'calendar');
  const all = `${origin}/-/calendar/?format=ics`;
  const together: FollowedFeed[] =
    files.length < 2
      ? []
      : [
          {
            label: words.allDates,
            href: ownAddress(site, '/-/calendar/', language),
            calendar: { address: all, webcal: all.replace(/^https?:/, 'webcal:') },
          },
        ];
  const each = files.map(({ path, title }) => calendar(place, path, link(path, title, place)));
  return group(words.calendars, [...together, ...each], words.calendarHelp);
}

async function folders(context: Context, place: FeedPlace): Promise<FeedGroup> {
  const words = messagesOf(context, place.language).follow;
  const paths = (await context.ask(foldersHoldingPages, '')).filter((path) => !path.startsWith('.'));
  const feeds = await Promise.all(paths.slice(0, MAX_LISTED).map((path) => folderFeed(context, place, path)));
  return { ...group(words.folders, feeds, words.holds.folder), others: paths.length - feeds.length };
}

/** A file of data, its title in the language of the wiki. */
function link(path: string, title: string, { site, language }: FeedPlace): Link {
  const href = ownAddress(site, fileAddress(path), language);
  return { label: title, href, ...(site.defaultLanguage !== language && { language: site.defaultLanguage }) };
}
