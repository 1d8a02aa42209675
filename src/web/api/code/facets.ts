import { z } from 'zod';
import { countCodeFacets } from '../../../store/code-facet-counts.ts';
import { CODE_FACETS } from '../../../store/code-facets.ts';
import { countCode } from '../../../store/code-listing.ts';
import { partialFacets } from '../../register/partial-facets.ts';
import { operation } from '../operation.ts';
import { list } from '../parameters.ts';
import { string } from '../values.ts';
import { codeSearch, codeSearchOf } from './code-query.ts';
import { namesOf } from './named.ts';
import { hasRegister, noRegister } from './register-place.ts';
import { found } from './repositories.ts';

const facetCounts = z.object({
  facet: z.enum(CODE_FACETS).describe('The parameter of a search that chooses one of the values.'),
  isExact: z
    .boolean()
    .meta({ examples: [true] })
    .describe('Whether the counts are not the least that there are.'),
  values: z
    .array(
      z.object({
        value: string('ville').describe('As a search writes it.'),
        name: string('La Ville').nullable().describe('Of an organisation or an account, where it is known.'),
        count: z.int(),
      }),
    )
    .describe('The most frequent first, twenty at most.'),
});

export const codeFacets = z.object({ ...found, facets: z.array(facetCounts) });

/** `/code/facets`: how many repositories of a search have each value, were nothing chosen of that facet. */
export const getCodeFacets = operation({
  id: 'getCodeFacets',
  path: '/code/facets',
  query: z.object({ facets: list(CODE_FACETS), ...codeSearch }),
  answer: codeFacets,
  problems: [404],
  async respond({ context, query: { facets: wanted = CODE_FACETS, ...query } }) {
    if (!(await hasRegister(context))) return noRegister();
    const { asked, request, url } = codeSearchOf(context, query);
    const { count, isMore } = await context.ask(countCode, request);
    const counted = await context.ask(countCodeFacets, request, wanted);
    const partial = await partialFacets(context, asked, isMore);
    const valuesOf = (...names: readonly string[]) =>
      counted
        .filter(({ facet }) => names.includes(facet))
        .flatMap(({ values }) => values.map(({ value }) => value));
    const names = await namesOf(context, {
      organisations: valuesOf('organisation', 'ministry'),
      accounts: valuesOf('account'),
    });
    const nameOf = (facet: string, value: string) =>
      facet === 'account'
        ? names.account(value).name
        : facet === 'organisation' || facet === 'ministry'
          ? (names.organisation(value)?.name ?? null)
          : null;
    return {
      value: {
        url,
        total: count,
        totalIsExact: !isMore,
        facets: counted.map(({ facet, values }) => ({
          facet,
          isExact: !partial.has(facet),
          values: values.map(({ value, count }) => ({ value, name: nameOf(facet, value), count })),
        })),
      },
    };
  },
});
