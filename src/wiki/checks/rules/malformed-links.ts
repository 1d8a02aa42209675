import type { Token } from 'markdown-it';
import { type Finding, type Fix, finding } from '../finding.ts';
import type { PageContent } from '../page-content.ts';

const MAX_LENGTH = 2_000;
/** How much of the text before is enough to tell one place of a line from another. */
const CONTEXT = 24;

/** The links that Markdown does not read as such: their reader sees brackets and parentheses. */
export function malformedLinks(
  { path, document, frontLines }: PageContent,
  lines: readonly string[],
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const token of document.tokens) {
    if (token.type !== 'inline' || !token.map || !token.content.includes('](')) continue;
    const [from, to] = [token.map[0] + frontLines, token.map[1] + frontLines];
    for (const context of unread(token)) {
      const place = placeOf(lines, from, to, context);
      if (!place || findings.some(({ line, column }) => line === place.line && column === place.column))
        continue;
      const written = parentheses((lines[place.line - 1] as string).slice(place.column - 1));
      findings.push(finding({ rule: 'malformed-link', path, ...place, subject: written, ...mend(written) }));
    }
  }
  return findings;
}

/** What comes just before each `](` that stayed text, itself included. */
function* unread({ children }: Token): Generator<string> {
  for (const { type, content } of children ?? []) {
    if (type !== 'text') continue;
    for (let at = content.indexOf(']('); at !== -1; at = content.indexOf('](', at + 2))
      yield content.slice(Math.max(0, at - CONTEXT), at + 2);
  }
}

/** Where the parenthesis is in the source; undefined when its author wrote it so on purpose (`\](`). */
function placeOf(lines: readonly string[], from: number, to: number, context: string) {
  for (
    let needle = context;
    needle.length >= 2;
    needle = needle.length > 4 ? needle.slice(-4) : needle.slice(1)
  ) {
    for (let at = from; at < Math.min(to, lines.length); at++) {
      const found = (lines[at] as string).indexOf(needle);
      if (found === -1) continue;
      const bracket = found + needle.length - 2;
      return (lines[at] as string)[bracket - 1] === '\\' ? undefined : { line: at + 1, column: bracket + 2 };
    }
  }
  return undefined;
}

/** A text from its first parenthesis to the one that closes it, or to its end. */
function parentheses(text: string): string {
  let depth = 0;
  for (let at = 0; at < Math.min(text.length, MAX_LENGTH); at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return text.slice(0, at + 1);
  }
  return text.slice(0, MAX_LENGTH);
}

/** What the author must have meant: the link inside, or the address without its spaces. */
function mend(written: string): { readonly fix?: Fix; readonly detail: Record<string, string> } {
  const inside = /\[[^\]]*\]\(([^()\s]+)\)/.exec(written)?.[1];
  if (inside !== undefined)
    return { fix: { before: written, after: `(${inside})` }, detail: { cause: 'nested' } };
  const [, target] = /^\(\s*(\S+(?:\s+[^\s"'(]+)+)\s*\)$/.exec(written) ?? [];
  if (target === undefined) return { detail: { cause: 'other' } };
  return { fix: { before: written, after: `(${withoutSpaces(target)})` }, detail: { cause: 'space' } };
}

/** A space is a slip in an address, stands for a hyphen in the name of a section, and may be in the name of a file. */
function withoutSpaces(target: string): string {
  if (/^https?:/.test(target)) return target.replace(/\s+/g, '');
  return target.includes('#') ? target.replace(/-?\s+/g, '-') : `<${target}>`;
}
