/** Words of the page of a repository. */
export interface CodeRepositoryMessages {
  readonly codeRepository: {
    readonly reuse: string;
    readonly clone: string;
    readonly swhid: string;
    readonly badgeTitle: string;
    readonly badge: Readonly<Record<'none' | 'there' | 'valid', string>>;
    readonly errors: (count: number) => string;
    readonly warnings: (count: number) => string;
    readonly notes: (count: number) => string;
    readonly files: string;
    readonly filesUnknown: string;
    readonly has: Readonly<
      Record<
        | 'readme'
        | 'licence'
        | 'contributing'
        | 'changelog'
        | 'publiccode'
        | 'security'
        | 'ci'
        | 'reuse'
        | 'codemeta'
        | 'citation',
        string
      >
    >;
    readonly there: string;
    readonly notThere: string;
    readonly publiccode: string;
    readonly publiccodeClean: string;
    readonly publiccodeFound: (errors: number, warnings: number, notes: number) => string;
    readonly publiccodeMore: (count: number) => string;
    readonly line: (line: number) => string;
    readonly severity: Readonly<Record<'error' | 'warning' | 'note', string>>;
    readonly version: string;
    readonly releases: string;
    readonly noRelease: string;
    readonly dependencies: string;
    readonly direct: (count: number) => string;
    readonly indirect: (count: number) => string;
    readonly unknownDependencies: (count: number) => string;
    readonly dependenciesMore: (shown: number, all: number) => string;
    readonly readme: string;
    readonly source: string;
    readonly fromForge: (forge: string) => string;
    readonly fromCatalogue: (forge: string) => string;
    readonly asked: string;
    readonly filesRead: string;
    readonly cut: string;
    /** Why it is said to be missing. */
    readonly reasons: Readonly<Record<string, string>>;
    readonly missingSince: (date: string, reason: string) => string;
    readonly days: (count: number) => string;
    readonly total: string;
    readonly possible: string;
    readonly notLooked: string;
    readonly remarkable: string;
  };
}
