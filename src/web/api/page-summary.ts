import { z } from 'zod';
import { type LastChange, lastChangesOf } from '../../store/page-list.ts';
import type { PageTable } from '../../store/schema.ts';
import { encodeAddress } from '../../wiki/addresses.ts';
import { type PageFacts, readFacts } from '../../wiki/page.ts';
import type { Context } from '../context.ts';
import { rfc3339 } from '../rfc3339.ts';
import { operationAddress } from './operation.ts';
import { absolute, dateTime, day, languageCode, path, string, url } from './values.ts';

export const changeMark = z
  .object({
    commit: string('4f0c1d0b6c1f4d1b9c39a1d2e7d8a5b4c3f2e1d0').describe('The id of the commit.'),
    author: string('Camille Exemple').describe('The name of its author.'),
    authoredAt: dateTime('When it was written'),
    committedAt: dateTime('When it was committed'),
  })
  .describe('The newest commit of the file.');

export const pageSummary = z.object({
  path,
  url: url('Where people read it.'),
  apiUrl: url('The whole page, for programs.', '/-/api/v1/pages/guides/publier-son-code.md'),
  title: string('Publier son code'),
  description: string('Comment publier le code d’un logiciel.').describe(
    'What it says of itself, else its first sentences.',
  ),
  language: languageCode,
  date: day('The date that the page gives itself').nullable(),
  tags: z.array(string('licences')),
  lastChange: changeMark.nullable(),
});

export type PageSummaryValue = z.infer<typeof pageSummary>;

/** Pages as lists have them. */
export async function pageSummaries(
  context: Context,
  pages: readonly Omit<PageTable, 'folded_address'>[],
): Promise<PageSummaryValue[]> {
  const changes = await context.ask(
    lastChangesOf,
    pages.map((page) => page.path),
  );
  const byPath = new Map(changes.map((change) => [change.path, change]));
  return pages.map((page) => summary(context, page, readFacts(page.facts), byPath.get(page.path)));
}

export function summary(
  context: Context,
  page: Omit<PageTable, 'folded_address' | 'facts'>,
  { tags }: Pick<PageFacts, 'tags'>,
  change: LastChange | undefined,
): PageSummaryValue {
  return {
    path: page.path,
    url: context.origin + encodeAddress(page.address),
    apiUrl: context.origin + operationAddress('/pages/{path}', page.path),
    title: page.title,
    description: page.description,
    language: page.language,
    date: page.date,
    tags: [...tags],
    lastChange: change ? changeMarkOf(change) : null,
  };
}

function changeMarkOf(change: LastChange): z.infer<typeof changeMark> {
  return {
    commit: change.id,
    author: change.author_name,
    authoredAt: rfc3339(change.author_time),
    committedAt: rfc3339(change.committer_time),
  };
}

/** Where the history of a file is read. */
export function historyUrl(context: Context, path: string): string {
  return absolute(context, `/-/history/${path}`);
}
