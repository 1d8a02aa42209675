import { filesAt, foldersAt } from '../store/files.ts';
import { type PageSummary, pagesAt, pagesOfAddresses, pagesOfFamilies } from '../store/pages.ts';
import type { FileTable } from '../store/schema.ts';
import { encodeAddress, readPageName } from './addresses.ts';
import { fileAddress } from './data-addresses.ts';
import type { Fate } from './departures.ts';
import { addressOfPath, folderAddress } from './find-address.ts';
import { isPagePath, joinPath, withoutExtension } from './paths.ts';
import type { Site } from './site.ts';
import type { Ask } from './trace.ts';

/** What a link leads to in the wiki, for one reader. */
export interface Place {
  readonly kind: 'local';
  readonly href: string;
  /** The language of the page it leads to, when it is not the reader's. */
  readonly language: string | undefined;
  /** The page it leads to, when it is one. */
  readonly page?: PageSummary | undefined;
  /** The file it leads to, when it is not a page. */
  readonly file?: FileTable | undefined;
}

/** The page whose links are followed, as its reader sees it. */
export interface LinkingPage {
  readonly path: string;
  readonly family: string;
  /** The reader's. */
  readonly language: string;
}

/** What the index holds of all the paths that the links of a page name, asked for at once. */
interface Known {
  readonly files: ReadonlyMap<string, FileTable>;
  readonly pages: ReadonlyMap<string, PageSummary>;
  readonly addressed: readonly PageSummary[];
  readonly folders: ReadonlySet<string>;
  readonly families: ReadonlyMap<string, readonly PageSummary[]>;
}

/** What is today at these paths, for the reader of a page. A path that ends with a slash is a folder's rather than a page's. */
export async function placesOf(
  ask: Ask,
  written: readonly string[],
  from: LinkingPage,
  site: Site,
): Promise<ReadonlyMap<string, Place>> {
  const places = new Map<string, Place>();
  if (written.length === 0) return places;
  const known = await know(ask, [...new Set(written.map(bare))], from, site);
  for (const path of new Set(written)) {
    const place = placeOf(path, known, from, site);
    if (place) places.set(path, place);
  }
  return places;
}

/** Where what is no longer at a path went, for the reader of a page. */
export async function placeOfFate(
  ask: Ask,
  fate: Fate,
  written: string,
  from: LinkingPage,
  site: Site,
): Promise<Place | undefined> {
  if (fate.kind === 'deleted') return undefined;
  if (fate.kind === 'folder') return folderPlace(fate.folder, from, site);
  const [page] = await ask(pagesAt, [fate.path]);
  if (page) return pagePlace(written, page, await ask(pagesOfFamilies, [page.family]), from, site);
  return { kind: 'local', href: await addressOfPath(ask, fate.path), language: undefined };
}

function bare(path: string): string {
  return path.replace(/\/$/, '');
}

async function know(
  ask: Ask,
  paths: readonly string[],
  { language }: LinkingPage,
  site: Site,
): Promise<Known> {
  // A page is not asked for as a file, whose bytes change: what links to it need not be made anew.
  const files = await ask(
    filesAt,
    paths.filter((path) => !isPagePath(path)),
  );
  const pages = await ask(
    pagesAt,
    paths.flatMap((path) => [...pagePaths(path, language, site), ...indexPaths(path, language, site)]),
  );
  const addressed = await ask(
    pagesOfAddresses,
    paths.flatMap((path) => [`/${path}`, `/${path}/`]),
  );
  const families = new Set([
    ...paths.map(withoutExtension),
    ...[...pages, ...addressed].map(({ family }) => family),
  ]);
  return {
    files: byPath(files),
    pages: byPath(pages),
    addressed,
    folders: new Set(await ask(foldersAt, paths)),
    families: Map.groupBy(await ask(pagesOfFamilies, [...families]), ({ family }) => family),
  };
}

/** The files of pages that a path may mean, written without language or extension. */
function pagePaths(path: string, language: string, { defaultLanguage }: Site): string[] {
  if (isPagePath(path)) return [path];
  return [`${path}.${language}.md`, `${path}.md`, `${path}.markdown`, `${path}.${defaultLanguage}.md`];
}

function indexPaths(path: string, language: string, site: Site): string[] {
  if (isPagePath(path)) return [];
  return ['index', 'README'].flatMap((name) => pagePaths(joinPath(path, name), language, site));
}

function placeOf(written: string, known: Known, from: LinkingPage, site: Site): Place | undefined {
  const path = bare(written);
  const file = known.files.get(path);
  if (file) return { kind: 'local', href: fileAddress(path), language: undefined, file };
  const find = (address: string, paths: readonly string[]) =>
    known.pages.get(path) ??
    known.addressed.find((page) => page.address === address) ??
    paths.map((candidate) => known.pages.get(candidate)).find((page) => page !== undefined);
  const lead = (page: PageSummary | undefined) =>
    page && pagePlace(path, page, known.families.get(page.family) ?? [], from, site);
  const asPage = () =>
    lead(
      find(`/${path}`, pagePaths(path, from.language, site)) ??
        known.families.get(withoutExtension(path))?.[0],
    );
  const asFolder = () =>
    lead(find(`/${path}/`, indexPaths(path, from.language, site))) ??
    (known.folders.has(path) ? folderPlace(path, from, site) : undefined);
  return written.endsWith('/') ? (asFolder() ?? asPage()) : (asPage() ?? asFolder());
}

function folderPlace(folder: string, { language }: LinkingPage, site: Site): Place {
  return { kind: 'local', href: encodeAddress(folderAddress(folder, language, site)), language: undefined };
}

/**
 * The page in the reader's language when there is one, unless the author chose the language: by naming it in the target,
 * or because the page links to its own translation.
 */
function pagePlace(
  written: string,
  page: PageSummary,
  relatives: readonly PageSummary[],
  from: LinkingPage,
  site: Site,
): Place {
  const chosen = page.family === from.family || readPageName(written, site).language !== undefined;
  const own = chosen ? undefined : relatives.find(({ language }) => language === from.language);
  const shown = own ?? page;
  const offered = !chosen && shown.language !== from.language && shown.language === site.defaultLanguage;
  const prefix =
    offered && from.language !== site.defaultLanguage && site.languages.includes(from.language)
      ? `/${from.language}`
      : '';
  return {
    kind: 'local',
    href: prefix + encodeAddress(shown.address),
    language: shown.language === from.language ? undefined : shown.language,
    page: shown,
  };
}

function byPath<T extends { readonly path: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.path, row]));
}
