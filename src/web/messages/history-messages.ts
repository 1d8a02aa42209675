/** The words around the history of a file and of the site. Dates are ISO 8601, sizes bytes. */
export interface HistoryMessages {
  readonly versions: {
    readonly contributors: string;
    readonly contributions: (count: number) => string;
    readonly since: (first: string, last: string) => string;
    readonly otherContributors: (count: number) => string;
    readonly compare: string;
    readonly compareHint: string;
    readonly olderSide: string;
    readonly newerSide: string;
    readonly choose: (side: string, date: string, subject: string) => string;
    readonly asItWas: string;
    readonly asItWasOn: (date: string) => string;
    readonly blame: string;
    readonly feed: string;
  };
  readonly recent: {
    readonly title: string;
    readonly titleOf: (folder: string) => string;
    readonly folder: string;
    readonly wholeSite: string;
    readonly show: string;
    readonly newest: string;
    readonly older: string;
    readonly pages: string;
    readonly feed: string;
    readonly files: string;
    readonly empty: string;
    readonly atTime: (time: string) => string;
    readonly robot: string;
    readonly merge: string;
    readonly otherFiles: (count: number) => string;
    readonly touched: string;
  };
  /** What happened to a file in a commit. */
  readonly happened: {
    readonly added: string;
    readonly modified: string;
    readonly deleted: string;
    readonly renamed: (from: string) => string;
    readonly changes: string;
    readonly lines: (added: number, removed: number) => string;
  };
  readonly commit: {
    /** What Git calls it. */
    readonly name: string;
    readonly author: string;
    readonly committer: string;
    readonly on: (date: string, time: string) => string;
    readonly parents: string;
    readonly noParent: string;
    readonly mergeOf: string;
    readonly files: (count: number) => string;
    readonly mergeFiles: (count: number) => string;
    readonly noFile: string;
    readonly mergedOnly: string;
    readonly patch: string;
    readonly tree: string;
    readonly bounded: string;
    readonly others: (count: number) => string;
    readonly noSubject: string;
  };
  readonly tree: {
    readonly title: string;
    readonly titleOf: (folder: string) => string;
    readonly root: string;
    readonly asOf: (date: string) => string;
    readonly today: string;
    readonly download: string;
    readonly others: (count: number) => string;
    readonly empty: string;
  };
  readonly version: {
    readonly title: (page: string) => string;
    readonly notice: (date: string) => string;
    readonly unchanged: string;
    readonly today: string;
    readonly moved: string;
    readonly deleted: string;
    readonly since: string;
    readonly file: string;
    readonly firstRows: (shown: number, total: number) => string;
    readonly upcoming: string;
    readonly past: string;
    readonly noEvent: string;
  };
  readonly blame: {
    readonly title: (page: string) => string;
    readonly intro: string;
    readonly asOf: (date: string) => string;
    readonly lines: (count: number) => string;
    readonly tooLarge: string;
    readonly binary: string;
    readonly tooLong: string;
    readonly empty: string;
    readonly linesOf: (first: number, last: number) => string;
  };
}
