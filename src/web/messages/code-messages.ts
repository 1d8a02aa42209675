import type { ScoreReason } from '../../register/score.ts';
import type { CodeFilterName } from '../../store/code-facets.ts';
import type { CodeSort } from '../../store/code-listing.ts';

/** Words around the register of source code. */
export interface CodeMessages {
  readonly code: {
    readonly title: string;
    readonly intro: string;
    readonly search: string;
    readonly searchButton: string;
    /** `isMore`: there are more than are counted. */
    readonly found: (count: number, isMore?: boolean) => string;
    readonly nothing: string;
    readonly nothingYet: string;
    readonly nothingYetText: string;
    readonly withoutFilters: string;
    readonly filters: string;
    readonly facets: Readonly<Record<CodeFilterName, string>>;
    readonly any: string;
    readonly yes: string;
    readonly no: string;
    readonly chosen: string;
    readonly filter: (name: string, value: string) => string;
    readonly giveUp: (filter: string) => string;
    readonly sortBy: string;
    readonly sorts: Readonly<Record<CodeSort, string>>;
    readonly pages: string;
    readonly stars: (count: number) => string;
    readonly forks: (count: number) => string;
    readonly updated: string;
    readonly marks: Readonly<Record<'fork' | 'archived' | 'template' | 'missing' | 'gone', string>>;
    readonly download: string;
    readonly repositories: string;
    readonly accounts: string;
    readonly account: string;
    readonly repository: string;
    readonly noDescription: string;
    readonly open: (forge: string) => string;
    readonly clone: string;
    readonly facts: Readonly<
      Record<
        | 'organisation'
        | 'account'
        | 'forge'
        | 'licence'
        | 'language'
        | 'topics'
        | 'branch'
        | 'homepage'
        | 'created'
        | 'updated'
        | 'changed'
        | 'stars'
        | 'forks'
        | 'watchers'
        | 'issues'
        | 'fork'
        | 'archived'
        | 'template'
        | 'mirror'
        | 'publiccode'
        | 'heritage'
        | 'website'
        | 'location'
        | 'email'
        | 'followers'
        | 'verified'
        | 'policy'
        | 'office'
        | 'aliases'
        | 'record',
        string
      >
    >;
    readonly unknown: string;
    readonly licenceUnknown: string;
    readonly inHeritage: string;
    readonly score: (points: number) => string;
    readonly scoreIntro: string;
    readonly reason: string;
    readonly points: string;
    readonly advice: string;
    /** What a reason is, and what to do about it where it does not give all that it could. */
    readonly reasons: Readonly<Record<ScoreReason, readonly [what: string, advice: string]>>;
    readonly missing: (date: string) => string;
    readonly gone: (date: string) => string;
    readonly see: (count: number) => string;
  };
}
