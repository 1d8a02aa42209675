import { posix } from 'node:path';
import { parseMarkdown } from '../markdown/document.ts';
import { pagesLinkingTo } from '../store/links.ts';
import { type PageSummary, pagesAt, pagesOfFamilies } from '../store/pages.ts';
import { encodeAddress, familyOf, namesOfPage, readPageName } from './addresses.ts';
import { withoutFrontMatter } from './front-matter.ts';
import { type Destination, followLinks } from './links.ts';
import { folderOf, isPagePath, joinPath, resolvePath, withoutExtension } from './paths.ts';
import type { Site } from './site.ts';
import { readTarget } from './targets.ts';
import type { Ask } from './trace.ts';

/** What a file becomes when a page moves: null where it goes away. */
export interface MovedText {
  readonly path: string;
  readonly text: string | null;
}

/** Why a page is not moved. */
export type MoveFault = 'name' | 'taken' | 'many';

/** No move rewrites more pages. */
const MAX_PAGES = 45;

export interface MovePlace {
  readonly ask: Ask;
  readonly site: Site;
  /** The text of a page, its lines ending with LF; undefined where it cannot be edited. */
  readonly read: (path: string) => Promise<string | undefined>;
}

/**
 * Moves a page, with its translations that are named as it is, to `name`: a path without language, with or without
 * extension. The links of other pages, and their own, lead where they led.
 */
export async function movePage(
  { ask, site, read }: MovePlace,
  page: PageSummary,
  name: string,
): Promise<readonly MovedText[] | MoveFault> {
  const family = familyOf(readPageName(page.path, site));
  const asked = resolvePath('', name.trim().replace(/^\/+|\/+$/g, ''));
  if (asked === undefined || asked === '') return 'name';
  const to = familyOf(readPageName(isPagePath(asked) ? asked : `${asked}.md`, site));
  if (to === family) return 'name';
  const relatives = (await ask(pagesOfFamilies, [page.family, family])).filter(
    ({ path }) => familyOf(readPageName(path, site)) === family,
  );
  const moved = new Map(relatives.map(({ path }) => [path, path.replace(family, () => to)]));
  if ((await ask(pagesOfFamilies, [to])).length > 0) return 'taken';
  const names = [...moved.keys()].flatMap((path) => [...namesOfPage(path), family, `${family}.md`]);
  const sources = await ask(pagesLinkingTo, [...new Set(names)]);
  const concerned = await ask(pagesAt, [...new Set([...sources, ...moved.keys()])]);
  if (concerned.length > MAX_PAGES) return 'many';
  const made: MovedText[] = [];
  for (const one of concerned) {
    const before = await read(one.path);
    if (before === undefined) continue;
    const newPath = moved.get(one.path);
    const text = await rewriteLinks(ask, site, one, newPath ?? one.path, before, moved);
    if (newPath !== undefined) made.push({ path: one.path, text: null }, { path: newPath, text });
    else if (text !== before) made.push({ path: one.path, text });
  }
  return made;
}

/** Where a destination is written: after a label, in a definition, in raw HTML (CommonMark, 6.3 and 4.7). */
const WRITTEN =
  /(\]\(\s*<?|^ {0,3}\[[^\]]+\]:\s*<?|\b(?:href|src)\s*=\s*["'])([^\s<>()"']+(?:\([^\s<>()"']*\)[^\s<>()"']*)*)/gm;

/** The text of a page that is at `newPath` from now on, its links leading where they led, `moved` pages where they went. */
async function rewriteLinks(
  ask: Ask,
  site: Site,
  page: PageSummary,
  newPath: string,
  text: string,
  moved: ReadonlyMap<string, string>,
): Promise<string> {
  const written = [...new Set([...text.matchAll(WRITTEN)].map(([, , target = '']) => target))];
  const destinations = await followLinks(ask, page, written, site);
  const targets = new Map(
    written.map((target) => [
      target,
      newTarget(site, page.path, newPath, target, destinations.get(target), moved),
    ]),
  );
  const made = outsideCode(text, (part) =>
    part.replace(WRITTEN, (_, before: string, target: string) => before + (targets.get(target) ?? target)),
  );
  return isAlike(text, made) ? made : text;
}

/** How a link of a page at `newPath` is written, that was written `target` at `path`. */
function newTarget(
  site: Site,
  path: string,
  newPath: string,
  target: string,
  destination: Destination | undefined,
  moved: ReadonlyMap<string, string>,
): string {
  const read = readTarget(target, folderOf(path), site.settings.legacy);
  if (read.kind !== 'local' || destination?.kind !== 'local') return target;
  const { page } = destination;
  const [, reference = '', end = ''] = /^([^?#]*)(.*)$/s.exec(target) ?? [];
  const isRooted = reference.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(reference);
  const goes = page && moved.get(page.path);
  if (page && goes !== undefined)
    return relativeTo(newPath, namedAs(read.path ?? '', page.path, goes, site), isRooted) + end;
  // Its own links, when it goes to another folder.
  const isFound =
    read.path !== undefined && (page ?? destination.file)?.path.startsWith(withoutExtension(read.path));
  if (folderOf(path) === folderOf(newPath) || isRooted || !isFound) return target;
  return relativeTo(newPath, `${read.path}${read.folder ? '/' : ''}`, false) + end;
}

/** The new path of a page in the way its former one was written: with its language and its extension or without. */
function namedAs(written: string, from: string, to: string, site: Site): string {
  if (written === from) return to;
  if (written === withoutExtension(from)) return withoutExtension(to);
  const family = familyOf(readPageName(to, site));
  return isPagePath(written) ? `${family}.md` : family;
}

function relativeTo(page: string, path: string, isRooted: boolean): string {
  if (isRooted) return encodeAddress(`/${path}`);
  const relative = posix.relative(joinPath('/', folderOf(page)), joinPath('/', path));
  return encodeAddress(path.endsWith('/') ? `${relative}/` : relative);
}

/** Changes what is not in fenced blocks of code. */
function outsideCode(text: string, change: (part: string) => string): string {
  return text
    .split(/^( {0,3}(?:```|~~~)[\s\S]*?^ {0,3}(?:```|~~~)[^\n]*\n?)/m)
    .map((part, at) => (at % 2 === 0 ? change(part) : part))
    .join('');
}

/** Whether two texts have the same links but for where those lead. */
function isAlike(before: string, after: string): boolean {
  const texts = (text: string) =>
    parseMarkdown(withoutFrontMatter(text)).references.map(
      (reference) => `${reference.kind} ${reference.text}`,
    );
  return texts(before).join('\n') === texts(after).join('\n');
}
