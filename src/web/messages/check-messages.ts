import type { CheckRule, Severity } from '../../config/check-rules.ts';
import type { Finding } from '../../wiki/checks/finding.ts';

/** What a rule looks for, for somebody who has to mend it. */
export interface RuleWords {
  readonly title: string;
  readonly why: string;
  readonly how: string;
}

/** The sentence of a finding: what is wrong there. */
export type FindingSentence = (finding: Pick<Finding, 'subject' | 'detail' | 'path'>) => string;

/** The words around what is wrong in a wiki, on its page and on the command line. */
export interface CheckMessages {
  readonly title: string;
  readonly intro: string;
  readonly rules: Readonly<Record<CheckRule, RuleWords>>;
  readonly sentence: (finding: Pick<Finding, 'rule' | 'subject' | 'detail' | 'path' | 'times'>) => string;
  /** What to write there instead. */
  readonly write: (text: string) => string;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly counted: (severity: Severity, count: number) => string;
  readonly findings: (count: number) => string;
  readonly files: (count: number) => string;
  readonly filters: {
    readonly label: string;
    readonly severity: string;
    readonly rule: string;
    readonly section: string;
    readonly root: string;
    readonly clear: string;
  };
  readonly line: (line: number) => string;
  readonly lineOf: (line: number, path: string) => string;
  readonly more: (count: number) => string;
  readonly seeChanges: string;
  readonly explanations: string;
  readonly clean: string;
  readonly cleanSentence: string;
  readonly noMatch: string;
  readonly pages: string;
  readonly command: string;
  /** On the command line. */
  readonly summary: (count: number, files: number) => string;
  readonly introduced: (count: number, base: string) => string;
  readonly nothingFound: string;
  readonly nothingIntroduced: (base: string) => string;
}
