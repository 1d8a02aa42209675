/** What a static site is made of, as far as the names of its files depend on it. */
export interface StaticScope {
  /** Its public address, without a final slash: `https://wiki.example/wiki`. */
  readonly base: string;
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
  /** Whether it has the history of each page. */
  readonly history: boolean;
  /** Whether it can be searched. */
  readonly search: boolean;
  /** The months that its calendars show: `2026-01`. */
  readonly months: { readonly from: string; readonly to: string };
  /** Whether the site has what is at this address, whatever links to it. */
  isSeed(address: string): boolean;
  /** Whether an address is the wiki's, and not another site's on the same host. */
  isOwn(address: string): boolean;
  /** Whether the wiki once had a file there, and has none today. */
  isFormer(address: string): boolean;
  /** Whether the wiki has a file at this path. */
  isFile(path: string): boolean;
  /** Whether the site has it too, as it is: of pages, their sources only where these were asked for. */
  isWritten(path: string): boolean;
  /** The object that a file is made from, where its name tells. */
  objectOf(address: string, file: string): string | undefined;
  /** How many rows the table at this path has. */
  rowsOf(path: string): number;
}
