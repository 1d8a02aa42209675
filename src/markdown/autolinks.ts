import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it';

const COLON = 0x3a;
const SCHEME = /(?:^|[\s*_~(«"'’“[>])(https?)$/i;
const CANDIDATE = /www\.|@/i;
const IN_TEXT = /(?<![\p{L}\p{N}./@-])www\.|(?<![\w.+@-])[\w.+-]+@/giu;
const HOST = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*/u;
const MAIL_HOST = /[a-z0-9_-]+(?:\.[a-z0-9_-]+)+/iy;
const TRAILING = '?!.,:*_~\'"’”»…';
const STOP = /[\s<\p{Z}]/u;

/**
 * GitHub's extended autolinks: `http://`, `https://`, `www.` and e-mail addresses found in text (GFM § 6.9).
 * A bare name such as `example.org` or `publiccode.yml` stays text. Beyond GFM, French quotation marks and
 * no-break spaces end an address.
 */
export function autolinks(md: MarkdownIt): void {
  md.inline.ruler.after('text', 'autolink_url', autolinkUrl);
  md.core.ruler.after('inline', 'autolink_text', autolinkText);
}

/** Runs while marks are being read, so that `_` and `*` inside an address are not taken for emphasis. */
function autolinkUrl(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  // While the end of a link's label is looked for, an address must not hide it: `[http://a](http://b)`.
  if (silent) return false;
  if (src.charCodeAt(pos) !== COLON || !src.startsWith('://', pos) || state.linkLevel > 0) return false;
  const scheme = SCHEME.exec(src.slice(Math.max(0, pos - 6), pos))?.[1];
  if (!scheme || !state.pending.endsWith(scheme)) return false;
  const length = addressLength(src.slice(pos + 3, posMax));
  if (length === 0) return false;
  state.pending = state.pending.slice(0, -scheme.length);
  pushLink(state, src.slice(pos - scheme.length, pos + 3 + length));
  state.pos = pos + 3 + length;
  return true;
}

function pushLink(state: StateInline, address: string): void {
  const open = state.push('link_open', 'a', 1);
  open.attrs = [['href', address]];
  open.info = 'auto';
  state.push('text', '', 0).content = address;
  state.push('link_close', 'a', -1).info = 'auto';
}

function autolinkText(state: StateCore): void {
  for (const block of state.tokens) {
    if (block.type !== 'inline' || !block.children || !CANDIDATE.test(block.content)) continue;
    let inLink = 0;
    block.children = block.children.flatMap((token) => {
      if (token.type === 'link_open' || isRawAnchor(token, '<a')) inLink++;
      if (token.type === 'link_close' || isRawAnchor(token, '</a')) inLink--;
      return token.type === 'text' && inLink <= 0 ? linked(token, state) : [token];
    });
  }
}

function isRawAnchor(token: Token, start: string): boolean {
  return token.type === 'html_inline' && new RegExp(`^${start}[\\s>]`, 'i').test(token.content);
}

function linked(token: Token, state: StateCore): Token[] {
  const { content } = token;
  const parts: Token[] = [];
  let done = 0;
  const text = (value: string) => Object.assign(new state.Token('text', '', 0), { content: value });
  for (const { 0: start, index } of content.matchAll(IN_TEXT)) {
    if (index < done) continue;
    const isMail = start.endsWith('@');
    const length = isMail ? mailLength(content, index, start) : addressLength(content.slice(index));
    if (length <= (isMail ? 0 : 4)) continue;
    const address = content.slice(index, index + length);
    const open = new state.Token('link_open', 'a', 1);
    open.attrs = [['href', isMail ? `mailto:${address}` : `http://${address}`]];
    open.info = 'auto';
    const close = Object.assign(new state.Token('link_close', 'a', -1), { info: 'auto' });
    if (index > done) parts.push(text(content.slice(done, index)));
    parts.push(open, text(address), close);
    done = index + length;
  }
  if (done === 0) return [token];
  if (done < content.length) parts.push(text(content.slice(done)));
  return parts;
}

function mailLength(content: string, index: number, start: string): number {
  MAIL_HOST.lastIndex = index + start.length;
  const host = MAIL_HOST.exec(content)?.[0];
  return host && !/[-_]$/.test(host) ? start.length + host.length : 0;
}

/** How many characters of a text that begins with a host belong to the address, by GFM's rules; 0 if none. */
function addressLength(text: string): number {
  const host = HOST.exec(text)?.[0];
  if (
    !host ||
    host
      .split('.')
      .slice(-2)
      .some((label) => label.includes('_'))
  )
    return 0;
  const stop = text.search(STOP);
  const address = beforeBracket(stop < 0 ? text : text.slice(0, stop));
  let surplus = count(address, ')') - count(address, '(');
  let end = address.length;
  for (;;) {
    const last = address.charAt(end - 1);
    if (TRAILING.includes(last)) end--;
    else if (last === ')' && surplus > 0) {
      surplus--;
      end--;
    } else if (last === ';') {
      const entity = /&[a-z0-9]+;$/i.exec(address.slice(Math.max(0, end - 40), end));
      if (!entity) return end;
      end -= entity[0].length;
    } else return end;
  }
}

/** Up to the `]` that closes a bracket opened before the address. */
function beforeBracket(address: string): string {
  let depth = 0;
  for (const { 0: bracket, index } of address.matchAll(/[[\]]/g)) {
    depth += bracket === '[' ? 1 : -1;
    if (depth < 0) return address.slice(0, index);
  }
  return address;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
