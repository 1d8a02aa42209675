import { z } from 'zod';
import { type ListedPage, listedPages } from '../../store/page-list.ts';
import { readFacts } from '../../wiki/page.ts';
import type { Ask } from '../../wiki/trace.ts';
import { readCursor } from './cursor.ts';
import { operation } from './operation.ts';
import { pageSummaries, pageSummary } from './page-summary.ts';
import { nextAddress } from './paging.ts';
import { cursor, folder, language, limit, text } from './parameters.ts';
import { next } from './values.ts';

export const pageList = z.object({ items: z.array(pageSummary), next });

const query = z.object({
  language,
  folder,
  tag: text(200).optional(),
  limit: limit(50, 500),
  cursor,
});

const lister = { id: 'listPages', path: '/pages' };

/** `/pages`: the pages that lists show, by path. */
export const listPages = operation({
  ...lister,
  query,
  answer: pageList,
  async respond(call) {
    const { context, query } = call;
    const after = readCursor<string>(lister.id, query.cursor, 'string');
    const found = await pagesAfter(context.ask, query, after);
    const shown = found.slice(0, query.limit);
    const last = shown.at(-1);
    const items = await pageSummaries(context, shown);
    return {
      value: {
        items,
        next: found.length > query.limit && last ? nextAddress(call, lister, last.path) : null,
      },
    };
  },
});

/** One more page than the limit, where there is one. */
async function pagesAfter(
  ask: Ask,
  { language, folder, tag, limit }: z.infer<typeof query>,
  after: string | undefined,
): Promise<ListedPage[]> {
  const found: ListedPage[] = [];
  for (let from = after; ; ) {
    const rows = await ask(listedPages, { language, folder, tag, after: from, limit: limit + 1 });
    found.push(...rows.filter(({ facts }) => tag === undefined || readFacts(facts).tags.includes(tag)));
    if (rows.length <= limit || found.length > limit) return found;
    from = rows.at(-1)?.path;
  }
}
