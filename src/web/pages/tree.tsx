import { SUBMODULE, SYMLINK } from '../../git/tree.ts';
import { entryAt, FOLDER, type FolderEntry, folderEntries } from '../../git/tree-entry.ts';
import { lastVersion } from '../../store/history.ts';
import { fileAddress } from '../../wiki/data-addresses.ts';
import { addressOfPath } from '../../wiki/find-address.ts';
import { mediaType } from '../../wiki/media-types.ts';
import { isPagePath, joinPath } from '../../wiki/paths.ts';
import { siteDates } from '../../wiki/site-dates.ts';
import { type Answer, movedAnswer } from '../answer.ts';
import { askedLanguage, type Context, messagesOf } from '../context.ts';
import { ownPage } from '../own-page.tsx';
import { aroundHref, askedCommit, commitHref } from '../past.ts';
import type { ListedFile } from '../views/entry-table.tsx';
import { TreePage } from '../views/tree-page.tsx';
import type { UnfollowedEntry } from '../views/unfollowed-list.tsx';
import { ARCHIVE_FORMATS, archiveHref } from './archive.ts';
import { missingPage } from './missing.tsx';

const PREFIX = '/-/tree/';

/** Of a larger folder, the first entries are listed. */
const MAX_ENTRIES = 1_000;

/** What a folder holds, all of it, as it is or as it was: `/-/tree/FOLDER/?at=COMMIT`. */
export async function treePage(context: Context): Promise<Answer> {
  const { site, wiki, query } = context;
  const language = askedLanguage(context);
  const folder = context.path.slice(PREFIX.length).replace(/\/+$/, '');
  const commit = await askedCommit(context);
  const entry = commit && (await entryAt(wiki.objects, commit.id, folder));
  if (!commit || !entry) return await missingPage(context, language);
  const at = query.has('at') ? commit.id : undefined;
  if (entry.mode !== FOLDER) {
    return movedAnswer(aroundHref(site, at === undefined ? 'raw' : 'version', folder, language, at), 302);
  }

  const messages = messagesOf(context, language);
  const entries = (await folderEntries(wiki.objects, entry.oid)).filter(({ name }) => !name.includes('/'));
  const shown = entries.slice(0, MAX_ENTRIES);
  const here = (path: string) => aroundHref(site, 'tree', path === '' ? '' : `${path}/`, language, at);
  const title = folder === '' ? messages.tree.title : messages.tree.titleOf(folder);
  return await ownPage(context, {
    language,
    title,
    content: (
      <TreePage
        messages={messages}
        title={title}
        steps={stepsOf(folder).map(({ name, path }) => ({
          label: name === '' ? messages.tree.root : name,
          href: here(path),
        }))}
        folders={shown
          .filter(({ mode }) => mode === FOLDER)
          .map(({ name }) => ({ label: name, href: here(joinPath(folder, name)) }))}
        files={await files(context, shown, folder, language, at)}
        unfollowed={await unfollowed(context, shown)}
        others={entries.length - shown.length}
        archives={ARCHIVE_FORMATS.map((format) => ({ label: format, href: archiveHref(site, format, at) }))}
        commit={{
          date: siteDates(site)(commit.committer_time),
          subject: commit.subject,
          href: commitHref(site, commit.id, language),
        }}
        {...(at !== undefined && { todayHref: aroundHref(site, 'tree', '', language) })}
      />
    ),
  });
}

/** The folders from the root to the one above. */
function stepsOf(folder: string) {
  const names = folder === '' ? [] : folder.split('/');
  return names.map((_, depth) => ({
    name: names[depth - 1] ?? '',
    path: names.slice(0, depth).join('/'),
  }));
}

async function files(
  { ask, site, wiki }: Context,
  entries: readonly FolderEntry[],
  folder: string,
  language: string,
  at: string | undefined,
): Promise<ListedFile[]> {
  const dates = siteDates(site);
  return await Promise.all(
    entries
      .filter(({ mode }) => mode !== FOLDER && mode !== SUBMODULE && mode !== SYMLINK)
      .map(async ({ name, oid }) => {
        const path = joinPath(folder, name);
        const version = at === undefined ? await ask(lastVersion, path) : undefined;
        const today = isPagePath(path) ? await addressOfPath(ask, path) : fileAddress(path);
        return {
          name,
          href: at === undefined ? today : aroundHref(site, 'version', path, language, at),
          mediaType: mediaType(path),
          size: await wiki.objects.size(oid),
          ...(version && { changed: dates(version.author_time) }),
        };
      }),
  );
}

async function unfollowed({ wiki }: Context, entries: readonly FolderEntry[]): Promise<UnfollowedEntry[]> {
  const list: UnfollowedEntry[] = [];
  for (const { name, mode, oid } of entries) {
    if (mode === SUBMODULE) list.push({ kind: 'submodule', name, commit: oid });
    if (mode === SYMLINK) {
      const target = (await wiki.objects.read(oid)).toString().slice(0, 500);
      list.push({ kind: 'symlink', name, target });
    }
  }
  return list;
}
