/** A line of a patch, as an answer quotes it. */
export interface QuotedLine {
  readonly kind: 'added' | 'removed' | 'context';
  /** Without the sign that begins it. */
  readonly text: string;
}

/** What somebody would have instead of lines that they quote: a fence of Markdown named `suggestion`. */
export interface Wording {
  /** The lines that are quoted above it, in order. */
  readonly quoted: readonly QuotedLine[];
  /** The number, in the new version of the file, of the first of them that it has, where the quote names it. */
  readonly at?: number;
  readonly lines: readonly string[];
}

/** What somebody says of a line of a patch that they quote. */
export interface ReviewComment {
  /** The file, where what is quoted names it. */
  readonly path?: string;
  /** The lines that are quoted above it, in order, and the last of them. */
  readonly quoted: readonly QuotedLine[];
  readonly line: QuotedLine;
  /** Empty where there is only another wording. */
  readonly text: string;
  readonly wording?: Wording;
}

const QUOTED = /^ {0,1}>[ ]?(.*)$/;
const KINDS: Readonly<Record<string, QuotedLine['kind']>> = { '+': 'added', '-': 'removed', ' ': 'context' };

const FENCE = /^(`{3,}) ?suggestion[ \t]*$/;

/** The comments of an answer to a patch, its lines ended by LF: each text that follows a quoted line of the diff. */
export function reviewComments(text: string): ReviewComment[] {
  const comments: ReviewComment[] = [];
  let path: string | undefined;
  let at: number | undefined;
  let quoted: QuotedLine[] = [];
  let said: string[] = [];
  const end = () => {
    const { own, wording } = withoutWording(said);
    said = [];
    const line = quoted.at(-1);
    if (own === '' && !wording) return;
    if (line)
      comments.push({
        ...(path !== undefined && { path }),
        quoted,
        line,
        text: own,
        ...(wording && { wording: { quoted, ...(at !== undefined && { at }), lines: wording } }),
      });
    quoted = [];
    at = undefined;
  };
  let fence: string | undefined;
  for (const each of withoutSignature(text)) {
    const [, quote] = fence === undefined ? (QUOTED.exec(each) ?? []) : [];
    if (quote === undefined) {
      if (fence === undefined) fence = FENCE.exec(each)?.[1];
      else if (each.trimEnd() === fence) fence = undefined;
      said.push(each);
      continue;
    }
    end();
    const named = /^(?:\+\+\+ b\/|diff --git a\/.* b\/)(.+)$/.exec(quote);
    const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(quote);
    if (named) path = named[1];
    if (named || /^(?:--- |\+\+\+ |@@ |index |-- $|>)/.test(quote)) {
      quoted = [];
      at = hunk ? Number(hunk[1]) : undefined;
    } else if (quote !== '') {
      const kind = KINDS[quote[0] as string];
      quoted = kind ? [...quoted, { kind, text: quote.slice(1) }] : [];
    }
  }
  end();
  return comments;
}

/** What is said, and the lines of the first other wording in it. */
function withoutWording(said: readonly string[]): {
  readonly own: string;
  readonly wording?: readonly string[];
} {
  const begin = said.findIndex((line) => FENCE.test(line));
  const fence = FENCE.exec(said[begin] ?? '')?.[1];
  const end = said.findIndex((line, at) => at > begin && line.trimEnd() === fence);
  if (fence === undefined || end === -1) return { own: said.join('\n').trim() };
  const own = [...said.slice(0, begin), ...said.slice(end + 1)].join('\n').trim();
  return { own, wording: said.slice(begin + 1, end) };
}

function withoutSignature(text: string): readonly string[] {
  const lines = text.split('\n');
  const signature = lines.lastIndexOf('-- ');
  return signature === -1 ? lines : lines.slice(0, signature);
}
