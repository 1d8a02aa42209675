import type { MarkdownIt, StateCore, Token } from 'markdown-it';

export const alertKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type AlertKind = (typeof alertKinds)[number];

const MARKER = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;

/**
 * GitHub's alerts: a quotation whose first line is `[!NOTE]` alone becomes an `alert_open` … `alert_close` pair, its
 * kind in `info`. A marker with nothing after it stays a quotation, as on GitHub.
 */
export function alerts(md: MarkdownIt): void {
  md.core.ruler.after('block', 'alerts', markAlerts);
}

function markAlerts(state: StateCore): void {
  const emptied = new Set<Token>();
  const { tokens } = state;
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'blockquote_open') continue;
    const [open, inline, close, next] = tokens.slice(index + 1, index + 5);
    if (open?.type !== 'paragraph_open' || !inline || !close) continue;
    const marker = MARKER.exec(inline.content);
    if (!marker) continue;
    const rest = inline.content.slice(marker[0].length);
    if (rest === '' && next?.type === 'blockquote_close') continue;
    token.type = 'alert_open';
    token.info = (marker[1] ?? '').toLowerCase();
    closing(tokens, index).type = 'alert_close';
    inline.content = rest;
    if (inline.map) inline.map = [inline.map[0] + 1, inline.map[1]];
    if (rest === '') for (const part of [open, inline, close]) emptied.add(part);
  }
  if (emptied.size > 0) state.tokens = tokens.filter((token) => !emptied.has(token));
}

function closing(tokens: readonly Token[], open: number): Token {
  const level = tokens[open]?.level;
  for (let index = open + 1; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.nesting === -1 && token.level === level) return token;
  }
  throw new Error('a quotation is not closed');
}
