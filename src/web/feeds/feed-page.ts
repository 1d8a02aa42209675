import { dataFileAt } from '../../store/data-files.ts';
import { fileAt, foldersAt } from '../../store/files.ts';
import { pageAt } from '../../store/pages.ts';
import { oldestCommit } from '../../store/recent.ts';
import { softwareAt } from '../../store/software-listing.ts';
import { encodeAddress } from '../../wiki/addresses.ts';
import { fileAddress } from '../../wiki/data-addresses.ts';
import { fateOf, fateOfAddress } from '../../wiki/departures.ts';
import { addressOfPath, findAddress, folderAddress } from '../../wiki/find-address.ts';
import { folderTitle } from '../../wiki/folder-title.ts';
import { nameOf } from '../../wiki/paths.ts';
import { siteTitle } from '../../wiki/site.ts';
import { type Answer, movedAnswer, textAnswer } from '../answer.ts';
import { findCollection } from '../collection.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../context.ts';
import { missingPage } from '../pages/missing.tsx';
import { codeAddressOf, codeParameters } from '../register/asked-code.ts';
import { askedInWords } from '../register/asked-words.ts';
import { SOFTWARE, softwarePage } from '../software/addresses.ts';
import { type CodeFollowed, type FeedFormat, type Followed, feedAddress, followedAt } from './addresses.ts';
import { atom } from './atom.ts';
import { codeEntries } from './code-feed.tsx';
import { pageEntries } from './collection-feed.tsx';
import type { Feed } from './feed.ts';
import { feedId } from './feed-id.ts';
import { FEED_TYPES } from './feed-links.ts';
import { commitEntries, type Entries, versionEntries, versionsBefore } from './history-feed.tsx';
import { jsonFeed } from './json-feed.ts';
import { searchEntries } from './search-feed.tsx';
import { softwareEntries } from './software-feed.tsx';

/** What a feed says of itself, and what it holds. */
interface Contents extends Entries {
  readonly followed: Followed;
  /** What tells it from the other feeds of the wiki, for ever. */
  readonly names: readonly string[];
  readonly title: string;
  readonly subtitle: string;
  /** The path of the page that it follows, encoded. */
  readonly href: string;
}

const WRITERS: Readonly<Record<FeedFormat, (feed: Feed) => string>> = { atom, json: jsonFeed };

/** Any feed, `/-/feeds/….atom` or `/-/feeds/….json`: a page of what is older is `?before=COMMIT`. */
export async function feedPage(context: Context): Promise<Answer> {
  const { ask, site, origin, query, assets } = context;
  const language = askedLanguage(context);
  const asked = followedAt(context.path, query);
  if (!asked) return await missingPage(context, language);
  const before = query.get('before') ?? undefined;
  const contents = await contentsOf(context, asked.followed, language, before);
  if (contents === undefined) return await missingPage(context, language);
  if ('followed' in contents === false)
    return movedAnswer(feedAddress(site, contents, language, asked.format));
  const address = (start: string | undefined) => (format: FeedFormat) =>
    origin + feedAddress(site, contents.followed, language, format, start);
  const inFormats = (of: (format: FeedFormat) => string) => ({ atom: of('atom'), json: of('json') });
  const root = await ask(oldestCommit);
  const feed: Feed = {
    id: feedId('feed', root?.id ?? '', language, ...contents.names),
    title: contents.title,
    subtitle: contents.subtitle,
    href: origin + contents.href,
    self: inFormats(address(before)),
    language,
    author: siteTitle(site, language),
    icon: origin + assets.icon,
    entries: contents.entries,
    ...(contents.before !== undefined && { next: inFormats(address(contents.before)) }),
  };
  return textAnswer(WRITERS[asked.format](feed), `${FEED_TYPES[asked.format]}; charset=utf-8`, {
    'access-control-allow-origin': '*',
    'content-language': language,
  });
}

/** The contents of a feed; what is to be followed in its place; undefined when there is nothing. */
async function contentsOf(
  context: Context,
  followed: Followed,
  language: string,
  before: string | undefined,
): Promise<Contents | Followed | undefined> {
  switch (followed.kind) {
    case 'recent':
      return await folderContents(context, '', language, before);
    case 'folder':
      return await folderContents(context, followed.folder, language, before);
    case 'file':
      return await fileContents(context, followed.path, language, before);
    case 'collection':
      return await collectionContents(context, followed.name, language);
    case 'code':
      return await codeContents(context, followed, language);
    case 'search':
      return await searchContents(context, followed.text, language);
    case 'software':
      return await softwareContents(context, followed.key, language);
  }
}

