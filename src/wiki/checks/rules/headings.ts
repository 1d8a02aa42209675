import { type Finding, finding } from '../finding.ts';
import type { PageContent } from '../page-content.ts';

/** The headings that are more than one level below the one before; the title of the page is of the first level. */
export function headingFindings(
  { path, document, frontLines }: PageContent,
  lines: readonly string[],
): readonly Finding[] {
  const findings: Finding[] = [];
  let above = 1;
  for (const { level, text, line: inBody } of document.headings) {
    if (level > above + 1) {
      const line = inBody + frontLines;
      const [, indent = '', marks] = /^([\s>]*)(#+)\s/.exec(lines[line - 1] ?? '') ?? [];
      const fix = marks?.length === level && { before: marks, after: '#'.repeat(above + 1) };
      const detail = { level, above, expected: above + 1 };
      const column = indent.length + 1;
      findings.push(
        finding({ rule: 'heading-skip', path, line, column, subject: text, detail, ...(fix && { fix }) }),
      );
    }
    above = level;
  }
  return findings;
}
