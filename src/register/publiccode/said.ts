import type { PubliccodeFinding } from './finding.ts';
import type { PubliccodeRule } from './rules.ts';

/** What is wrong, and what to do about it. */
export interface Said {
  readonly sentence: string;
  readonly remedy: string;
}

/** How a language says each rule. */
export type PubliccodeWords = Readonly<Record<PubliccodeRule, (finding: PubliccodeFinding) => Said>>;
