import { encodePath } from '../git/path.ts';
import { folderOf, isPagePath, joinPath, nameOf, withoutExtension } from './paths.ts';
import type { Site } from './site.ts';

/** What the name of a page's file says: `pocos/faq.en.md` is `faq`, in English, in `pocos`. */
export interface PageName {
  readonly folder: string;
  /** The name without extension and language. */
  readonly stem: string;
  /** From the suffix, or from a folder at the root that is named as a language. */
  readonly language: string | undefined;
}

type Languages = Pick<Site, 'defaultLanguage' | 'suffixes'>;

export function readPageName(path: string, { suffixes }: Pick<Site, 'suffixes'>): PageName {
  const folder = folderOf(path);
  const name = nameOf(withoutExtension(path));
  const dot = name.lastIndexOf('.');
  const suffix = name.slice(dot + 1);
  if (dot > 0 && suffixes.includes(suffix)) return { folder, stem: name.slice(0, dot), language: suffix };
  const top = folder.split('/', 1)[0] as string;
  return { folder, stem: name, language: suffixes.includes(top) ? top : undefined };
}

/** What a page and its translations have in common when their names tell: the path without language and extension. */
export function familyOf({ folder, stem, language }: PageName): string {
  const top = folder.split('/', 1)[0] as string;
  const shared = language !== undefined && top === language ? folder.slice(top.length + 1) : folder;
  return joinPath(shared, stem);
}

/**
 * The decoded path of the address of a page: `/`, `/guides`, `/pocos/`, `/en/pocos/faq`. It follows from the name of the
 * file alone, so that editing a page never moves it; `isIndex` says that it stands for its folder (an `index`, or a
 * README where there is none).
 */
export function pageAddress(page: PageName, isIndex: boolean, { defaultLanguage }: Languages): string {
  const { folder, stem, language } = page;
  const top = folder.split('/', 1)[0] as string;
  const prefixed = language !== undefined && language !== defaultLanguage && top !== language;
  const within = isIndex ? (folder === '' ? '' : `${folder}/`) : joinPath(folder, stem);
  return prefixed ? `/${language}/${within}` : `/${within}`;
}

export function isIndexName({ stem }: PageName): boolean {
  return stem === 'index';
}

export function isReadmeName({ stem }: PageName): boolean {
  return /^readme$/i.test(stem);
}

const KEPT = /[A-Za-z0-9\-._~!$&'()*+,;=:@/]/;

/** A decoded path as the path of a URL (RFC 3986, section 3.3); the bytes that are not UTF-8 as they are in Git. */
export function encodeAddress(path: string): string {
  if (/^[\w\-./~]*$/.test(path)) return path;
  let url = '';
  for (const byte of encodePath(path)) {
    const character = String.fromCharCode(byte);
    url += KEPT.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return url;
}

/** The paths a page may have had whose address was this one: where to look in the history for an old address. */
export function pathsOfAddress(address: string, languages: Languages): string[] {
  const paths: string[] = [];
  const { defaultLanguage, suffixes } = languages;
  const within = address.slice(1);
  if (within !== '' && !within.endsWith('/')) paths.push(within);
  paths.push(...pagePaths(within, [undefined, defaultLanguage]));
  const [top, ...rest] = within.split('/');
  if (top !== undefined && suffixes.includes(top) && top !== defaultLanguage) {
    paths.push(...pagePaths(rest.join('/'), [top]));
  }
  return paths;
}

function pagePaths(within: string, languages: readonly (string | undefined)[]): string[] {
  if (isPagePath(within)) return [];
  const folder = within.replace(/\/$/, '');
  const stems = ['index', 'README', 'readme'].map((name) => joinPath(folder, name));
  if (folder !== '') stems.unshift(folder);
  return stems.flatMap((stem) =>
    languages.flatMap((language) => {
      const name = language === undefined ? stem : `${stem}.${language}`;
      return [`${name}.md`, `${name}.markdown`];
    }),
  );
}

/** The one form under which a former address is kept, be it written as an address or as the path of a file. */
export function aliasOf(address: string): string {
  return withoutExtension(address).replace(/\/(?:index)?$/, '');
}

/** The pages that a path may name, written with or without its extension, or as the folder that the page stands for. */
export function pagesNamed(path: string): string[] {
  if (isPagePath(path)) return [path];
  const stems = [...(path === '' ? [] : [path]), joinPath(path, 'index'), joinPath(path, 'README')];
  return stems.flatMap((stem) => [`${stem}.md`, `${stem}.markdown`]);
}

/** The ways in which a page may be named: the inverse of {@link pagesNamed}. */
export function namesOfPage(path: string): string[] {
  const bare = withoutExtension(path);
  return /(?:^|\/)(?:index|README)$/.test(bare) ? [path, bare, folderOf(bare)] : [path, bare];
}
