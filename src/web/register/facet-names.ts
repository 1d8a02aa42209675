import { codeAccountNames } from '../../store/code-addresses.ts';
import { CODE_FLAGS, type CodeFilterName } from '../../store/code-facets.ts';
import { codeAccountsOfAll, codeOrganisationNames } from '../../store/code-organisations.ts';
import { type Context, messagesOf } from '../context.ts';

/** What a value of a facet is called. */
export type FacetName = (facet: CodeFilterName, value: string) => string;

/** The accounts and organisations that a page names; those that are nobody's are left out. */
export interface NamedOnPage {
  readonly accounts?: readonly (string | null | undefined)[];
  readonly organisations?: readonly (string | null | undefined)[];
}

/** The names of the values that are shown. */
export async function facetNames(
  { ask, ...context }: Context,
  language: string,
  { accounts = [], organisations = [] }: NamedOnPage,
): Promise<FacetName> {
  const { code: words, codePages } = messagesOf(context, language);
  const named = await ask(codeOrganisationNames, each(organisations));
  const bodies = new Map(named.map(({ id, name }) => [id, name]));
  const nameless = each(organisations).filter((id) => !bodies.has(id));
  const examples = new Map(
    (await ask(codeAccountsOfAll, nameless))
      .toReversed()
      .map(({ organisation, name }) => [organisation, name]),
  );
  const names = new Map(
    (await ask(codeAccountNames, each(accounts))).map(({ address, name }) => [address, name]),
  );
  return (facet, value) => {
    if (CODE_FLAGS.includes(facet)) return value === 'yes' ? words.yes : words.no;
    switch (facet) {
      case 'organisation':
      case 'ministry':
        return bodies.get(value) ?? codePages.unnamed(value, examples.get(value));
      case 'account':
        return names.get(value) ?? value;
      case 'kind':
        return codePages.kinds[value] ?? value;
      default:
        return value;
    }
  };
}

/** Each once, in an order that does not depend on the page's. */
function each(values: readonly (string | null | undefined)[]): string[] {
  return [...new Set(values.filter((value) => typeof value === 'string'))].sort();
}
