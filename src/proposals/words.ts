import type { MailText } from '../mail/words/mail-words.ts';
import type { ProposalState, RevisionTable } from '../store/proposal-tables.ts';

/** A decision that those who keep a list can take. */
export type DecisionKind = 'approve' | 'apply' | 'revise' | 'reject';

export interface ProposalWordsOf {
  readonly number: number;
  readonly title: string;
  readonly from: string;
  readonly version: number;
  /** Its page; undefined when the site has no public address. */
  readonly link: string | undefined;
}

/** What is wrong with patches that cannot be applied. */
export type Trouble = Exclude<RevisionTable['verdict'], 'applies' | 'pending' | 'incomplete'>;

/** The mails about proposals, in one language. */
export interface ProposalWords {
  /** To those who keep a list: a series came. The answer is one word. */
  readonly came: (
    said: ProposalWordsOf & {
      readonly decide: string | undefined;
      readonly verdict: RevisionTable['verdict'];
      readonly files: readonly string[];
      /** How many things it would break, of those that are shown; undefined where that was not found out. */
      readonly broken: number | undefined;
    },
  ) => MailText;
  /** To whoever sent it: what happens next. */
  readonly received: (said: ProposalWordsOf) => MailText;
  /** To whoever sent what cannot be applied: why, and how to mend it. */
  readonly trouble: (
    said: ProposalWordsOf & { readonly trouble: Trouble; readonly detail: string },
  ) => MailText;
  /** To the list, and to whoever sent it. */
  readonly decided: (
    said: ProposalWordsOf & {
      readonly state: ProposalState;
      readonly by: string;
      readonly because: string;
      readonly commit: string | undefined;
    },
  ) => MailText;
  /** To who wanted it applied: why it was not. */
  readonly notApplied: (
    said: ProposalWordsOf & {
      readonly why: 'changed' | 'trouble' | 'dirty' | 'elsewhere' | 'away';
      readonly decide: string | undefined;
    },
  ) => MailText;
  /** To who decided and may no longer: nothing is done of it. */
  readonly noLonger: (said: ProposalWordsOf & { readonly kind: DecisionKind }) => MailText;
  /** To who wanted it applied: the home of the wiki does not take it now. */
  readonly putOff: (said: ProposalWordsOf & { readonly said: string }) => MailText;
}
