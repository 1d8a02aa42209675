import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it';

/**
 * An HTML comment that CommonMark does not recognise because a blank line comes before its `-->`, or because it has
 * no end, is a comment all the same: what the author hid stays hidden. One without an end hides the rest of its block.
 */
export function comments(md: MarkdownIt): void {
  md.inline.ruler.after('html_inline', 'unclosed_comment', unclosedComment);
  md.core.ruler.after('inline', 'unclosed_comments', hideToEnd);
}

function unclosedComment(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('<!--', state.pos)) return false;
  if (!silent) state.push('unclosed_comment', '', 0);
  state.pos = state.posMax;
  return true;
}

function hideToEnd(state: StateCore): void {
  const { tokens } = state;
  const kept: Token[] = [];
  let from = 0;
  for (let index = 0; index < tokens.length; index++) {
    if (!opensComment(tokens[index])) continue;
    let end = index + 1;
    while (end < tokens.length && !tokens[end]?.content.includes('-->')) end++;
    if (end === tokens.length) break;
    for (const token of tokens.slice(from, index + 1)) kept.push(token);
    for (const token of unbalanced(tokens.slice(index + 1, end))) kept.push(token);
    keepAfterEnd(tokens[end], state);
    from = end;
    index = end - 1;
  }
  if (from > 0) state.tokens = [...kept, ...tokens.slice(from)];
}

function opensComment(token: Token | undefined): boolean {
  if (token?.type === 'inline') return token.children?.at(-1)?.type === 'unclosed_comment';
  if (token?.type !== 'html_block') return false;
  return token.content.lastIndexOf('<!--') > token.content.lastIndexOf('-->');
}

/** Of a run of tokens, those that open or close something beyond the run. */
function unbalanced(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (const token of tokens) {
    if (token.nesting === 1) kept.push(token);
    else if (token.nesting === -1) {
      if (kept.at(-1)?.nesting === 1) kept.pop();
      else kept.push(token);
    }
  }
  return kept;
}

function keepAfterEnd(token: Token | undefined, state: StateCore): void {
  if (!token) return;
  token.content = token.content.slice(token.content.indexOf('-->') + 3);
  if (token.type !== 'inline') return;
  token.children = [];
  state.md.inline.parse(token.content.trim(), state.md, state.env, token.children);
}
