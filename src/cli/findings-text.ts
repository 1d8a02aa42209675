import { SEVERITIES, type Severity } from '../config/check-rules.ts';
import type { Messages } from '../web/messages/messages.ts';
import type { CheckReport } from '../wiki/checks/check-repository.ts';
import type { RatedFinding } from '../wiki/checks/survey.ts';

/** What a report is shown with. */
export interface ReportOptions {
  readonly messages: Messages;
  readonly base?: string | undefined;
}

const COLOURS: Readonly<Record<Severity | 'path' | 'soft', readonly [string, string]>> = {
  error: ['\x1b[31m', '\x1b[39m'],
  warning: ['\x1b[33m', '\x1b[39m'],
  note: ['\x1b[36m', '\x1b[39m'],
  path: ['\x1b[1m', '\x1b[22m'],
  soft: ['\x1b[2m', '\x1b[22m'],
};

/** The findings for a terminal, by file, then how many there are. */
export function textReport(
  { findings }: CheckReport,
  { messages, base, colours = false }: ReportOptions & { readonly colours?: boolean },
): string {
  const words = messages.checks;
  const paint = (text: string, name: keyof typeof COLOURS) =>
    colours ? COLOURS[name][0] + text + COLOURS[name][1] : text;
  if (findings.length === 0)
    return `${base === undefined ? words.nothingFound : words.nothingIntroduced(base)}\n`;
  const severityWidth = Math.max(...SEVERITIES.map((severity) => words.severity[severity].length));
  const placeWidth = Math.max(...findings.map((finding) => placeOf(finding).length));
  const indent = ' '.repeat(placeWidth + severityWidth + 6);
  const groups = [...Map.groupBy(findings, ({ path }) => path)].map(([path, own]) => {
    const lines = own.map((finding) => {
      const place = paint(placeOf(finding).padStart(placeWidth), 'soft');
      const severity = paint(words.severity[finding.severity].padEnd(severityWidth), finding.severity);
      const first = `  ${place}  ${severity}  ${plain(words.sentence(finding))} ${paint(`[${finding.rule}]`, 'soft')}`;
      return finding.fix ? `${first}\n${indent}${plain(words.write(finding.fix.after))}` : first;
    });
    return [paint(plain(path), 'path'), ...lines, ''].join('\n');
  });
  return `${groups.join('\n')}\n${summary(findings, { messages, base })}\n`;
}

function placeOf({ line, column }: RatedFinding): string {
  return `${line}:${column}`;
}

/** How many there are of each severity, in how many files. */
function summary(findings: readonly RatedFinding[], { messages, base }: ReportOptions): string {
  const words = messages.checks;
  const totals = countBySeverity(findings);
  const parts = SEVERITIES.filter((severity) => totals[severity] > 0).map((severity) =>
    words.counted(severity, totals[severity]),
  );
  const all = SEVERITIES.reduce((sum, severity) => sum + totals[severity], 0);
  const head =
    base === undefined
      ? words.summary(all, new Set(findings.map(({ path }) => path)).size)
      : words.introduced(all, base);
  return `${head} (${parts.join(', ')})`;
}

export function countBySeverity(findings: readonly RatedFinding[]): Record<Severity, number> {
  const totals: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  for (const { severity, times } of findings) totals[severity] += times;
  return totals;
}

/** What a file says may not command the terminal. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replace(/[\x00-\x1f\x7f-\x9f]/g, '\ufffd');
}
