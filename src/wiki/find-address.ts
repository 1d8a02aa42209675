import { fileAt, foldersAt, pathsFoldedAs } from '../store/files.ts';
import {
  addressesFoldedAs,
  type PageSummary,
  pageAt,
  pageOfAddress,
  pagesAt,
  pagesOfFamilies,
} from '../store/pages.ts';
import type { FileTable } from '../store/schema.ts';
import { encodeAddress } from './addresses.ts';
import { type Deletion, fateOfAddress } from './departures.ts';
import { foldPath, isPagePath, withoutExtension } from './paths.ts';
import type { Site } from './site.ts';
import type { Ask } from './trace.ts';

/** What is at an address. `language` is the reader's, as the address tells it. */
export type Found =
  | { readonly kind: 'page'; readonly page: PageSummary; readonly language: string }
  | { readonly kind: 'file'; readonly file: FileTable }
  | { readonly kind: 'folder'; readonly folder: string; readonly language: string }
  /** `to` is the path of a URL, encoded. */
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'gone'; readonly deletion: Deletion; readonly language: string }
  | { readonly kind: 'missing'; readonly language: string };

/**
 * What is at a decoded path of the wiki, `/` included: a page, a file, a folder; else where it went, whatever it was
 * called before; else what it was when it was deleted.
 */
export async function findAddress(ask: Ask, address: string, site: Site): Promise<Found> {
  const { language } = readLanguage(address, site);
  if (address.includes('\0')) return { kind: 'missing', language };
  return (
    (await mended(ask, address, site)) ??
    (await here(ask, address, site)) ??
    (await nearly(ask, address, site)) ??
    (await formerly(ask, address, site)) ??
    (await folded(ask, address)) ?? { kind: 'missing', language }
  );
}

/** The reader's language, and the address without it: `/en/guides` is `/guides` in English. */
export function readLanguage(address: string, site: Site): { language: string; within: string } {
  const top = address.split('/', 2)[1] as string;
  if (site.languages.includes(top) && top !== site.defaultLanguage) {
    return { language: top, within: address.slice(top.length + 1) || '/' };
  }
  return { language: site.defaultLanguage, within: address };
}

/** An address with slashes too many, or that names the default language where that has no folder, is another one. */
async function mended(ask: Ask, address: string, site: Site): Promise<Found | undefined> {
  const single = address.replace(/\/{2,}/g, '/');
  const named = `/${site.defaultLanguage}`;
  const unnamed =
    single === named ? '/' : single.startsWith(`${named}/`) ? single.slice(named.length) : single;
  if (unnamed === address || (single === address && (await here(ask, address, site)))) return undefined;
  return asMoved(unnamed, await findAddress(ask, unnamed, site));
}

function asMoved(to: string, found: Found): Found {
  return found.kind === 'missing' || found.kind === 'moved' || found.kind === 'gone'
    ? found
    : { kind: 'moved', to: encodeAddress(to) };
}

/** What the tree of today has at an address. */
async function here(ask: Ask, address: string, site: Site): Promise<Found | undefined> {
  const { language, within } = readLanguage(address, site);
  if (address === `/${language}` && within === '/') return { kind: 'moved', to: `${address}/` };
  return (
    (await present(ask, address, language, within)) ??
    (await inAnotherLanguage(ask, language, within)) ??
    (await listed(ask, address, language, within))
  );
}

async function present(
  ask: Ask,
  address: string,
  language: string,
  within: string,
): Promise<Found | undefined> {
  const page = await ask(pageOfAddress, address);
  if (page) return { kind: 'page', page, language: within === address ? page.language : language };
  const file = await ask(fileAt, address.slice(1));
  if (!file) return undefined;
  const itsPage = isPagePath(file.path) ? await ask(pageAt, file.path) : undefined;
  return itsPage ? { kind: 'moved', to: encodeAddress(itsPage.address) } : { kind: 'file', file };
}

/** A page that is not written in the reader's language is offered in another. */
async function inAnotherLanguage(ask: Ask, language: string, within: string): Promise<Found | undefined> {
  const inDefault = await ask(pageOfAddress, within);
  const pages = await ask(pagesOfFamilies, inDefault ? [inDefault.family] : familiesOf(within));
  const own = pages.find((page) => page.language === language);
  if (own) return { kind: 'moved', to: encodeAddress(own.address) };
  const page = inDefault ?? pages[0];
  return page && { kind: 'page', page, language };
}

