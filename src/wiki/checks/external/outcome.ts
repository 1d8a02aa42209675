/** What came of asking another site for a page. */
export type Outcome =
  | { readonly kind: 'alive' }
  /** It has moved for good; the redirects led somewhere. */
  | { readonly kind: 'moved'; readonly to: string }
  /** 404 or 410: the site says that there is nothing. */
  | { readonly kind: 'dead'; readonly status: number }
  /** No answer, or one that tells nothing of the page. `reason` is a short word of the network's: `ENOTFOUND`. */
  | { readonly kind: 'unreachable'; readonly status?: number; readonly reason?: string }
  /** It was not asked: a private network, a name of nobody's. */
  | { readonly kind: 'unasked' };
