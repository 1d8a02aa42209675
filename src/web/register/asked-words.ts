import type { CodeFilterName } from '../../store/code-facets.ts';
import { type Context, messagesOf } from '../context.ts';
import type { AskedCode } from './asked-code.ts';
import { facetNames } from './facet-names.ts';

/** What is asked, in words: `Language: Go, Licence: MIT`; nothing of the whole register. */
export async function askedInWords(
  context: Context,
  language: string,
  { text, filters }: Pick<AskedCode, 'text' | 'filters'>,
): Promise<string> {
  const { code, codeFeeds } = messagesOf(context, language);
  const nameOf = await facetNames(context, language, {
    accounts: [filters.account],
    organisations: [filters.organisation, filters.ministry],
  });
  const chosen = (Object.entries(filters) as [CodeFilterName, string][]).map(([facet, value]) =>
    code.filter(code.facets[facet], nameOf(facet, value)),
  );
  return [...(text === '' ? [] : [codeFeeds.search(text)]), ...chosen].join(', ');
}
