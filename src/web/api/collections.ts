import { z } from 'zod';
import { listedPagesAt } from '../../store/page-list.ts';
import { pagesOfFolder } from '../../wiki/collections.ts';
import { findCollection } from '../collection.ts';
import { type Context, ownAddress } from '../context.ts';
import { operation, operationAddress } from './operation.ts';
import { pageSummaries, pageSummary } from './page-summary.ts';
import { partOf } from './paging.ts';
import { cursor, language, limit } from './parameters.ts';
import { problemAnswer } from './problem.ts';
import { readerLanguage } from './reader-language.ts';
import { day, next, string, url } from './values.ts';

const collectionSummary = z.object({
  name: string('reports'),
  title: string('Monthly reports'),
  folder: string('2026').describe('The folder that it lists.'),
  order: z.enum(['date', 'name']),
  url: url('Where people read it.', '/-/collections/reports'),
  apiUrl: url('The same, for programs.', '/-/api/v1/collections/reports'),
});

const collectedPage = pageSummary.extend({
  placedAt: day('The date that places it: its own, else that of its first commit').nullable(),
});

export const collectionList = z.object({ items: z.array(collectionSummary) });
export const collection = collectionSummary.extend({ items: z.array(collectedPage), next });

/** `/collections`: those that the settings name. */
export const listCollections = operation({
  id: 'listCollections',
  path: '/collections',
  query: z.object({ language }),
  answer: collectionList,
  async respond({ context, query }) {
    const language = readerLanguage(context, query.language);
    const names = Object.keys(context.site.settings.collections);
    return { value: { items: names.flatMap((name) => described(context, name, language) ?? []) } };
  },
});

const lister = { id: 'getCollection', path: '/collections/{name}' };

/** `/collections/{name}`: its pages, each in the language asked for where it has been translated. */
export const getCollection = operation({
  ...lister,
  examples: ['reports'],
  query: z.object({ language, limit: limit(50, 500), cursor }),
  answer: collection,
  problems: [404],
  async respond(call) {
    const { context, names, query } = call;
    const [name = ''] = names;
    const { ask, site } = context;
    const language = readerLanguage(context, query.language);
    const found = described(context, name, language);
    if (!found)
      return problemAnswer(404, {
        detail: `The wiki has no collection of this name. It has: ${Object.keys(site.settings.collections).join(', ') || 'none'}.`,
      });
    const pages = await pagesOfFolder(ask, found.folder, language, found.order, site);
    const { items, next } = partOf(call, lister, pages);
    const rows = await ask(
      listedPagesAt,
      items.map(({ page }) => page.path),
    );
    const summaries = new Map((await pageSummaries(context, rows)).map((page) => [page.path, page]));
    const collected = items.flatMap(({ page, date }) => {
      const summary = summaries.get(page.path);
      return summary ? [{ ...summary, placedAt: date ?? null }] : [];
    });
    return { value: { ...found, items: collected, next } };
  },
});

function described(
  context: Context,
  name: string,
  language: string,
): z.infer<typeof collectionSummary> | undefined {
  const found = findCollection(context, name, language);
  return (
    found && {
      ...found,
      url: context.origin + ownAddress(context.site, `/-/collections/${name}`, language),
      apiUrl: context.origin + operationAddress('/collections/{name}', name),
    }
  );
}
