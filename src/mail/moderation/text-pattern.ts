/** Letters and digits: a pattern that begins with one begins where a word does. */
const WORD = /[\p{L}\p{N}]/u;

/** What nobody sees, by which words are disguised. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** As texts and patterns are compared: case, widths and white space tell nothing apart. */
export function foldText(text: string): string {
  return text.normalize('NFKC').replace(UNSEEN, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * Whether a text holds words or a link: `casino en ligne`, `spam.example/*`. `*` stands for what has no white space; nothing
 * else stands for anything, so the time it takes grows with the text alone. Both are as {@link foldText} gives them.
 */
export function holdsPattern(text: string, pattern: string): boolean {
  const pieces = pattern.split('*').filter((piece) => piece !== '');
  const [first] = pieces;
  if (first === undefined) return false;
  const isBounded = !pattern.startsWith('*') && WORD.test(first[0] ?? '');
  for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, at)) {
    if (isBounded && WORD.test(text[at - 1] ?? '')) {
      at += 1;
      continue;
    }
    const end = wordEnd(text, at + first.length);
    if (followedBy(text.slice(at + first.length, end), pieces.slice(1), pattern, text[end])) return true;
    // What did not follow here follows nowhere later in the same word, unless the pattern is one piece.
    at = pieces.length === 1 ? at + 1 : end;
  }
  return false;
}

function wordEnd(text: string, from: number): number {
  const end = text.indexOf(' ', from);
  return end === -1 ? text.length : end;
}

/** Whether the rest of a word holds the other pieces in order, the last one where a word may end. */
function followedBy(
  rest: string,
  pieces: readonly string[],
  pattern: string,
  next: string | undefined,
): boolean {
  let from = 0;
  for (const piece of pieces.slice(0, -1)) {
    const at = rest.indexOf(piece, from);
    if (at === -1) return false;
    from = at + piece.length;
  }
  const last = pieces.at(-1);
  if (last === undefined) return pattern.endsWith('*') || mayEnd(pattern.at(-1), rest[0] ?? next);
  if (pattern.endsWith('*')) return rest.includes(last, from);
  for (let at = rest.indexOf(last, from); at !== -1; at = rest.indexOf(last, at + 1))
    if (mayEnd(last.at(-1), rest[at + last.length] ?? next)) return true;
  return false;
}

function mayEnd(last: string | undefined, next: string | undefined): boolean {
  return !WORD.test(last ?? '') || !WORD.test(next ?? '');
}
