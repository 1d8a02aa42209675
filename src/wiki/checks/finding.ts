import { hash } from 'node:crypto';
import type { CheckRule } from '../../config/check-rules.ts';
import type { FindingTable } from '../../store/schema.ts';

/** Something wrong in a file of the wiki. */
export interface Finding {
  readonly rule: CheckRule;
  readonly path: string;
  /** From 1, in the file as its author sees it. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** What is wrong there (a target, a language, a value): with the rule and the path, what tells it from another one. */
  readonly subject: string;
  /** What its sentence says beside the subject. */
  readonly detail: Readonly<Record<string, string | number>>;
  readonly fix?: Fix;
  /** How many of this rule in this file it stands for: 1, or those beyond the first ones, which are only counted. */
  readonly times: number;
}

/** What mends it: the text at its line and column that is to be replaced, and by what. */
export interface Fix {
  readonly before: string;
  readonly after: string;
}

export type Scope = FindingTable['scope'];

/** How many findings of one rule in one file are kept one by one. */
const MAX_KEPT = 100;

/** A finding as rules write it. */
export type Found = Omit<Finding, 'detail' | 'times' | 'column'> &
  Partial<Pick<Finding, 'detail' | 'column'>>;

export function finding({ detail = {}, column = 1, ...found }: Found): Finding {
  return { ...found, detail, column, times: 1 };
}

/** The findings of one scope as rows, those of each rule in a file beyond the hundredth counted in one. */
export function findingRows(scope: Scope, findings: readonly Finding[]): FindingTable[] {
  const rows: FindingTable[] = [];
  const byPath = Map.groupBy(findings, ({ path }) => path);
  for (const own of byPath.values()) {
    const byRule = Map.groupBy(own, ({ rule }) => rule);
    const kept = [...byRule.values()].flatMap(bounded).sort((a, b) => a.line - b.line || a.column - b.column);
    for (const [position, one] of kept.entries()) {
      rows.push({
        path: one.path,
        scope,
        position,
        rule: one.rule,
        line: one.line,
        column: one.column,
        subject: storable(one.subject),
        detail: storable(JSON.stringify(one.detail)),
        fix: one.fix === undefined ? null : storable(JSON.stringify(one.fix)),
        times: one.times,
      });
    }
  }
  return rows;
}

function bounded(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MAX_KEPT) return findings;
  const next = findings[MAX_KEPT] as Finding;
  const { fix: _, ...rest } = next;
  const times = findings.slice(MAX_KEPT).reduce((sum, { times }) => sum + times, 0);
  return [...findings.slice(0, MAX_KEPT), times === 1 ? next : { ...rest, times }];
}

/** PostgreSQL keeps no NUL in a text. */
function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd').replaceAll('\\u0000', '\ufffd').toWellFormed();
}

export function readFinding(row: FindingTable): Finding {
  return {
    rule: row.rule as CheckRule,
    path: row.path,
    line: row.line,
    column: row.column,
    subject: row.subject,
    detail: JSON.parse(row.detail),
    ...(row.fix !== null && { fix: JSON.parse(row.fix) as Fix }),
    times: row.times,
  };
}

/** A name for what is wrong that stays when lines move: of the rule, the file and the subject. */
export function fingerprint({ rule, path, subject }: Pick<Finding, 'rule' | 'path' | 'subject'>): string {
  return hash('sha256', `${rule}\0${path}\0${subject}`).slice(0, 32);
}
