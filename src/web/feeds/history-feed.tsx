import { type Commit, type FileChange, readCommits } from '../../git/history.ts';
import { dataFileAt } from '../../store/data-files.ts';
import { commitsById, type Version, versionsOf } from '../../store/history.ts';
import { pageAt } from '../../store/pages.ts';
import { changesOf, recentCommitsBelow } from '../../store/recent.ts';
import type { ChangeTable, CommitTable } from '../../store/schema.ts';
import { encodeAddress } from '../../wiki/addresses.ts';
import { dataKind, fileAddress } from '../../wiki/data-addresses.ts';
import { isPagePath, nameOf } from '../../wiki/paths.ts';
import { type Context, messagesOf, ownAddress } from '../context.ts';
import type { Messages } from '../messages/messages.ts';
import { rfc3339 } from '../rfc3339.ts';
import { type Room, roomOfFeed, within } from './bounded-html.ts';
import type { FeedEntry } from './feed.ts';
import { feedHtml } from './feed-html.ts';
import { feedId } from './feed-id.ts';
import { fileChangeHtml } from './file-change.tsx';

const MAX_COMMITS = 30;
const MAX_VERSIONS = 20;

/** Files of one commit that its entry shows. */
const MAX_FILES = 10;

/** Commits looked at to find those that changed something: a merge changes nothing of its own. */
const LOOKED_AT = 3 * MAX_COMMITS;

export interface Entries {
  readonly entries: readonly FeedEntry[];
  /** The commit before which others follow. */
  readonly before?: string;
}

/** What the last commits did below a folder (`''` is the root), one entry a commit; before a commit, when it is named. */
export async function commitEntries(
  context: Context,
  folder: string,
  language: string,
  before: string | undefined,
): Promise<Entries | undefined> {
  const { ask, wiki } = context;
  const [start] = before === undefined ? [] : await ask(commitsById, [before]);
  if (before !== undefined && start === undefined) return undefined;
  const range = { limit: LOOKED_AT, ...(start && { before: start.seq }) };
  const looked = await ask(recentCommitsBelow, folder, range);
  const changes = Map.groupBy(
    (
      await ask(
        changesOf,
        looked.map(({ seq }) => seq),
      )
    ).filter((change) => isBelow(change, folder)),
    ({ seq }) => seq,
  );
  const commits = looked.filter(({ seq }) => changes.has(seq)).slice(0, MAX_COMMITS);
  const read = new Map(
    (
      await readCommits(
        wiki.source.gitDir,
        commits.map(({ id }) => id),
      )
    ).map((commit) => [commit.id, commit]),
  );
  const room = roomOfFeed();
  const entries: FeedEntry[] = [];
  for (const commit of commits) {
    const told = read.get(commit.id);
    if (told) entries.push(await commitEntry(context, commit, told, folder, language, room));
  }
  const last =
    commits.length === MAX_COMMITS ? commits.at(-1) : looked.length === LOOKED_AT ? looked.at(-1) : undefined;
  return { entries, ...(last && { before: last.id }) };
}

function isBelow(
  change: Pick<ChangeTable, 'path'> & { old_path?: string | null; oldPath?: string | undefined },
  folder: string,
): boolean {
  return (
    folder === '' ||
    [change.path, change.old_path, change.oldPath].some((path) => path?.startsWith(`${folder}/`))
  );
}

async function commitEntry(
  context: Context,
  commit: CommitTable,
  told: Commit,
  folder: string,
  language: string,
  room: Room,
): Promise<FeedEntry> {
  const messages = messagesOf(context, language);
  const words = messages.feed;
  const href = context.origin + ownAddress(context.site, `/-/commit/${commit.id}`, language);
  const changes = told.changes.filter((change) => isBelow(change, folder));
  const parts: string[] = [];
  const titles: string[] = [];
  for (const change of changes.slice(0, MAX_FILES)) {
    const { title, address } = await named(context, change.path);
    titles.push(title);
    const heading = `${(
      <h2>
        <a href={address}>{title}</a>
        {whatHappened(change, messages)}
      </h2>
    )}`;
    const html = () => fileChangeHtml(context, change, { commit: told, language, whole: false });
    const otherwise = `${(
      <p>
        <a href={href}>{words.readOn}</a>
      </p>
    )}`;
    const base = context.origin + address;
    parts.push(feedHtml(heading + (await within(room, html, otherwise)), base));
  }
  const others = changes.length - titles.length;
  const otherFiles = others > 0 ? [messages.recent.otherFiles(others)] : [];
  if (others > 0)
    parts.push(
      `${(
        <p>
          <a href={href}>{otherFiles}</a>
        </p>
      )}`,
    );
  return {
    id: feedId('commit', commit.id, folder, language),
    title: commit.subject || messagesOf(context, language).commit.noSubject,
    href,
    language,
    published: rfc3339(commit.committer_time),
    updated: rfc3339(commit.committer_time),
    ...people(commit, words.unknownPerson),
    categories: [...new Set(changes.flatMap(({ path }) => sectionOf(path)))].slice(0, MAX_FILES),
    summary: words.filesChanged([titles.join(', '), ...otherFiles].join(' ')),
    html: parts.join('\n'),
    translations: [],
  };
}

