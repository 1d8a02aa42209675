import { hash } from 'node:crypto';
import type { Reader } from '../../store/database.ts';
import { filesAt, foldersAt } from '../../store/files.ts';
import { pathsLinkedFrom } from '../../store/links.ts';
import { aliasesOf, type PageSummary, pageFactsOf, pagesAt } from '../../store/pages.ts';
import { aliasOf, namesOfPage, readPageName } from '../addresses.ts';
import { readFacts } from '../page.ts';
import { folderOf, foldersAbove, isPagePath, joinPath } from '../paths.ts';
import type { Site } from '../site.ts';

/** What the index says of some files, as far as what links to them depends on it. */
export interface Presence {
  readonly files: ReadonlyMap<string, PresentFile>;
  readonly folders: ReadonlySet<string>;
  /** The paths that links from these files name. */
  readonly linked: readonly string[];
}

export interface PresentFile {
  readonly oid: string;
  readonly page: PageSummary | undefined;
  readonly aliases: readonly string[];
  /** Changes when a place in it comes, goes, or is renamed. */
  readonly anchors: string;
}

/** What the index says now of files that are being pushed. */
export async function presenceOf(reader: Reader, paths: readonly string[]): Promise<Presence> {
  const pages = new Map((await pagesAt(reader, paths)).map((page) => [page.path, page]));
  const facts = new Map((await pageFactsOf(reader, paths)).map((row) => [row.path, readFacts(row.facts)]));
  const aliases = Map.groupBy(await aliasesOf(reader, paths), ({ path }) => path);
  const files = (await filesAt(reader, paths)).map(({ path, oid }): [string, PresentFile] => {
    const own = facts.get(path);
    const anchors = own ? [...own.headings.map(({ slug }) => slug), '', ...own.anchors] : [oid];
    return [
      path,
      {
        oid,
        page: pages.get(path),
        aliases: (aliases.get(path) ?? []).map(({ address }) => address),
        anchors: hash('sha1', anchors.join('\n')),
      },
    ];
  });
  const above = new Set(paths.flatMap((path) => foldersAbove(folderOf(path))));
  return {
    files: new Map(files),
    folders: new Set(await foldersAt(reader, [...above])),
    linked: await pathsLinkedFrom(reader, paths),
  };
}

/** Whether a file is found under the same names as before. */
export function isFoundAlike(before: PresentFile | undefined, after: PresentFile | undefined): boolean {
  const names = (file: PresentFile | undefined) =>
    file && [file.page?.address, file.page?.family, file.page?.language, file.page?.unlisted, file.aliases];
  return JSON.stringify(names(before)) === JSON.stringify(names(after));
}

/** The paths by which a link may name a file, as it is or was: its own, its page's in any form, its former addresses. */
export function namesOf(path: string, states: readonly (PresentFile | undefined)[], site: Site): string[] {
  const names = new Set([path]);
  const add = (name: string) => {
    const bare = name.replace(/^\/|\/$/g, '');
    for (const each of [bare, `${bare}.md`, `${bare}.markdown`, joinPath(bare, 'index.md')]) names.add(each);
  };
  if (isPagePath(path)) {
    for (const name of namesOfPage(path)) add(name);
    const { folder, stem } = readPageName(path, site);
    add(joinPath(folder, stem));
    if (/^(?:index|README)$/i.test(stem)) add(folder);
  }
  for (const state of states) {
    if (!state) continue;
    names.add(`oid:${state.oid}`);
    if (state.page) for (const name of [state.page.address, state.page.family]) add(name);
    for (const alias of state.aliases) add(aliasOf(alias));
  }
  return [...names];
}
