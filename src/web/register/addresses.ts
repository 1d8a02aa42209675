import { encodeAddress } from '../../wiki/addresses.ts';

/** The register of source code. */
export const CODE = '/-/code';

const PAGES = {
  repository: `${CODE}/repository/`,
  account: `${CODE}/account/`,
  organisation: `${CODE}/organisation/`,
  office: `${CODE}/office/`,
  licence: `${CODE}/licence/`,
  language: `${CODE}/language/`,
  forge: `${CODE}/forge/`,
  topic: `${CODE}/topic/`,
  dependency: `${CODE}/dependencies/`,
} as const;

export type CodePageKind = keyof typeof PAGES;

const KINDS = Object.keys(PAGES) as CodePageKind[];

/** The page of something by what it is known by: the address of a repository or an account (`gitlab.com/exemple/outil`). */
export function codePage(kind: CodePageKind, name: string): string {
  return encodeAddress(PAGES[kind] + name);
}

/** What the path of a page names. */
export function namedCode(
  path: string,
): { readonly kind: CodePageKind; readonly address: string } | undefined {
  const kind = KINDS.find((kind) => path.startsWith(PAGES[kind]) && path !== PAGES[kind]);
  if (kind === undefined) return undefined;
  const name = path.slice(PAGES[kind].length);
  // Addresses and topics are kept without capitals; languages, licences and packages have them.
  const hasCapitals = ['organisation', 'licence', 'language', 'dependency'].includes(kind);
  return { kind, address: hasCapitals ? name : name.toLowerCase().replace(/\/$/, '') };
}

/** The lists of what repositories are told apart by, and the other pages about all of them. */
export const CODE_LISTS = {
  organisations: `${CODE}/organisations`,
  offices: `${CODE}/offices`,
  licences: `${CODE}/licences`,
  languages: `${CODE}/languages`,
  forges: `${CODE}/forges`,
  topics: `${CODE}/topics`,
  dependencies: `${CODE}/dependencies`,
  remarkable: `${CODE}/remarkable`,
  statistics: `${CODE}/statistics`,
} as const;

export type CodeList = keyof typeof CODE_LISTS;

/** Which of these pages is at a path. */
export function codeListAt(path: string): CodeList | undefined {
  const own = path.replace(/\/$/, '');
  return (Object.keys(CODE_LISTS) as CodeList[]).find((name) => CODE_LISTS[name] === own);
}

/** The register as open data, for people. */
export const CODE_DATA = `${CODE}/data`;
