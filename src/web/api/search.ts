import { z } from 'zod';
import type { Segment } from '../../wiki/search/results.ts';
import { search } from '../../wiki/search/search.ts';
import { readCursor } from './cursor.ts';
import { operation } from './operation.ts';
import { nextAddress } from './paging.ts';
import { cursor, language, limit, text } from './parameters.ts';
import { languageCode, next, string, url } from './values.ts';

/** Who reads further asks better. */
const MAX_RESULTS = 1_000;

const segments = z.array(
  z.object({
    text: string('licence'),
    matched: z
      .boolean()
      .meta({ examples: [true] })
      .describe('Whether it is what was looked for.'),
  }),
);

const kinds = z.enum(['page', 'row', 'event', 'file']);

const result = z.object({
  kind: kinds,
  url: url('Where it leads, to the heading that answers best.'),
  language: languageCode,
  title: string('Publier son code'),
  titleSegments: segments.describe('The title in pieces.'),
  heading: string('Choisir une licence').nullable().describe('The heading that the excerpt is under.'),
  section: string('guides').describe('The folder at the root that it is in; empty for the root.'),
  excerpt: segments.describe('The best of its text, in pieces.'),
});

const counts = z.array(z.object({ value: string('fr'), count: z.int() }));

export const searchResults = z.object({
  query: string('licence'),
  total: z.int().describe('How many were found.'),
  totalIsExact: z
    .boolean()
    .meta({ examples: [true] })
    .describe('Whether there may be more.'),
  relaxed: z.boolean().describe('Nothing has all the words: these have most of them.'),
  didYouMean: string('licences').nullable().describe('The query with its words spelt better.'),
  facets: z
    .object({ language: counts, section: counts, kind: counts })
    .meta({
      examples: [
        {
          language: [{ value: 'fr', count: 1 }],
          section: [{ value: 'guides', count: 1 }],
          kind: [{ value: 'page', count: 1 }],
        },
      ],
    })
    .describe('How many would be found under the other filters.'),
  items: z.array(result),
  next,
});

const query = z.object({
  q: text(10_000).meta({ examples: ['licence'] }),
  language,
  in: language,
  kind: kinds.optional(),
  section: text(1_000).optional(),
  limit: limit(20, 100),
  cursor,
});

const lister = { id: 'search', path: '/search' };

/** `/search`: what answers some words, the best first. */
export const searchAll = operation({
  ...lister,
  query,
  answer: searchResults,
  async respond(call) {
    const { context, query } = call;
    const offset = readCursor<number>(lister.id, query.cursor, 'number') ?? 0;
    const { in: inLanguage, kind, section, limit } = query;
    const found = await search(
      context.ask,
      {
        text: query.q,
        language: query.language ?? context.site.defaultLanguage,
        filters: {
          ...(inLanguage !== undefined && { language: inLanguage }),
          ...(kind !== undefined && { kind }),
          ...(section !== undefined && { section }),
        },
        offset,
        limit,
      },
      context.site,
    );
    const end = offset + limit;
    const goesOn = found.results.length === limit && end < Math.min(found.total, MAX_RESULTS);
    return {
      value: {
        query: query.q,
        total: found.total,
        totalIsExact: found.totalIsExact,
        relaxed: found.relaxed ?? false,
        didYouMean: found.didYouMean ?? null,
        facets: {
          language: [...found.facets.language],
          section: [...found.facets.section],
          kind: [...found.facets.kind],
        },
        items: found.results.map(
          ({ address, titleSegments, heading, excerpt, headingSegments: _, ...rest }) => ({
            ...rest,
            url: context.origin + address,
            titleSegments: plain(titleSegments),
            heading: heading ?? null,
            excerpt: plain(excerpt),
          }),
        ),
        next: goesOn ? nextAddress(call, lister, end) : null,
      },
    };
  },
});

function plain(segments: readonly Segment[]): Segment[] {
  return segments.map(({ text, matched }) => ({ text, matched }));
}
