/** Words around the feeds of the register. */
export interface CodeFeedsMessages {
  readonly codeFeeds: {
    readonly follow: string;
    readonly repositories: string;
    readonly releases: string;
    /** Of those that have this. */
    readonly of: (title: string, filters: string) => string;
    readonly subtitles: Readonly<Record<'repositories' | 'releases', string>>;
    readonly search: (text: string) => string;
    readonly releaseOf: (repository: string, release: string) => string;
    readonly released: (repository: string, date: string) => string;
    readonly created: (date: string) => string;
  };
}
