import { SUBMODULE } from '../git/tree.ts';
import { entryAt, FOLDER } from '../git/tree-entry.ts';
import { commitNamed, indexedCommit } from '../store/commits.ts';
import { fileAt } from '../store/files.ts';
import type { CommitTable, FileTable } from '../store/schema.ts';
import { encodeAddress } from '../wiki/addresses.ts';
import { folderOf, foldPath } from '../wiki/paths.ts';
import type { Site } from '../wiki/site.ts';
import type { Ask } from '../wiki/trace.ts';
import { type Context, ownAddress } from './context.ts';

/** The commit that `?at=` names, or the newest where it says nothing; undefined when there is no such one in the history. */
export async function askedCommit({ ask, query }: Context): Promise<CommitTable | undefined> {
  const at = query.get('at') ?? (await ask(indexedCommit));
  return await ask(commitNamed, at.toLowerCase());
}

/** The file that the commit of `?at=` has at a path. */
export async function formerFile(context: Context, path: string): Promise<FileTable | undefined> {
  const commit = await askedCommit(context);
  return commit && (await fileIn(context, commit.id, path));
}

/** A file of a commit as the index would tell it; undefined when there is no file at that path. */
export async function fileIn(
  { wiki }: Pick<Context, 'wiki'>,
  commit: string,
  path: string,
): Promise<FileTable | undefined> {
  const entry = path === '' ? undefined : await entryAt(wiki.objects, commit, path);
  if (!entry || entry.mode === FOLDER) return undefined;
  const { mode, oid } = entry;
  const size = mode === SUBMODULE ? null : await wiki.objects.size(oid);
  return { path, folder: folderOf(path), folded: foldPath(path), mode, oid, size, width: null, height: null };
}

/** The same context, where the files are those of a commit; the pages, and where links lead, are still today's. */
export function asOf(context: Context, commit: string): Context {
  const ask: Ask = async (question, ...args) =>
    (question as unknown) === fileAt
      ? ((await fileIn(context, commit, String(args[0]))) as never)
      : await context.ask(question, ...args);
  return { ...context, ask, isPast: true };
}

/** The address of something around a path (`version`, `tree`, `raw`, `blame`), in a commit where one is named. */
export function aroundHref(
  site: Site,
  what: 'version' | 'tree' | 'raw' | 'blame',
  path: string,
  language: string,
  at?: string,
): string {
  const address = `/-/${what}${encodeAddress(`/${path}`)}`;
  return ownAddress(site, address, language, at === undefined ? {} : { at: at.slice(0, 12) });
}

export function commitHref(site: Site, id: string, language: string): string {
  return ownAddress(site, `/-/commit/${id.slice(0, 12)}`, language);
}
