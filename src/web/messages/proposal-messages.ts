import type { Refusal } from '../../git/refused-changes.ts';
import type { PatchWarning } from '../../proposals/patch/patch-warnings.ts';
import type { ProposalState, RevisionTable } from '../../store/proposal-tables.ts';

/** Words of the pages of proposals. */
export interface ProposalMessages {
  readonly proposals: {
    readonly title: string;
    readonly intro: string;
    readonly none: string;
    readonly filters: string;
    readonly open: string;
    /** Of many. */
    readonly closed: Readonly<Record<'applied' | 'rejected', string>>;
    readonly states: Readonly<Record<ProposalState, string>>;
    readonly numbered: (number: number) => string;
    /** `by Ada, on 12 March 2026`, in two pieces around the date. */
    readonly by: (name: string) => string;
    readonly version: (version: number) => string;
    readonly patches: (count: number) => string;
    readonly verdicts: Readonly<Record<RevisionTable['verdict'], string>>;
    readonly merged: string;
    readonly missing: (places: readonly number[]) => string;
    readonly refusals: Readonly<Record<Refusal, string>>;
    readonly warnings: Readonly<Record<PatchWarning, string>>;
    readonly sentBy: string;
    readonly writtenBy: string;
    readonly decidedBy: string;
    readonly received: string;
    readonly discussion: string;
    readonly readThread: string;
    readonly changes: (count: number) => string;
    readonly preview: string;
    readonly source: string;
    readonly conflict: (path: string) => string;
    readonly ours: string;
    readonly theirs: string;
    readonly findings: string;
    readonly added: string;
    readonly removed: string;
    readonly noFindings: string;
    /** Of the findings, those that are not shown. */
    readonly more: (count: number) => string;
    readonly unchecked: string;
    /** Which versions belong together. */
    readonly regroup: string;
    readonly joinLabel: string;
    readonly join: string;
    readonly separateHelp: string;
    readonly separate: string;
    readonly notRegrouped: string;
    /** Beside `Source`: a way to see what changes. */
    readonly asRead: string;
    /** On lines. */
    readonly comments: string;
    readonly revisions: string;
    readonly changedSince: string;
    readonly since: (former: number, version: number) => string;
    readonly sameFiles: string;
    readonly older: string;
    readonly newer: string;
    readonly pages: string;
    readonly previewNotice: (number: number) => string;
    readonly previewBack: string;
    readonly decide: string;
    readonly decideHelp: string;
    readonly because: string;
    readonly apply: string;
    readonly approve: string;
    readonly revise: string;
    readonly reject: string;
    readonly gone: string;
    readonly goneText: string;
    readonly changed: string;
    readonly notDone: string;
    /** It is approved, and the home of the wiki has not taken it: what that said, in English. */
    readonly waitsForHome: (said: string) => string;
  };
  /** Of the page that says how one improves the wiki. */
  readonly contribute: {
    readonly title: string;
    readonly improve: string;
    readonly improveFile: string;
    readonly intro: string;
    readonly byMail: string;
    readonly byMailText: string;
    readonly noAccount: string;
    readonly byPatch: string;
    readonly first: string;
    readonly send: string;
    readonly sendFile: (file: string) => string;
    readonly again: string;
    readonly setup: string;
    readonly setupText: string;
    readonly yourName: string;
    /** Before the @. */
    readonly you: string;
    readonly next: string;
    readonly steps: readonly string[];
  };
}