async function folderContents(
  context: Context,
  folder: string,
  language: string,
  before: string | undefined,
): Promise<Contents | Followed | undefined> {
  const { ask, site } = context;
  const messages = messagesOf(context, language);
  const isRoot = folder === '';
  const exists = isRoot || (await ask(foldersAt, [folder])).length > 0;
  const fate = exists ? undefined : await fateOfAddress(ask, `/${folder}/`, site);
  if (fate?.kind === 'folder') return { kind: 'folder', folder: fate.folder };
  const held = await commitEntries(context, folder, language, before);
  if (!held || (!exists && held.entries.length === 0)) return undefined;
  const name = siteTitle(site, language);
  const title = isRoot ? name : folderTitle(folder, language, site);
  return {
    ...held,
    followed: isRoot ? { kind: 'recent' } : { kind: 'folder', folder },
    names: ['folder', folder],
    title: `${isRoot ? messages.recent.title : messages.recent.titleOf(title)} – ${name}`,
    subtitle: isRoot ? messages.feed.siteSubtitle(name) : messages.feed.folderSubtitle(title),
    href: isRoot
      ? ownAddress(site, '/-/recent', language)
      : encodeAddress(folderAddress(folder, language, site)),
  };
}

async function fileContents(
  context: Context,
  path: string,
  language: string,
  before: string | undefined,
): Promise<Contents | Followed | undefined> {
  const { ask, site } = context;
  const file = await ask(fileAt, path);
  const fate = file ? undefined : await fateOf(ask, [path]);
  if (fate?.kind === 'moved') return { kind: 'file', path: fate.path };
  const all = await versionsBefore(context, path, undefined);
  const versions = before === undefined ? all : await versionsBefore(context, path, before);
  const first = all?.at(-1);
  if (!versions || !first) {
    const found = await findAddress(ask, `/${path}`, site);
    return found.kind === 'page' ? { kind: 'file', path: found.page.path } : undefined;
  }
  const words = messagesOf(context, language).feed;
  const page = await ask(pageAt, path);
  const data = await ask(dataFileAt, path);
  const title = page?.title ?? data?.title ?? nameOf(path);
  const history = ownAddress(site, `/-/history${encodeAddress(`/${path}`)}`, language);
  return {
    ...(await versionEntries(context, versions, language)),
    followed: { kind: 'file', path },
    names: ['file', first.path, first.commit_id],
    title: `${words.fileTitle(title)} – ${siteTitle(site, language)}`,
    subtitle: words.fileSubtitle(title),
    href: page ? await addressOfPath(ask, path) : file ? fileAddress(path) : history,
  };
}

async function collectionContents(
  context: Context,
  name: string,
  language: string,
): Promise<Contents | undefined> {
  const collection = findCollection(context, name, language);
  if (!collection) return undefined;
  const { site } = context;
  return {
    entries: await pageEntries(context, collection.folder, language),
    followed: { kind: 'collection', name },
    names: ['collection', name],
    title: `${collection.title} – ${siteTitle(site, language)}`,
    subtitle: messagesOf(context, language).feed.collectionSubtitle(collection.title),
    href: ownAddress(site, `/-/collections/${name}`, language),
  };
}

async function searchContents(context: Context, text: string, language: string): Promise<Contents> {
  const { site } = context;
  const words = messagesOf(context, language).feed;
  return {
    entries: await searchEntries(context, text, language),
    followed: { kind: 'search', text },
    names: ['search', text],
    title: `${words.searchTitle(text)} – ${siteTitle(site, language)}`,
    subtitle: words.searchSubtitle(text),
    href: ownAddress(site, '/-/search', language, { q: text }),
  };
}

async function softwareContents(
  context: Context,
  key: string | undefined,
  language: string,
): Promise<Contents | undefined> {
  const { ask, site } = context;
  const row = key === undefined ? undefined : await ask(softwareAt, key);
  if (!site.settings.software || (key !== undefined && !row)) return undefined;
  const words = messagesOf(context, language).software;
  return {
    entries: await softwareEntries(context, language, key),
    followed: { kind: 'software', ...(key !== undefined && { key }) },
    names: ['software', key ?? ''],
    title: `${row ? words.feedTitleOf(row.name) : words.feedTitle} – ${siteTitle(site, language)}`,
    subtitle: words.feedSubtitle,
    href: ownAddress(site, row ? softwarePage(row.key) : SOFTWARE, language),
  };
}

async function codeContents(context: Context, followed: CodeFollowed, language: string): Promise<Contents> {
  const { site } = context;
  const { what, asked } = followed;
  const words = messagesOf(context, language).codeFeeds;
  const chosen = await askedInWords(context, language, asked);
  const title = chosen === '' ? words[what] : words.of(words[what], chosen);
  const sort = what === 'repositories' ? 'created' : 'released';
  return {
    entries: await codeEntries(context, followed, language),
    followed,
    names: ['code', what, ...codeParameters({ ...asked, sort: 'score', page: 1 }).flat()],
    title: `${title} – ${siteTitle(site, language)}`,
    subtitle: words.subtitles[what],
    href: codeAddressOf(site, language, { ...asked, sort, page: 1 }),
  };
}
