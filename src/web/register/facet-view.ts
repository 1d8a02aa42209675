import type { CodeCount, CodeFilterName } from '../../store/code-listing.ts';
import { CODE_FLAGS, codeAccountNames, codeOrganisations } from '../../store/code-listing.ts';
import { type Context, messagesOf } from '../context.ts';
import type { CodeFilter } from '../views/register/code-filters.tsx';
import { type AskedCode, codeAddressOf } from './asked-code.ts';

/** What a value of a facet is called. */
export type FacetName = (facet: CodeFilterName, value: string) => string;

/** The names of the values that are shown. */
export async function facetNames(
  { ask, ...context }: Context,
  language: string,
  accounts: readonly string[],
): Promise<FacetName> {
  const { code: words } = messagesOf(context, language);
  const organisations = new Map((await ask(codeOrganisations)).map(({ id, name }) => [id, name]));
  const named = await ask(codeAccountNames, [...new Set(accounts)].sort());
  const names = new Map(named.map(({ address, name }) => [address, name]));
  return (facet, value) => {
    if (CODE_FLAGS.includes(facet)) return value === 'yes' ? words.yes : words.no;
    if (facet === 'organisation') return organisations.get(value) ?? value;
    if (facet === 'account') return names.get(value) ?? value;
    return value;
  };
}

/** The facets in which there is something to choose, or something is chosen; what has no counts can only be given up. */
export function codeFilters(
  context: Context,
  language: string,
  asked: AskedCode,
  counts: ReadonlyMap<CodeFilterName, readonly CodeCount[]>,
  nameOf: FacetName,
): CodeFilter[] {
  const { code: words, number } = messagesOf(context, language);
  return [...counts].flatMap(([facet, values]) => {
    const chosen = asked.filters[facet];
    if (chosen === undefined && values.length < 2) return [];
    const href = (value: string | undefined) => {
      const { [facet]: _, ...others } = asked.filters;
      const filters = value === undefined ? others : { ...others, [facet]: value };
      return codeAddressOf(context.site, language, { ...asked, filters, page: 1 });
    };
    return [
      {
        name: words.facets[facet],
        choices: values.map(({ value, count }) => ({
          label: nameOf(facet, value),
          href: href(value === chosen ? undefined : value),
          count: number(count),
          isChosen: value === chosen,
        })),
        ...(chosen !== undefined && {
          chosen: { label: words.filter(words.facets[facet], nameOf(facet, chosen)), href: href(undefined) },
        }),
      },
    ];
  });
}
