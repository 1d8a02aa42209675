import type { CheckReport } from '../wiki/checks/check-repository.ts';
import { fingerprint } from '../wiki/checks/finding.ts';
import { countBySeverity, type ReportOptions } from './findings-text.ts';

/** The findings for programs: see `docs/reference/checks.md`. */
export function jsonReport(
  { commit, findings }: CheckReport,
  { messages, base, version }: ReportOptions & { readonly version: string },
): string {
  const report = {
    format: 1,
    greffe: version,
    commit,
    base: base ?? null,
    language: messages.locale,
    counts: countBySeverity(findings),
    findings: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      path: finding.path,
      line: finding.line,
      column: finding.column,
      subject: finding.subject,
      message: messages.checks.sentence(finding),
      times: finding.times,
      fix: finding.fix ?? null,
      fingerprint: fingerprint(finding),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