function familiesOf(within: string): string[] {
  const stem = within.slice(1);
  return stem === '' || stem.endsWith('/') ? [`${stem}index`, `${stem}README`] : [stem];
}

/** A folder without a page of its own shows what is in it. */
async function listed(
  ask: Ask,
  address: string,
  language: string,
  within: string,
): Promise<Found | undefined> {
  const folder = within.slice(1).replace(/\/$/, '');
  if ((await ask(foldersAt, [folder])).length === 0) return undefined;
  return within.endsWith('/')
    ? { kind: 'folder', folder, language }
    : { kind: 'moved', to: `${encodeAddress(address)}/` };
}

/** The same thing under an address written otherwise: with or without a final slash, an extension, a language. */
async function nearly(ask: Ask, address: string, site: Site): Promise<Found | undefined> {
  const { language, within } = readLanguage(address, site);
  for (const other of [toggleSlash(address), withoutExtension(address)]) {
    const found = other === '' || other === address ? undefined : await here(ask, other, site);
    if (found) return asMoved(other, found);
  }
  const paths = [...new Set([address, within])].flatMap((path) => [`${path}.md`, `${path}.markdown`]);
  const [page] = await ask(
    pagesAt,
    paths.map((path) => path.slice(1)),
  );
  if (page) return { kind: 'moved', to: await addressFor(ask, page.path, language, site) };
  const file = within === address ? undefined : await ask(fileAt, within.slice(1));
  return file && { kind: 'moved', to: encodeAddress(within) };
}

function toggleSlash(address: string): string {
  return address.endsWith('/') ? address.slice(0, -1) : `${address}/`;
}

/** Where what was at an address went; in a language it was not written in, what was offered there. */
async function formerly(ask: Ask, address: string, site: Site): Promise<Found | undefined> {
  const { language, within } = readLanguage(address, site);
  const own = await fateOfAddress(ask, address, site);
  const fate = own ?? (within === address ? undefined : await fateOfAddress(ask, within, site));
  if (!fate) return undefined;
  if (fate.kind === 'deleted') return { kind: 'gone', deletion: fate.deletion, language };
  if (fate.kind === 'folder') {
    return { kind: 'moved', to: encodeAddress(folderAddress(fate.folder, language, site)) };
  }
  const to = own ? addressOfPath(ask, fate.path) : addressFor(ask, fate.path, language, site);
  return { kind: 'moved', to: await to };
}

/** The one thing whose name differs only by case or by the form of its accents. */
async function folded(ask: Ask, address: string): Promise<Found | undefined> {
  for (const written of [address, toggleSlash(address)]) {
    const addresses = await ask(addressesFoldedAs, foldPath(written));
    if (addresses.length === 1) return { kind: 'moved', to: encodeAddress(addresses[0] as string) };
  }
  const paths = await ask(pathsFoldedAs, [foldPath(address.slice(1))]);
  if (paths.length === 1) return { kind: 'moved', to: await addressOfPath(ask, paths[0] as string) };
  return undefined;
}

/** The URL path of a file of the tree: its page's, or its own. */
export async function addressOfPath(ask: Ask, path: string): Promise<string> {
  const page = isPagePath(path) ? await ask(pageAt, path) : undefined;
  return encodeAddress(page?.address ?? `/${path}`);
}

/** The same for a reader of `language`: the page in it, else the address where it is offered in another. */
async function addressFor(ask: Ask, path: string, language: string, site: Site): Promise<string> {
  const page = isPagePath(path) ? await ask(pageAt, path) : undefined;
  if (!page || language === site.defaultLanguage) return await addressOfPath(ask, path);
  const own = (await ask(pagesOfFamilies, [page.family])).find((relative) => relative.language === language);
  const offered = page.language === site.defaultLanguage ? `/${language}${page.address}` : page.address;
  return encodeAddress(own?.address ?? offered);
}

/** The decoded address of a folder for a reader of `language`. */
export function folderAddress(folder: string, language: string, site: Site): string {
  const prefix = language !== site.defaultLanguage && site.languages.includes(language) ? `/${language}` : '';
  return folder === '' ? `${prefix}/` : `${prefix}/${folder}/`;
}
