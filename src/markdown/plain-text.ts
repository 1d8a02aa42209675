import type { Token } from 'markdown-it';
import { isHtmlElement } from './html-rules.ts';

const SUMMARY_LENGTH = 300;
const MIN_PROSE_AROUND_LINKS = 60;

/** What an inline token says, without marks: text, code, the alternatives of images; a space for a line break. */
export function inlineText(token: Token | undefined): string {
  return tokensText(token?.children ?? []);
}

/** The same for the tokens inside one. */
export function tokensText(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) {
    if (token.type === 'text' || token.type === 'code_inline') text += token.content;
    else if (token.type === 'softbreak' || token.type === 'hardbreak') text += ' ';
    else if (token.type === 'image') text += inlineText(token);
    else if (token.type === 'html_inline' && isWords(token.content)) text += token.content;
  }
  return text;
}

/** The prose of a page, a line for each block that has any. */
export function plainText(tokens: readonly Token[]): string {
  const lines = [];
  for (const token of tokens) {
    if (token.type === 'html_block') lines.push(htmlText(token.content));
    else if (token.type === 'inline') lines.push(inlineText(token).trim());
  }
  return lines.filter((line) => line !== '').join('\n');
}

/** The first paragraph that says something of its own, not only where to go; cut on a word. */
export function summarise(tokens: readonly Token[]): string {
  let fallback = '';
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'inline' || tokens[index - 1]?.type !== 'paragraph_open') continue;
    const text = inlineText(token).replace(/\s+/g, ' ').trim();
    if (token.level === 1 && speaks(token)) return cut(text);
    fallback ||= /\p{L}/u.test(text) ? text : '';
  }
  return cut(fallback);
}

/** A short paragraph around a link ("Read this page in English") leads elsewhere. */
function speaks({ children }: Token): boolean {
  let inLink = 0;
  let links = 0;
  let own = '';
  for (const { type, nesting, content } of children ?? []) {
    if (type === 'link_open' || type === 'link_close') inLink += nesting;
    if (type === 'link_open') links++;
    if (inLink === 0 && type === 'text') own += content;
  }
  return /\p{L}{2}/u.test(own) && (links === 0 || own.trim().length >= MIN_PROSE_AROUND_LINKS);
}

function cut(text: string): string {
  if (text.length <= SUMMARY_LENGTH) return text;
  const head = text.slice(0, SUMMARY_LENGTH);
  const space = head.lastIndexOf(' ');
  return `${head.slice(0, space > 0 ? space : SUMMARY_LENGTH - 1).replace(/[\s,;:.–—-]+$/, '')}…`;
}

/** What a block of HTML says, without tags, comments, scripts and styles. */
export function htmlText(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1>|$)/gi, '')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `<name>`: what looks like a tag but is no element is shown, so it is text. */
function isWords(html: string): boolean {
  const name = /^<\/?([a-z][a-z0-9-]*)/i.exec(html)?.[1];
  return name !== undefined && !isHtmlElement(name.toLowerCase());
}
