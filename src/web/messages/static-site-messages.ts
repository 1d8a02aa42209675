/** The words of the pages that only a site written as files has. */
export interface StaticSiteMessages {
  readonly staticSite: {
    /** Of a page that only leads elsewhere. */
    readonly moved: string;
    /** Of the page shown where there is none. */
    readonly lost: string;
    readonly search: string;
    readonly words: string;
    readonly searchNeedsScript: string;
    readonly searching: string;
    readonly noResult: string;
    readonly noResultHint: string;
    readonly results: string;
    readonly result: string;
    readonly more: string;
    readonly failed: string;
  };
}
