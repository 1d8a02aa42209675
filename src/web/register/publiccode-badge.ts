import type { RepositoryRecord } from '../../register/record.ts';
import { escapeXml } from '../escape-xml.ts';
import type { Messages } from '../messages/messages.ts';

/** Each with white letters on it: 4.5 to 1 or more (WCAG 2.2, 1.4.3). */
const COLOURS = { good: '#1a7f37', fair: '#8a5a00', bad: '#b3261e', unknown: '#57606a' } as const;

/** What a badge says of the publiccode.yml of a repository, and in which colour. */
export function publiccodeState(
  { has_publiccode, publiccode_findings: findings }: RepositoryRecord,
  { openData: words }: Messages,
): { readonly says: string; readonly colour: string } {
  if (has_publiccode === false) return { says: words.badge.none, colour: COLOURS.unknown };
  if (has_publiccode === null) return { says: words.badge.unknown, colour: COLOURS.unknown };
  if (!findings) return { says: words.badge.unchecked, colour: COLOURS.unknown };
  const { errors, warnings } = findings;
  const worst = { errors, warnings: errors > 0 ? 0 : warnings, notes: 0 };
  if (errors > 0) return { says: words.faults(worst), colour: COLOURS.bad };
  if (warnings > 0) return { says: words.faults(worst), colour: COLOURS.fair };
  return { says: words.badge.valid, colour: COLOURS.good };
}

const LABEL = 'publiccode.yml';
const HEIGHT = 20;
/** A letter of 11 px, on average. */
const LETTER = 6.6;
const PADDING = 8;

/** The badge as SVG, with a title for those who do not see it. */
export function publiccodeBadge(says: string, colour: string, language: string): string {
  const widths = [LABEL, says].map((text) => Math.ceil([...text].length * LETTER) + 2 * PADDING) as [
    number,
    number,
  ];
  const [left, right] = widths;
  const title = escapeXml(`${LABEL}: ${says}`);
  const text = (content: string, at: number, width: number) =>
    `<text x="${at + width / 2}" y="14" textLength="${width - 2 * PADDING}">${escapeXml(content)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="${HEIGHT}" role="img" aria-label="${title}" lang="${escapeXml(language)}">`,
    `<title>${title}</title>`,
    `<rect width="${left + right}" height="${HEIGHT}" rx="3" fill="#24292f"/>`,
    `<path d="M${left} 0h${right - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H${left}z" fill="${colour}"/>`,
    '<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle" aria-hidden="true">',
    text(LABEL, 0, left),
    text(says, left, right),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}
