/** What an operation does, in words. */
export interface OperationWords {
  readonly title: string;
  readonly sentence: string;
}

/** Words around the API, which its description takes too. */
export interface ApiMessages {
  readonly api: {
    readonly title: string;
    readonly intro: string;
    readonly description: string;
    readonly contents: string;
    readonly subjects: Readonly<Record<ApiSubject, string>>;
    readonly rules: readonly { readonly name: string; readonly text: string }[];
    readonly operations: Readonly<Record<OperationId, OperationWords>>;
    /** By name, or by `operation.name` where one means something else than in the others. */
    readonly parameters: Readonly<Record<string, string>>;
    /** Of an operation that is asked with a token for a scope. */
    readonly needsToken: (scope: string) => string;
    readonly required: string;
    readonly any: string;
    readonly usual: (value: string) => string;
    readonly send: string;
    readonly sending: string;
    readonly answer: string;
    readonly cut: string;
    readonly failed: string;
    readonly command: string;
    readonly problems: string;
    readonly problemsIntro: string;
    readonly status: string;
    readonly meaning: string;
    readonly problem: Readonly<Record<400 | 401 | 403 | 404 | 405 | 406 | 409 | 410 | 500 | 503, string>>;
  };
}

/** The words of some operations and of their parameters. */
export interface ApiCatalogueWords {
  readonly operations: Readonly<Record<CatalogueOperationId, OperationWords>>;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What operations are about. */
export type ApiSubject = 'site' | 'content' | 'code' | 'software' | 'lists' | 'proposals' | 'members';

export type OperationId =
  | 'getSite'
  | 'listPages'
  | 'getPage'
  | 'listTables'
  | 'getTable'
  | 'listCalendars'
  | 'listEvents'
  | 'listCollections'
  | 'getCollection'
  | 'listChanges'
  | 'search'
  | 'listFindings'
  | 'listLists'
  | 'getList'
  | 'listThreads'
  | 'listMessages'
  | 'getMessage'
  | 'listSeries'
  | 'listProposals'
  | 'getProposal'
  | 'getAccount'
  | 'listOwnProposals'
  | 'decideProposal'
  | 'listTrail'
  | CatalogueOperationId;

/** Those of the register of source code, and of the catalogue of software. */
export type CatalogueOperationId =
  | 'listRepositories'
  | 'getRepository'
  | 'getCodeFacets'
  | 'listCodeAccounts'
  | 'listOrganisations'
  | 'listSoftware'
  | 'getSoftware'
  | 'listSoftwareChanges';
