/** Words around the register as open data. */
export interface OpenDataMessages {
  readonly openData: {
    readonly link: string;
    readonly title: (site: string) => string;
    readonly description: string;
    readonly softwareTitle: (site: string) => string;
    readonly softwareDescription: string;
    readonly intro: string;
    readonly files: string;
    readonly format: string;
    readonly table: string;
    readonly columns: (table: string) => string;
    readonly column: string;
    readonly type: string;
    readonly meaning: string;
    readonly types: Readonly<Record<'string' | 'integer' | 'boolean' | 'datetime', string>>;
    readonly reuse: string;
    readonly licence: string;
    readonly publisher: string;
    readonly modified: string;
    readonly noLicence: string;
    readonly git: string;
    readonly gitText: string;
    readonly described: string;
    readonly dataPackage: string;
    readonly catalogue: string;
    readonly published: string;
    readonly publishedText: string;
    readonly awesomeLink: string;
    readonly found: (count: number) => string;
    readonly latest: string;
    readonly latestText: string;
    readonly releases: string;
    readonly releasesText: string;
    readonly findings: string;
    readonly findingsOf: (repository: string) => string;
    readonly findingsText: string;
    /** Of a publiccode.yml. */
    readonly faults: (counts: Readonly<Record<'errors' | 'warnings' | 'notes', number>>) => string;
    readonly badge: Readonly<Record<'valid' | 'none' | 'unknown' | 'unchecked' | 'title' | 'intro', string>>;
    readonly awesome: (site: string) => string;
    readonly awesomeText: string;
    readonly terms: (publisher: string, licence: string | undefined) => string;
  };
}