/** The versions of a file, the newest first, each with what changed in it; of a page, in full. */
export async function versionEntries(
  context: Context,
  versions: readonly Version[],
  language: string,
): Promise<Entries> {
  const { wiki, origin, site } = context;
  const words = messagesOf(context, language).feed;
  const shown = versions.slice(0, MAX_VERSIONS);
  const ids = shown.map(({ commit_id }) => commit_id);
  const read = new Map(
    (await readCommits(wiki.source.gitDir, ids)).map((commit) => [commit.id, commit] as const),
  );
  const room = roomOfFeed();
  const entries: FeedEntry[] = [];
  for (const version of shown) {
    const commit = read.get(version.commit_id);
    const change = commit?.changes.find(({ path }) => path === version.path);
    const difference = ownAddress(site, `/-/diff${encodeAddress(`/${versions[0]?.path ?? ''}`)}`, language, {
      to: version.commit_id,
    });
    const { address, contentLanguage } = await named(context, version.path);
    const href = origin + difference;
    const otherwise = `${(
      <p>
        <a href={href}>{words.readOn}</a>
      </p>
    )}`;
    const html = async () =>
      commit && change ? await fileChangeHtml(context, change, { commit, language, whole: true }) : '';
    entries.push({
      id: feedId('version', version.commit_id, version.path, language),
      title: version.subject || messagesOf(context, language).commit.noSubject,
      href,
      language: contentLanguage ?? language,
      published: rfc3339(version.committer_time),
      updated: rfc3339(version.committer_time),
      ...people(version, words.unknownPerson),
      categories: [],
      summary: '',
      html: feedHtml(await within(room, html, otherwise), origin + address),
      translations: [],
    });
  }
  const last = versions.length > MAX_VERSIONS ? shown.at(-1) : undefined;
  return { entries, ...(last && { before: last.commit_id }) };
}

/** The versions of a file that came before a commit, when one is named; undefined when it is none of its versions. */
export async function versionsBefore(
  { ask }: Context,
  path: string,
  before: string | undefined,
): Promise<readonly Version[] | undefined> {
  const versions = await ask(versionsOf, path, 5_000);
  if (before === undefined) return versions;
  const at = versions.findIndex(({ commit_id }) => commit_id === before);
  return at === -1 ? undefined : versions.slice(at + 1);
}

/** What a file is called today, and where it is read. */
async function named({ ask }: Context, path: string) {
  const page = isPagePath(path) ? await ask(pageAt, path) : undefined;
  if (page)
    return { title: page.title, address: encodeAddress(page.address), contentLanguage: page.language };
  const data = dataKind(path) === undefined ? undefined : await ask(dataFileAt, path);
  return { title: data?.title ?? nameOf(path), address: fileAddress(path), contentLanguage: undefined };
}

/** Of a page that was changed, nothing need be said. */
function whatHappened({ kind, oldPath }: FileChange, { happened }: Messages): string {
  if (kind === 'modified') return '';
  return ` (${kind === 'renamed' ? happened.renamed(oldPath ?? '') : happened[kind]})`;
}

function people(
  { author_name: author, committer_name: committer }: Pick<CommitTable, 'author_name' | 'committer_name'>,
  unknown: string,
) {
  return {
    authors: [author || unknown],
    contributors: committer === author || committer === '' ? [] : [committer],
  };
}

function sectionOf(path: string): string[] {
  return path.includes('/') ? [path.slice(0, path.indexOf('/'))] : [];
}
