import type { SearchDocument } from '../../store/search-index.ts';
import type { Term } from './analyse.ts';
import type { Analysers } from './analysers.ts';
import { documentOf, type Findable } from './document.ts';

/** Documents as the store keeps them, and the words that are in them, each with how many of them have it. */
export interface Documents {
  readonly documents: readonly SearchDocument[];
  readonly words: readonly CountedTerm[];
}

export interface CountedTerm extends Term {
  readonly documents: number;
}

export function documentsOf(found: readonly Findable[], analysers: Analysers): Documents {
  const counts = new Map<Term, number>();
  const documents = found.map((one) => {
    const { document, terms } = documentOf(one, analysers.of(one.language));
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    return document;
  });
  return { documents, words: [...counts].map(([term, documents]) => ({ ...term, documents })) };
}
