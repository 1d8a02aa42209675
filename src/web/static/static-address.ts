import { hash } from 'node:crypto';
import { encodeAddress } from '../../wiki/addresses.ts';
import { isCleanPath, nameOf } from '../../wiki/paths.ts';
import { percentDecode } from '../../wiki/targets.ts';
import { STATIC_PAGES, type StaticPages } from './static-pages.ts';
import type { StaticScope } from './static-scope.ts';

/** Something that a static site has. */
export interface StaticTarget {
  /** What asks the wiki for it: a path and a query, encoded, always the same for the same thing. */
  readonly address: string;
  /** The path of its file in the site. */
  readonly file: string;
  /** The path of the URL that leads to it on any host, encoded, without the site's own. */
  readonly href: string;
}

const ASSETS = '/-/assets/';
/** What has a name of its own, besides the wiki's files. */
const NAMED: Readonly<Record<string, string>> = {
  '/404': '404.html',
  '/sitemap.xml': 'sitemap.xml',
  '/robots.txt': 'robots.txt',
  '/llms.txt': 'llms.txt',
};

/**
 * What a static site has at an address of the wiki (`/guides`, `/-/table/x.csv?page=2`); undefined when it has nothing
 * there. Every page is a file that ends with `.html`, and is linked to by that name, or a folder's `index.html`, linked to
 * as the folder: what hosts serve without a redirection and without being told how.
 */
export function staticTarget(address: string, scope: StaticScope): StaticTarget | undefined {
  const [encoded = '', search = ''] = address.split('?', 2);
  const path = percentDecode(encoded);
  if (!isPlace(path)) return undefined;
  if (path.startsWith(ASSETS)) return named(encoded, path.slice(1));
  if (path.startsWith('/-/')) return ownTarget(path, new URLSearchParams(search), scope);
  const within = path.slice(1);
  if (scope.isFile(within)) return rawTarget(within, scope);
  if (Object.hasOwn(NAMED, path)) return named(path, NAMED[path] as string);
  const file = path.endsWith('/') ? `${within}index.html` : `${within}.html`;
  return { address: encodeAddress(path), file, href: hrefOf(file) };
}

/** Whether an address can be the place of a file: one with dots for a name could lead out of the site. */
function isPlace(path: string): boolean {
  return path === '/' || (isCleanPath(path.replace(/^\/|\/$/g, '')) && !path.includes('\0'));
}

function named(address: string, file: string): StaticTarget {
  return { address, file, href: encodeAddress(`/${file}`) };
}

/** A file of the wiki has its own name in the site, whatever page is made of it. */
function rawTarget(path: string, { isWritten }: StaticScope): StaticTarget | undefined {
  return isShown(path) && isWritten(path) ? named(`/-/raw${encodeAddress(`/${path}`)}`, path) : undefined;
}

/** The link to a file: a folder's index is the folder. */
function hrefOf(file: string): string {
  return encodeAddress(`/${file.replace(/(^|\/)index\.html$/, '$1')}`);
}

/** What hosts take for their settings (Cloudflare Pages, GitLab Pages, Netlify): who writes a wiki does not decide of these. */
const SETTINGS_OF_HOSTS: ReadonlySet<string> = new Set([
  '_headers',
  '_redirects',
  '_routes.json',
  '_worker.js',
]);

/** Whether a host would take a file of the wiki, or one in that folder, for its settings. */
export function isForHost(path: string): boolean {
  return SETTINGS_OF_HOSTS.has(path.split('/', 1)[0] as string);
}

/**
 * Hosts keep names that begin with a dot to themselves, but for the well-known ones (RFC 8615). What the site has of its
 * own is below `-/`: no file of the wiki takes its place.
 */
export function isShown(path: string): boolean {
  if (path.startsWith('-/') || isForHost(path)) return false;
  return !path.split('/').some((name) => name.startsWith('.') && name !== '.well-known');
}

function ownTarget(path: string, query: URLSearchParams, scope: StaticScope): StaticTarget | undefined {
  const pages = STATIC_PAGES.find(({ prefix }) =>
    prefix.endsWith('/') ? path.startsWith(prefix) : path === prefix,
  );
  if (!pages || (pages.history && !scope.history)) return undefined;
  const rest = path.slice(pages.prefix.length);
  if (pages.has && !pages.has(rest, scope)) return undefined;
  if (pages.prefix === '/-/raw/') return scope.isFile(rest) ? rawTarget(rest, scope) : undefined;
  const parameters = [...query].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, value] of parameters) {
    if (!Object.hasOwn(pages.parameters, name)) return undefined;
    if (!pages.parameters[name]?.(value, scope, rest)) return undefined;
  }
  // A file to download is the same in every language.
  const isDownload = query.has('format');
  const asked = new URLSearchParams(
    parameters.filter(([name, value]) => !isDefault(name, value, scope) && !(isDownload && name === 'lang')),
  );
  const file = fileOf(pages, path, asked);
  return file === undefined
    ? undefined
    : { address: encodeAddress(path) + (asked.size > 0 ? `?${asked}` : ''), file, href: hrefOf(file) };
}

function isDefault(name: string, value: string, { defaultLanguage }: StaticScope): boolean {
  return (name === 'lang' && value === defaultLanguage) || (name === 'page' && value === '1');
}

/** The file of one variant of a page: `-/table/x.csv.html`, `-/table/x.csv.en.html`, `-/table/x.csv/page-2.html`. */
function fileOf({ named }: StaticPages, path: string, query: URLSearchParams): string | undefined {
  const within = path.slice(1);
  const language = query.get('lang');
  const suffix = language === null ? '' : `.${language}`;
  const variant = [...query].filter(([name]) => name !== 'lang');
  if (named) return suffix === '' ? within : within.replace(/(?=\.[^./]*$)/, suffix);
  const format = query.get('format');
  const folder = within.endsWith('/') ? within : `${within}/`;
  if (format !== null) return variant.length > 1 ? undefined : `${folder}${downloadName(within, format)}`;
  if (variant.length > 0)
    return `${folder}${variant.map(([name, value]) => `${name}-${fileName(value)}`).join('.')}${suffix}.html`;
  return within.endsWith('/') ? `${within}index${suffix}.html` : `${within}${suffix}.html`;
}

function downloadName(path: string, format: string): string {
  const name = nameOf(path).replace(/\.[^.]+$/, '');
  return `${name === '' ? 'calendar' : name}.${format}`;
}

/** A value as a part of a file's name: itself where that is safe anywhere, else its letters and a digest. */
function fileName(value: string): string {
  if (/^[a-z0-9-]{1,60}$/.test(value)) return value;
  const letters = value
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');
  return `${letters}-${hash('sha256', value, 'hex').slice(0, 10)}`;
}
