import type { ScopeFault } from '../../members/scope.ts';

/** Words of roles in parts of the wiki, and of those that nobody uses. */
export interface GrantMessages {
  readonly grants: {
    readonly giveTitle: string;
    readonly giveIntro: string;
    readonly address: string;
    readonly name: string;
    readonly paths: string;
    readonly pathsHelp: string;
    readonly lists: string;
    readonly listsHelp: string;
    readonly give: string;
    readonly given: (address: string) => string;
    /** Of a role in a part of the wiki. */
    readonly onlyPaths: (patterns: string) => string;
    readonly onlyLists: (names: string) => string;
    readonly notGiven: string;
    readonly scopeFaults: Readonly<Record<ScopeFault['kind'], (subject: string) => string>>;
    readonly faults: Readonly<Record<'address' | 'name' | 'day' | 'above' | 'gone' | 'list', string>>;
    readonly unused: (months: number) => string;
    readonly showUnused: (count: number) => string;
    readonly noUnused: (months: number) => string;
    readonly showAll: string;
    readonly notYours: string;
    readonly notYoursText: string;
    readonly yours: string;
    readonly revokeOf: (name: string) => string;
  };
}
