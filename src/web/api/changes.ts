import { z } from 'zod';
import { changesOf, recentCommitsBelow } from '../../store/recent.ts';
import type { ChangeTable, CommitTable } from '../../store/schema.ts';
import type { Context } from '../context.ts';
import { rfc3339 } from '../rfc3339.ts';
import { readCursor } from './cursor.ts';
import { operation } from './operation.ts';
import { historyUrl } from './page-summary.ts';
import { nextAddress } from './paging.ts';
import { cursor, folder, instant, limit } from './parameters.ts';
import { absolute, dateTime, next, path, string, url } from './values.ts';

/** A commit that touches more is answered in part. */
const MAX_FILES = 300;

const fileChange = z.object({
  path,
  kind: z.enum(['added', 'modified', 'deleted', 'renamed']).meta({ examples: ['renamed'] }),
  previousPath: string('guides/publier.md').nullable().describe('What a renamed file was called before.'),
  historyUrl: url('Its versions, for people.', '/-/history/guides/publier-son-code.md'),
  diffUrl: url('What changed in it, for people.', '/-/diff/guides/publier-son-code.md?to=4f0c1d0b'),
});

const change = z.object({
  commit: string('4f0c1d0b6c1f4d1b9c39a1d2e7d8a5b4c3f2e1d0').describe('The id of the commit.'),
  subject: string('Rename the guide').describe('The first line of its message.'),
  author: string('Camille Exemple').describe('The name of who wrote it.'),
  authoredAt: dateTime('When it was written'),
  committer: string('Dominique Modèle').describe('The name of who applied it.'),
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
    authoredAt: rfc3339(commit.author_time),
    committer: commit.committer_name,
    committedAt: rfc3339(commit.committer_time),
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
