import type { CodeCount, CodeFilterName } from '../../store/code-listing.ts';
import { CODE_FLAGS, codeAccountNames, codeOrganisations } from '../../store/code-listing.ts';
import { type Context, messagesOf } from '../context.ts';
import type { Messages } from '../messages/messages.ts';
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
  const messages = messagesOf(context, language);
  return filtersOf(messages, {
    counts,
    chosen: asked.filters,
    titleOf: (facet) => messages.code.facets[facet],
    nameOf,
    href: (filters) => codeAddressOf(context.site, language, { ...asked, filters, page: 1 }),
  });
}

/** What the facets of a catalogue are, and what is chosen of them. */
interface Facets<F extends string> {
  readonly counts: ReadonlyMap<F, readonly CodeCount[]>;
  readonly chosen: { readonly [facet in F]?: string };
  readonly titleOf: (facet: F) => string;
  readonly nameOf: (facet: F, value: string) => string;
  /** Where one is with these chosen. */
  readonly href: (chosen: { readonly [facet in F]?: string }) => string;
}

/** The facets of any catalogue, as they are shown. */
export function filtersOf<F extends string>(
  { code: words, number }: Messages,
  { counts, chosen: all, titleOf, nameOf, href: hrefOf }: Facets<F>,
): CodeFilter[] {
  return [...counts].flatMap(([facet, values]) => {
    const chosen = all[facet];
    if (chosen === undefined && values.length < 2) return [];
    const href = (value: string | undefined) => {
      const { [facet]: _, ...others } = all;
      return hrefOf((value === undefined ? others : { ...others, [facet]: value }) as typeof all);
    };
    return [
      {
        name: titleOf(facet),
        choices: values.map(({ value, count }) => ({
          label: nameOf(facet, value),
          href: href(value === chosen ? undefined : value),
          count: number(count),
          isChosen: value === chosen,
        })),
        ...(chosen !== undefined && {
          chosen: { label: words.filter(titleOf(facet), nameOf(facet, chosen)), href: href(undefined) },
        }),
      },
    ];
  });
}
