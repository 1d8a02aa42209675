import { CODE_FACETS, type CodeFacet } from '../../store/code-facets.ts';
import { countCode } from '../../store/code-listing.ts';
import type { Context } from '../context.ts';
import type { AskedCode } from './asked-code.ts';
import { codeRequest } from './code-request.ts';

/** The facets whose counts are the least that there are: of requests that have more repositories than are counted. */
export async function partialFacets(
  context: Context,
  asked: Pick<AskedCode, 'text' | 'filters'>,
  isMore: boolean,
): Promise<ReadonlySet<CodeFacet>> {
  const partial = new Set<CodeFacet>();
  for (const facet of CODE_FACETS) {
    if (asked.filters[facet] === undefined) {
      if (isMore) partial.add(facet);
      continue;
    }
    const { [facet]: _, ...filters } = asked.filters;
    const others = await context.ask(countCode, codeRequest(context, { text: asked.text, filters }));
    if (others.isMore) partial.add(facet);
  }
  return partial;
}
