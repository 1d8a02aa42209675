import { z } from 'zod';
import { changesOf, recentCommitsBelow } from '../../store/recent.ts';
import type { ChangeTable, CommitTable } from '../../store/schema.ts';
import type { Context } from '../context.ts';
import { readCursor } from './cursor.ts';
import { operation } from './operation.ts';
import { historyUrl } from './page-summary.ts';
import { nextAddress } from './paging.ts';
import { cursor, folder, instant, limit } from './parameters.ts';
import { absolute, dateTime, next, path, timeOf, url } from './values.ts';

/** A commit that touches more is answered in part. */
const MAX_FILES = 300;

const fileChange = z.object({
  path,
  kind: z.enum(['added', 'modified', 'deleted', 'renamed']),
  previousPath: z.string().nullable().describe('What a renamed file was called before.'),
  historyUrl: url('Its versions, for people.'),
  diffUrl: url('What changed in it, for people.'),
});

const change = z.object({
  commit: z.string().describe('The id of the commit.'),
  subject: z.string().describe('The first line of its message.'),
  author: z.string().describe('The name of who wrote it.'),
  authoredAt: dateTime('When it was written'),
  committer: z.string().describe('The name of who applied it.'),
  committedAt: dateTime('When it was applied'),
  fileCount: z.int().describe('How many files it changed.'),
  files: z.array(fileChange).describe(`The files, by path: the first ${MAX_FILES}.`),
});

export const changeList = z.object({ items: z.array(change), next });

const query = z.object({ folder, since: instant, until: instant, limit: limit(30, 100), cursor });

const lister = { id: 'listChanges', path: '/changes' };

/** `/changes`: what was committed, the newest first. */
export const listChanges = operation({
  ...lister,
  query,
  answer: changeList,
  async respond(call) {
    const { context, query } = call;
    const before = readCursor<number>(lister.id, query.cursor, 'number');
    const found = await context.ask(recentCommitsBelow, query.folder ?? '', {
      limit: query.limit + 1,
      ...(before !== undefined && { before }),
      ...(query.since !== undefined && { since: secondsOf(query.since) }),
      ...(query.until !== undefined && { until: secondsOf(query.until) }),
    });
    const shown = found.slice(0, query.limit);
    const changes = await context.ask(
      changesOf,
      shown.map(({ seq }) => seq),
    );
    const files = Map.groupBy(changes, ({ seq }) => seq);
    const last = shown.at(-1);
    return {
      value: {
        items: shown.map((commit) => changeValue(context, commit, files.get(commit.seq) ?? [])),
        next: found.length > query.limit && last ? nextAddress(call, lister, last.seq) : null,
      },
    };
  },
});

function secondsOf(text: string): number {
  return Math.ceil(Date.parse(text) / 1000);
}

function changeValue(
  context: Context,
  commit: CommitTable,
  files: readonly ChangeTable[],
): z.infer<typeof change> {
  return {
    commit: commit.id,
    subject: commit.subject,
    author: commit.author_name,
    authoredAt: timeOf(commit.author_time),
    committer: commit.committer_name,
    committedAt: timeOf(commit.committer_time),
    fileCount: files.length,
    files: files.slice(0, MAX_FILES).map(({ path, kind, old_path }) => ({
      path,
      kind,
      previousPath: old_path,
      historyUrl: historyUrl(context, path),
      diffUrl: `${absolute(context, `/-/diff/${path}`)}?to=${commit.id}`,
    })),
  };
}
