import { CHECK_RULES, type CheckRule, isCheckRule, type Severity } from '../../config/check-rules.ts';
import type { Settings } from '../../config/settings.ts';
import { findingCounts, findingsAt } from '../../store/findings.ts';
import type { Site } from '../site.ts';
import type { Ask } from '../trace.ts';
import { type Finding, readFinding } from './finding.ts';
import { ignoredPaths } from './ignored-paths.ts';
import { suggestNames } from './suggest.ts';

/** A finding as the settings of the wiki see it. */
export interface RatedFinding extends Finding {
  readonly severity: Severity;
}

/** How many findings of a rule a file has. */
export interface RatedCount {
  readonly path: string;
  readonly rule: CheckRule;
  readonly severity: Severity;
  readonly times: number;
}

/** How much a finding of a rule matters in this wiki; undefined when it is not wanted. */
export function severityOf(rule: CheckRule, { checks }: Settings): Severity | undefined {
  const chosen = checks.rules[rule] ?? CHECK_RULES[rule];
  return chosen === 'off' ? undefined : chosen;
}

/** The findings counted by file and rule, those left out that the settings do not want; by path. */
export async function countFindings(ask: Ask, { settings }: Site): Promise<readonly RatedCount[]> {
  const isIgnored = ignoredPaths(settings.checks.ignore);
  return (await ask(findingCounts)).flatMap(({ path, rule, times }) => {
    const severity = isCheckRule(rule) ? severityOf(rule, settings) : undefined;
    return severity === undefined || isIgnored(path)
      ? []
      : [{ path, rule: rule as CheckRule, severity, times }];
  });
}

/** The findings of these files, by file and line, those left out that the settings do not want. */
export async function readFindings(
  ask: Ask,
  paths: readonly string[],
  site: Site,
): Promise<readonly RatedFinding[]> {
  return await suggestNames(ask, rate((await ask(findingsAt, paths)).map(readFinding), site));
}

/** Findings with their severity in this wiki, without those it does not want. */
export function rate(findings: readonly Finding[], { settings }: Site): RatedFinding[] {
  const isIgnored = ignoredPaths(settings.checks.ignore);
  return findings.flatMap((finding) => {
    const severity = severityOf(finding.rule, settings);
    return severity === undefined || isIgnored(finding.path) ? [] : [{ ...finding, severity }];
  });
}

/** What the addresses of `/-/checks`, and of its likes, choose among the findings. */
export interface FindingFilter {
  readonly rules: readonly CheckRule[];
  readonly severities: readonly Severity[];
  /** Folders at the root of the wiki; `''` is the root itself. */
  readonly sections: readonly string[];
  /** Paths. */
  readonly files: readonly string[];
}

/** Whether a finding is among those chosen; a choice of nothing is a choice of all. `but` leaves one choice out. */
export function isChosen(
  { path, rule, severity }: Pick<RatedCount, 'path' | 'rule' | 'severity'>,
  { rules, severities, sections, files }: FindingFilter,
  but?: keyof FindingFilter,
): boolean {
  return (
    (but === 'rules' || rules.length === 0 || rules.includes(rule)) &&
    (but === 'severities' || severities.length === 0 || severities.includes(severity)) &&
    (but === 'sections' || sections.length === 0 || sections.includes(sectionOf(path))) &&
    (but === 'files' || files.length === 0 || files.includes(path))
  );
}

/** The folder at the root under which a file is; `''` when it is at the root. */
export function sectionOf(path: string): string {
  const slash = path.indexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}
