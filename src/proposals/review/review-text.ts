import type { QuotedLine } from '../patch/review-comments.ts';
import { newLines, type Quote } from './quote-lines.ts';

/** What somebody says of a proposal. */
export interface Review {
  /** The lines it is about; undefined for the whole. */
  readonly quote?: Quote | undefined;
  readonly comment: string;
  /** The lines that they would have instead; undefined where they suggest none. */
  readonly wording?: readonly string[] | undefined;
}

const SIGNS: Readonly<Record<QuotedLine['kind'], string>> = { added: '+', removed: '-', context: ' ' };

/** The text of its message, as `reviewComments` reads it: lines of the patch, what is said of them, another wording. */
export function reviewText({ quote, comment, wording }: Review, link: string | undefined): string {
  return [
    ...(quote ? [...quotedText(quote), ''] : []),
    ...(comment === '' ? [] : [comment.replace(/[ \t]+$/gm, ''), '']),
    ...(wording ? [...fenced(wording), ''] : []),
    ...(link === undefined ? [] : ['-- ', link, '']),
  ].join('\n');
}

function quotedText({ path, oldStart, newStart, lines }: Quote): string[] {
  const kept = newLines(lines).length;
  const old = lines.filter(({ kind }) => kind !== 'added').length;
  return [
    `> --- a/${path}`,
    `> +++ b/${path}`,
    `> @@ -${oldStart},${old} +${newStart},${kept} @@`,
    ...lines.map(({ kind, text }) => `> ${SIGNS[kind]}${text}`),
  ];
}

/** Between more backquotes than any of its lines begins with. */
function fenced(lines: readonly string[]): string[] {
  const longest = Math.max(2, ...lines.map((line) => /^`*/.exec(line)?.[0].length ?? 0));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}suggestion`, ...lines, fence];
}
