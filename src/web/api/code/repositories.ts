import { z } from 'zod';
import { CODE_SORTS, countCode, listCode } from '../../../store/code-listing.ts';
import { readCursor } from '../cursor.ts';
import { operation } from '../operation.ts';
import { nextAddress } from '../paging.ts';
import { cursor, limit } from '../parameters.ts';
import { next, url } from '../values.ts';
import { codeSearch, codeSearchOf } from './code-query.ts';
import { hasRegister, noRegister } from './register-place.ts';
import { repositorySummaries, repositorySummary } from './repository-summary.ts';

/** How many a search finds. */
export const found = {
  url: url('Where people read the same.', '/-/code'),
  total: z.int().describe('How many were found.'),
  totalIsExact: z
    .boolean()
    .meta({ examples: [true] })
    .describe('Whether there are no more.'),
};

export const repositoryList = z.object({ ...found, items: z.array(repositorySummary), next });

const lister = { id: 'listRepositories', path: '/code/repositories' };

/** `/code/repositories`: those that a search of the register finds. */
export const listRepositories = operation({
  ...lister,
  query: z.object({
    ...codeSearch,
    sort: z.enum(CODE_SORTS).default('score'),
    limit: limit(30, 100),
    cursor,
  }),
  answer: repositoryList,
  problems: [404],
  async respond(call) {
    const { context, query } = call;
    const offset = readCursor<number>(lister.id, query.cursor, 'number') ?? 0;
    if (!(await hasRegister(context))) return noRegister();
    const { request, url } = codeSearchOf(context, query);
    const { count, isMore } = await context.ask(countCode, request);
    const { sort, limit } = query;
    const rows = await context.ask(listCode, request, { sort, limit, offset, count });
    const end = offset + limit;
    return {
      value: {
        url,
        total: count,
        totalIsExact: !isMore,
        items: await repositorySummaries(context, rows),
        next: end < count ? nextAddress(call, lister, end) : null,
      },
    };
  },
});
