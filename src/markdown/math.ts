import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

const DOLLAR = 0x24;
const OPENS_AFTER = /[^\p{L}\p{N}$\\]/u;
const OPENS_BEFORE = /[^\s)\],.;:!?]/;
const CLOSES_BEFORE = /[^\p{L}\p{N}$]/u;

/**
 * TeX between dollars: `$…$` in a line (also GitHub's `` $`…`$ ``), `$$…$$` on display. Sums of money are left alone:
 * the first dollar must touch what follows and not what precedes, the last one the reverse (Pandoc's rule).
 * Makes `math_inline` and `math_block` tokens whose content is the TeX source.
 */
export function math(md: MarkdownIt): void {
  md.inline.ruler.after('escape', 'math_inline', mathInline);
  md.block.ruler.after('blockquote', 'math_block', mathBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

function mathInline(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== DOLLAR) return false;
  const display = src.charCodeAt(pos + 1) === DOLLAR;
  const start = pos + (display ? 2 : 1);
  if (pos > 0 && !OPENS_AFTER.test(src.charAt(pos - 1))) return false;
  if (!OPENS_BEFORE.test(src.charAt(start)) && !display) return false;
  const end = nextDollar(src, start, posMax);
  if (end < 0 || end === start) return false;
  if (display && src.charCodeAt(end + 1) !== DOLLAR) return false;
  const after = end + (display ? 2 : 1);
  if (!display && /\s/.test(src.charAt(end - 1))) return false;
  if (after < posMax && !CLOSES_BEFORE.test(src.charAt(after))) return false;
  if (!silent) {
    const token = state.push('math_inline', 'math', 0);
    token.content = src.slice(start, end).replace(/^`([^`]+)`$/, '$1');
    token.meta = { display };
    token.markup = display ? '$$' : '$';
  }
  state.pos = after;
  return true;
}

function nextDollar(src: string, from: number, max: number): number {
  for (let pos = from; pos < max; pos++) {
    const code = src.charCodeAt(pos);
    if (code === DOLLAR) return pos;
    if (code === 0x5c) pos++;
  }
  return -1;
}

function mathBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const line = (n: number) =>
    state.src.slice((state.bMarks[n] ?? 0) + (state.tShift[n] ?? 0), state.eMarks[n]).trimEnd();
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const first = line(startLine);
  if (!first.startsWith('$$')) return false;
  const body = [first.slice(2)];
  let last = startLine;
  while (!body.at(-1)?.includes('$$')) {
    last++;
    if (last >= endLine || state.isEmpty(last) || (state.sCount[last] ?? 0) < state.blkIndent) return false;
    body.push(line(last));
  }
  const closing = body.pop() ?? '';
  if (closing.indexOf('$$') !== closing.length - 2) return false;
  const content = [...body, closing.slice(0, -2)].join('\n').trim();
  if (content === '') return false;
  if (silent) return true;
  state.line = last + 1;
  const token = state.push('math_block', 'math', 0);
  token.block = true;
  token.content = content;
  token.map = [startLine, state.line];
  token.markup = '$$';
  return true;
}
