import { filesAt, foldersAt } from '../store/files.ts';
import { type PageSummary, pagesAt, pagesOfAddresses, pagesOfFamilies, pathOfAlias } from '../store/pages.ts';
import type { FileTable } from '../store/schema.ts';
import { encodeAddress, readPageName } from './addresses.ts';
import { fateOf } from './departures.ts';
import { addressOfPath, folderAddress } from './find-address.ts';
import { folderOf, isPagePath } from './paths.ts';
import type { Site } from './site.ts';
import { readTarget, type Target } from './targets.ts';
import type { Ask } from './trace.ts';

/** Where a link of a page leads. */
export type Destination =
  | { readonly kind: 'external' }
  | { readonly kind: 'here'; readonly href: string }
  | {
      readonly kind: 'local';
      readonly href: string;
      /** The language of the page it leads to, when it is not the reader's. */
      readonly language: string | undefined;
      /** The page it leads to, when it is one. */
      readonly page?: PageSummary | undefined;
      /** The file it leads to, when it is not a page. */
      readonly file?: FileTable | undefined;
    }
  | { readonly kind: 'missing' };

/** The page whose links are followed, as its reader sees it. */
export interface LinkingPage {
  readonly path: string;
  readonly family: string;
  /** The reader's. */
  readonly language: string;
}

type LocalTarget = Extract<Target, { kind: 'local' }>;

/** Where each of these targets, as a page writes them, leads. */
export async function followLinks(
  ask: Ask,
  page: LinkingPage,
  targets: readonly string[],
  site: Site,
): Promise<ReadonlyMap<string, Destination>> {
  const destinations = new Map<string, Destination>();
  const local = new Map<string, LocalTarget>();
  for (const written of new Set(targets)) {
    const target = readTarget(written, folderOf(page.path), site.settings.legacy);
    if (target.kind === 'external') destinations.set(written, { kind: 'external' });
    else if (target.kind === 'here')
      destinations.set(written, { kind: 'here', href: `#${encodeFragment(target.fragment)}` });
    else local.set(written, target);
  }
  if (local.size === 0) return destinations;

  const here = await look(
    ask,
    [...local.values()].flatMap(({ path }) => path ?? []),
    page,
    site,
  );
  // A link written from the root by an author in a folder is understood when it leads nowhere from the folder.
  const lost = [...local.values()].filter(({ path }) => path === undefined || !here.has(path));
  const fromRoot = await look(
    ask,
    lost.flatMap(({ rooted }) => rooted ?? []),
    page,
    site,
  );
  for (const [written, target] of local) {
    const place =
      (target.path !== undefined ? here.get(target.path) : undefined) ??
      (target.path !== undefined ? await lookBack(ask, target.path) : undefined) ??
      (target.rooted !== undefined ? fromRoot.get(target.rooted) : undefined);
    destinations.set(written, place ? withEnd(place, target) : { kind: 'missing' });
  }
  return destinations;
}

type Place = Extract<Destination, { kind: 'local' }>;

function withEnd(place: Place, { query, fragment }: LocalTarget): Place {
  return { ...place, href: `${place.href}${query}${fragment === '' ? '' : `#${encodeFragment(fragment)}`}` };
}

function encodeFragment(fragment: string): string {
  return encodeURIComponent(fragment.toWellFormed()).replaceAll('%20', '-');
}

/** The extensions and names under which a path may be written. */
function pagePathsOf(path: string, language: string, site: Site): string[] {
  if (isPagePath(path)) return [path];
  const stems = path === '' ? ['index', 'README'] : [path, `${path}/index`, `${path}/README`];
  return stems.flatMap((stem) => [
    `${stem}.${language}.md`,
    `${stem}.md`,
    `${stem}.markdown`,
    `${stem}.${site.defaultLanguage}.md`,
  ]);
}

/** What is today at these paths, for the reader of a page. */
async function look(
  ask: Ask,
  paths: readonly string[],
  from: LinkingPage,
  site: Site,
): Promise<Map<string, Place>> {
  const unique = [...new Set(paths)];
  const places = new Map<string, Place>();
  if (unique.length === 0) return places;
  const candidates = new Map(unique.map((path) => [path, pagePathsOf(path, from.language, site)]));
  const files = byPath(await ask(filesAt, unique));
  const pages = byPath(await ask(pagesAt, [...candidates.values()].flat()));
  const addressed = await ask(
    pagesOfAddresses,
    unique.flatMap((path) => [`/${path}`, `/${path}/`]),
  );
  const folders = new Set(await ask(foldersAt, unique));
  const unsuffixed = unique.map((path) => path.replace(/\.(?:md|markdown)$/i, ''));
  const relatives = Map.groupBy(
    await ask(pagesOfFamilies, [
      ...new Set([...unsuffixed, ...[...pages.values(), ...addressed].map(({ family }) => family)]),
    ]),
    ({ family }) => family,
  );

  for (const path of unique) {
    const file = files.get(path);
    if (file && !isPagePath(path)) {
      places.set(path, { kind: 'local', href: encodeAddress(`/${path}`), language: undefined, file });
      continue;
    }
    const page =
      pages.get(path) ??
      addressed.find(({ address }) => address === `/${path}` || address === `/${path}/`) ??
      (candidates.get(path) as string[])
        .map((candidate) => pages.get(candidate))
        .find((found) => found !== undefined) ??
      relatives.get(path.replace(/\.(?:md|markdown)$/i, ''))?.[0];
    if (page) places.set(path, leadTo(path, page, relatives.get(page.family) ?? [], from, site));
    else if (folders.has(path)) {
      places.set(path, {
        kind: 'local',
        href: encodeAddress(folderAddress(path, from.language, site)),
        language: undefined,
      });
    }
  }
  return places;
}

/**
 * The page in the reader's language when there is one, unless the author chose the language: by naming it in the target,
 * or because the page links to its own translation.
 */
function leadTo(
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

/** Where what is no longer at a path went: a page that claims it, or the history. */
async function lookBack(ask: Ask, path: string): Promise<Place | undefined> {
  const asPage = path.replace(/\.(?:md|markdown)$/i, '');
  const alias = (await ask(pathOfAlias, `/${path}`)) ?? (await ask(pathOfAlias, `/${asPage}`));
  if (alias !== undefined)
    return { kind: 'local', href: await addressOfPath(ask, alias), language: undefined };
  const fate = await fateOf(ask, isPagePath(path) ? [path] : [path, `${path}.md`]);
  if (fate?.kind !== 'moved') return undefined;
  return { kind: 'local', href: await addressOfPath(ask, fate.path), language: undefined };
}

function byPath<T extends { readonly path: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.path, row]));
}
