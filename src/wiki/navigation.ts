import { localized, type NavigationEntry } from '../config/settings.ts';
import {
  foldersWithPages,
  type PageSummary,
  pageOfAddress,
  pagesIn,
  pagesOfFamilies,
} from '../store/pages.ts';
import { encodeAddress, isIndexName, isReadmeName, readPageName } from './addresses.ts';
import { folderAddress } from './find-address.ts';
import { folderTitle } from './folder-title.ts';
import { type Destination, followLinks } from './links.ts';
import { humanName } from './page.ts';
import { folderOf, nameOf, resolvePath } from './paths.ts';
import type { Site } from './site.ts';
import type { Ask } from './trace.ts';

/** An entry of the navigation. `folder` is the folder whose pages are under it. */
export interface NavigationNode {
  readonly title: string;
  readonly href: string;
  /** The language of the title, when it is not the reader's. */
  readonly language: string | undefined;
  readonly folder: string | undefined;
  readonly children: readonly NavigationNode[];
}

/** More would be a sitemap. */
const MAX_ENTRIES = 40;

/** Pages of a repository that are about it, which a reader does not look for. */
const ABOUT_REPOSITORY = /^(?:readme|licen[cs]e|copying|contributing|code_of_conduct|security|changelog)$/i;

/** The navigation for a reader of `language` who is in `current` (a folder): that of the settings, else the tree's. */
export async function navigation(
  ask: Ask,
  language: string,
  current: string,
  site: Site,
): Promise<readonly NavigationNode[]> {
  const entries = (site.settings.navigation ?? (await entriesOfTree(ask, language, site))).slice(
    0,
    MAX_ENTRIES,
  );
  const targets = entries.flatMap((entry) => targetOf(entry) ?? []);
  const reader = { path: '', family: '', language };
  const destinations = await followLinks(ask, reader, targets, site);
  const nodes: NavigationNode[] = [];
  for (const entry of entries) {
    const destination = destinations.get(targetOf(entry) ?? '');
    const node = await nodeOf(ask, entry, destination, language, current, site);
    if (node) nodes.push(node);
  }
  if (site.settings.navigation) return nodes;
  return sortByTitle(
    nodes.filter((node) => node.language === undefined),
    language,
  );
}

/** What an entry links to in the wiki, written from its root. */
function targetOf(entry: NavigationEntry): string | undefined {
  if (typeof entry === 'object' && 'link' in entry) return undefined;
  return `/${resolvePath('', typeof entry === 'string' ? entry : entry.path) ?? ''}`;
}

async function entriesOfTree(ask: Ask, language: string, site: Site): Promise<NavigationEntry[]> {
  const pages = (await ask(pagesIn, '')).filter(
    ({ path, unlisted }) =>
      unlisted === 0 && !/^index\b/i.test(path) && !ABOUT_REPOSITORY.test(path.split('.')[0] as string),
  );
  // A folder named as a language is that language's root, not a part of the wiki.
  const folders = (await ask(foldersWithPages, '', language)).filter(
    (path) => !path.startsWith('.') && !site.suffixes.includes(path),
  );
  return [...new Set(pages.map(({ family }) => family)), ...folders.map((folder) => `${folder}/`)];
}

async function nodeOf(
  ask: Ask,
  entry: NavigationEntry,
  destination: Destination | undefined,
  language: string,
  current: string,
  site: Site,
): Promise<NavigationNode | undefined> {
  if (typeof entry === 'object' && 'link' in entry) {
    const title = localized(entry.title, language);
    return { title, href: entry.link, language: undefined, folder: undefined, children: [] };
  }
  if (destination?.kind !== 'local') return undefined;
  const { path, title } = typeof entry === 'string' ? { path: entry } : entry;
  const { page } = destination;
  const written = resolvePath('', path) ?? '';
  const isFolder = path.endsWith('/') || page?.address.endsWith('/');
  const folder = isFolder ? (page?.folder ?? written) : undefined;
  return {
    title: title === undefined ? (page?.title ?? humanName(nameOf(written))) : localized(title, language),
    href: destination.href,
    language: title === undefined ? destination.language : undefined,
    folder,
    children:
      folder !== undefined && isWithin(current, folder) ? await pagesUnder(ask, folder, language, site) : [],
  };
}

/** Whether a folder is another one or under it. */
export function isWithin(folder: string, ancestor: string): boolean {
  return folder === ancestor || (ancestor !== '' && folder.startsWith(`${ancestor}/`));
}

async function pagesUnder(ask: Ask, folder: string, language: string, site: Site): Promise<NavigationNode[]> {
  const families = Map.groupBy(
    (await ask(pagesIn, folder)).filter(({ unlisted }) => unlisted === 0),
    ({ family }) => family,
  );
  const pages = [...families.values()].flatMap((family) => {
    const page = family.find((candidate) => candidate.language === language);
    const name = page && readPageName(page.path, site);
    return page && name && !isIndexName(name) && !isReadmeName(name) ? [page] : [];
  });
  const nodes = inOrder(pages, language).map(({ title, address }) => ({
    title,
    href: encodeAddress(address),
    language: undefined,
    folder: undefined,
    children: [],
  }));
  return nodes.slice(0, MAX_ENTRIES);
}

/** Pages that all have a date are read from the newest on; others by their titles. */
function inOrder(pages: readonly PageSummary[], language: string): PageSummary[] {
  if (!pages.every(({ date }) => date !== null)) return sortByTitle(pages, language);
  return pages.toSorted((a, b) => (b.date as string).localeCompare(a.date as string));
}

function sortByTitle<T extends { readonly title: string }>(nodes: readonly T[], language: string): T[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return nodes.toSorted((a, b) => compare(a.title, b.title));
}

/** From the home page to what holds `folder`, for a reader of `language`: each folder above, under its page's title. */
export async function ancestry(
  ask: Ask,
  folder: string,
  language: string,
  site: Site,
): Promise<
  readonly { readonly title: string; readonly href: string; readonly language: string | undefined }[]
> {
  const ancestors = [];
  for (let at = folder; at !== ''; at = folderOf(at)) {
    const href = encodeAddress(folderAddress(at, language, site));
    const page = await pageOfFolder(ask, at, language, site);
    ancestors.unshift({
      title: page?.title ?? folderTitle(at, language, site),
      href,
      language: page && page.language !== language ? page.language : undefined,
    });
  }
  return ancestors;
}

/** The page that a folder opens with, in the reader's language where it exists in it; undefined when it has none. */
export async function pageOfFolder(
  ask: Ask,
  folder: string,
  language: string,
  site: Site,
): Promise<PageSummary | undefined> {
  const own = await ask(pageOfAddress, folderAddress(folder, language, site));
  return own ?? (await ask(pagesOfFamilies, [`${folder}/index`]))[0];
}
