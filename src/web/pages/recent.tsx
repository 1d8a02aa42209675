import { Invalid } from '../../config/errors.ts';
import { changeCounts, changesWithin } from '../../store/commits.ts';
import { foldersIn } from '../../store/files.ts';
import { recentCommitsBelow } from '../../store/recent.ts';
import type { CommitTable } from '../../store/schema.ts';
import { folderTitle } from '../../wiki/folder-title.ts';
import { nameOf } from '../../wiki/paths.ts';
import { siteDates } from '../../wiki/site-dates.ts';
import type { Answer } from '../answer.ts';
import { changedFiles } from '../changed-files.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../context.ts';
import { feedAddress } from '../feeds/addresses.ts';
import { ownPage } from '../own-page.tsx';
import { aroundHref, commitHref } from '../past.ts';
import { isRobot, madeBy } from '../people.ts';
import { type RecentEntry, RecentPage } from '../views/recent-page.tsx';
import { missingPage } from './missing.tsx';

const ADDRESS = '/-/recent';
const COMMITS = 30;

/** Of a commit that touches more, the first files are named. */
const FILES = 8;

const MAX_SEQ = 2 ** 31 - 1;

/** What changed in the site, by day: `/-/recent?folder=FOLDER&before=SEQ`. */
export async function recentPage(context: Context): Promise<Answer> {
  const { ask, site, query } = context;
  const language = askedLanguage(context);
  const folder = (query.get('folder') ?? '').replace(/^\/+|\/+$/g, '');
  const before = readCursor(query.get('before'));
  const range = { limit: COMMITS + 1, ...(before !== undefined && { before }) };
  const commits = await ask(recentCommitsBelow, folder, range);
  if (folder !== '' && commits.length === 0 && before === undefined)
    return await missingPage(context, language);

  const messages = messagesOf(context, language);
  const { recent: words } = messages;
  const href = (parameters: Record<string, string>) =>
    ownAddress(site, ADDRESS, language, { ...(folder !== '' && { folder }), ...parameters });
  const shown = commits.slice(0, COMMITS);
  const title = folder === '' ? words.title : words.titleOf(folderTitle(folder, language, site));
  const followed = { kind: 'folder', folder } as const;
  const feedHref = feedAddress(site, followed, language);
  return await ownPage(context, {
    language,
    title,
    folder,
    href: ADDRESS,
    alternates: [{ href: feedHref, type: 'application/atom+xml', title }],
    content: (
      <RecentPage
        messages={messages}
        title={title}
        entries={await entries(context, shown, folder, language)}
        feedHref={feedHref}
        filesHref={aroundHref(site, 'tree', folder, language)}
        form={{
          action: ADDRESS,
          folder,
          folders: await folderChoices(context, folder, language),
          ...(language !== site.defaultLanguage && { language }),
        }}
        pager={{
          ...(before !== undefined && { newerHref: href({}) }),
          ...(commits.length > COMMITS && { olderHref: href({ before: String(shown.at(-1)?.seq) }) }),
        }}
      />
    ),
  });
}

function readCursor(text: string | null): number | undefined {
  if (text === null) return undefined;
  if (/^[1-9]\d{0,9}$/.test(text) && Number(text) <= MAX_SEQ) return Number(text);
  throw new Invalid('The number after before= is none that this page gave.', 'Start from /-/recent.');
}

async function entries(
  context: Context,
  commits: readonly CommitTable[],
  folder: string,
  language: string,
): Promise<RecentEntry[]> {
  const { ask, site } = context;
  const dates = siteDates(site);
  const seqs = commits.map(({ seq }) => seq);
  const counts = new Map((await ask(changeCounts, seqs)).map(({ seq, count }) => [seq, count]));
  return await Promise.all(
    commits.map(async (commit): Promise<RecentEntry> => {
      const total = counts.get(commit.seq) ?? 0;
      const changes = total === 0 ? [] : await ask(changesWithin, commit.seq, folder, FILES);
      return {
        id: commit.id,
        subject: commit.subject,
        href: commitHref(site, commit.id, language),
        date: dates(commit.committer_time),
        ...madeBy(commit),
        isRobot: isRobot(commit),
        isMerge: commit.parents.includes(','),
        files: await changedFiles(context, commit.id, changes, language),
        otherFiles: total - changes.length,
      };
    }),
  );
}

/** The folders at the root, and the one that was asked for. */
async function folderChoices({ ask, site }: Context, folder: string, language: string) {
  const top = (await ask(foldersIn, '')).filter((path) => path !== '' && !nameOf(path).startsWith('.'));
  const offered = folder === '' || top.includes(folder) ? top : [...top, folder];
  const { compare } = new Intl.Collator(language, { numeric: true });
  return offered
    .map((path) => ({
      path,
      title: path.includes('/') ? path : folderTitle(path, language, site),
    }))
    .sort((a, b) => compare(a.title, b.title));
}
