import { z } from 'zod';
import { tokensSought } from '../../../register/found-by.ts';
import { languagesOf } from '../../../register/register-context.ts';
import { type SOFTWARE_FACETS, softwareFacets } from '../../../register/software/index-entry.ts';
import {
  countSoftware,
  SOFTWARE_SORTS,
  listSoftware as softwareOf,
} from '../../../store/software-listing.ts';
import { Analyser } from '../../../wiki/search/analyse.ts';
import { STATUSES } from '../../../wiki/software-files/said-software.ts';
import type { Context } from '../../context.ts';
import { type AskedSoftware, askedSoftware, softwareAddress } from '../../software/asked-software.ts';
import { BadQuery } from '../bad-query.ts';
import { readCursor } from '../cursor.ts';
import { operation } from '../operation.ts';
import { nextAddress } from '../paging.ts';
import { cursor, limit, text } from '../parameters.ts';
import { unknownParameters } from '../query.ts';
import { next, url } from '../values.ts';
import { noCatalogue } from './no-catalogue.ts';
import { softwareSummary, summaryOf } from './software-summary.ts';

export const softwareList = z.object({
  url: url('Where people read the same.', '/-/software'),
  total: z.int().describe('How many were found.'),
  items: z.array(softwareSummary),
  next,
});

const query = z.object({
  q: text(300).optional(),
  category: text(500).optional(),
  critical: z.enum(['yes', 'no']).optional(),
  status: z.enum(STATUSES).optional(),
  contract: text(500).optional(),
  licence: text(500).optional(),
  system: text(500).optional(),
  sort: z.enum(SOFTWARE_SORTS).default('name'),
  limit: limit(50, 500),
  cursor,
} satisfies Record<(typeof SOFTWARE_FACETS)[number], z.ZodType> & Record<string, z.ZodType>);

const lister = { id: 'listSoftware', path: '/software' };

/** `/software`: what a search of the catalogue finds. */
export const listSoftware = operation({
  ...lister,
  query,
  others: { 'attribute.hosted': 'yes' },
  answer: softwareList,
  problems: [404],
  async respond(call) {
    const { context } = call;
    const { site, origin } = context;
    const { sort, limit, cursor } = call.query;
    const offset = readCursor<number>(lister.id, cursor, 'number') ?? 0;
    if (!site.settings.software) return noCatalogue();
    const asked = askedOf(context, call.parameters);
    const analysers = languagesOf(site).map((code) => new Analyser(code));
    const request = { tokens: tokensSought(asked.text, analysers), filters: asked.filters };
    const rows = await context.ask(softwareOf, request, { sort, limit: limit + 1, offset });
    return {
      value: {
        url: origin + softwareAddress(site, site.defaultLanguage, asked),
        total: await context.ask(countSoftware, request),
        items: rows.slice(0, limit).map((row) => summaryOf(context, row)),
        next: rows.length > limit ? nextAddress(call, lister, offset + limit) : null,
      },
    };
  },
});

/** The search, attributes included; throws {@link BadQuery} for those that are no filters here. */
function askedOf({ site }: Context, parameters: URLSearchParams): AskedSoftware {
  const given = new URLSearchParams([...parameters].filter(([, value]) => value !== ''));
  const facets = softwareFacets(site.settings.software);
  const known = [...new Set([...Object.keys(query.shape), ...facets])];
  const faults = [
    ...unknownParameters(given, known),
    ...facets
      .filter((name) => given.getAll(name).length > 1)
      .map((parameter) => ({ parameter, detail: 'it is given more than once', expected: 'a text' })),
  ];
  if (faults.length > 0) throw new BadQuery(faults);
  return askedSoftware(site, given);
}
