/** Words around the search. */
export interface SearchMessages {
  readonly search: {
    readonly title: string;
    /** Of the document, with what was searched for. */
    readonly titleOf: (text: string) => string;
    readonly label: string;
    readonly button: string;
    readonly found: (count: number, exact: boolean) => string;
    readonly nothing: (text: string) => string;
    readonly tryThis: string;
    readonly tries: readonly string[];
    readonly withoutFilters: string;
    readonly relaxed: string;
    readonly didYouMean: string;
    readonly help: readonly { readonly write: string; readonly finds: string }[];
    readonly helpTitle: string;
    readonly write: string;
    readonly finds: string;
    readonly filters: string;
    readonly kind: string;
    readonly language: string;
    readonly section: string;
    readonly any: string;
    readonly root: string;
    readonly kinds: Readonly<Record<'page' | 'row' | 'event' | 'file' | 'word', string>>;
    /** The same, many of them. */
    readonly manyOf: Readonly<Record<'page' | 'row' | 'event' | 'file', string>>;
    readonly previous: string;
    readonly next: string;
    readonly pages: string;
    readonly feed: string;
    readonly suggestions: (count: number) => string;
    readonly tooFar: string;
  };
}
