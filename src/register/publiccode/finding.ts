import type { Severity } from '../../config/check-rules.ts';
import { PUBLICCODE_RULES, type PubliccodeRule } from './rules.ts';

/** Something wrong in a publiccode.yml. The words that say it are made from it in a language: see `words.ts`. */
export interface PubliccodeFinding {
  readonly rule: PubliccodeRule;
  readonly severity: Severity;
  /** From 1; columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** Where in the file, as `description.fr.features[0]`; empty for the file itself. */
  readonly key: string;
  /** What is found there, shortened. */
  readonly found?: string | undefined;
  /** What should be there: a value, a kind of value, a number, the version concerned. */
  readonly expected?: string | undefined;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

const SHOWN = 80;

export function finding(
  rule: PubliccodeRule,
  place: Place,
  key: string,
  details: { readonly found?: string | undefined; readonly expected?: string | undefined } = {},
): PubliccodeFinding {
  const { found, expected } = details;
  return {
    rule,
    severity: PUBLICCODE_RULES[rule],
    line: place.line,
    column: place.column,
    key,
    ...(found !== undefined && { found: shortened(found) }),
    ...(expected !== undefined && { expected }),
  };
}

function shortened(text: string): string {
  const characters = [...text.slice(0, 4 * SHOWN)];
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN - 1).join('')}…` : text;
}

/** In the order of the file. */
export function inOrder(findings: readonly PubliccodeFinding[]): readonly PubliccodeFinding[] {
  return findings.toSorted((one, two) => one.line - two.line || one.column - two.column);
}
