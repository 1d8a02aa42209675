import { SEVERITIES, type Severity } from '../../config/check-rules.ts';
import type { PubliccodeFinding } from '../../register/publiccode/finding.ts';
import { sayFinding } from '../../register/publiccode/words.ts';

/** What was found in one file. */
export interface CheckedFile {
  readonly path: string;
  readonly version: string;
  readonly findings: readonly PubliccodeFinding[];
}

/** A finding a line, as compilers write them: `file:line:column: severity: sentence remedy [rule]`. */
export function textReport(files: readonly CheckedFile[]): string {
  const lines = files.flatMap(({ path, findings }) =>
    findings.map((finding) => {
      const { sentence, remedy } = sayFinding(finding, 'en');
      const { line, column, severity, rule } = finding;
      return `${plain(path)}:${line}:${column}: ${severity}: ${plain(`${sentence} ${remedy}`)} [${rule}]\n`;
    }),
  );
  return lines.join('');
}

/** The same for programs: see docs/reference/publiccode.md. */
export function jsonReport(files: readonly CheckedFile[]): string {
  const report = {
    format: 1,
    counts: countBySeverity(files),
    files: files.map(({ path, version, findings }) => ({
      path,
      version,
      findings: findings.map((finding) => ({ ...finding, ...sayFinding(finding, 'en') })),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

export function countBySeverity(files: readonly CheckedFile[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity) =>
    files.reduce((sum, { findings }) => sum + findings.filter((one) => one.severity === severity).length, 0);
  const [error, warning, note] = SEVERITIES.map(count) as [number, number, number];
  return { error, warning, note };
}

/** What a file says may not command the terminal. */
function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').replace(/[\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
