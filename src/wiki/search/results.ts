/** What a document of the search is. */
export type SearchKind = 'page' | 'row' | 'event' | 'file';

/** What a reader looks for. */
export interface SearchQuery {
  /** As typed. */
  readonly text: string;
  /** The reader's language. */
  readonly language: string;
  readonly filters?: SearchFilters;
  /** How many results come before the first one wanted; 0 when left out. */
  readonly offset?: number;
  /** How many results are wanted, at most 100; 20 when left out. */
  readonly limit?: number;
}

export interface SearchFilters {
  readonly language?: string;
  /** A folder at the root; `''` is the root itself. */
  readonly section?: string;
  readonly kind?: string;
}

/** A piece of text, and whether it is what was looked for. */
export interface Segment {
  readonly text: string;
  readonly matched: boolean;
}

export interface SearchResult {
  /** Where it leads, encoded, with the anchor of the heading that its excerpt is under: ready for `href`. */
  readonly address: string;
  readonly kind: SearchKind;
  readonly language: string;
  readonly title: string;
  readonly titleSegments: readonly Segment[];
  /** The heading that the excerpt is under, when it has one that is not the title. */
  readonly heading?: string;
  readonly headingSegments?: readonly Segment[];
  /** The folder at the root that it is in; `''` for the root. */
  readonly section: string;
  readonly excerpt: readonly Segment[];
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface SearchAnswer {
  readonly results: readonly SearchResult[];
  /** How many documents were found; at least that many when not `totalIsExact`. So are the counts of facets. */
  readonly total: number;
  readonly totalIsExact: boolean;
  /** Each counts what would be found under the other filters, the most frequent first. */
  readonly facets: {
    readonly language: readonly FacetCount[];
    readonly section: readonly FacetCount[];
    readonly kind: readonly FacetCount[];
  };
  /** The query with its misspelt words corrected; only when it finds something. */
  readonly didYouMean?: string;
  /** Nothing has all the words: what has most of them is given. */
  readonly relaxed?: boolean;
}

export interface Suggestion {
  readonly label: string;
  /** Encoded; of a page for a title, of a search for a word. */
  readonly address: string;
  readonly kind: SearchKind | 'word';
  readonly language: string;
}
