/** Gives the address in a static site of an address of the wiki; undefined when it has nothing there. */
export type Follow = (address: string) => string | undefined;

const TAG = /<(?:\/?(?:a|form|main)\b|(?:link|img|script|source|audio|video|iframe)\b)[^>]*>/g;
const ADDRESS = / (?:href|src|action|poster)="([/?][^"]*)"/;

/** What is left out: an element with all that is in it, or only its tags. */
type Dropped = 'element' | 'tags';

/**
 * A page as a file of a static site: its links lead to files, it carries its own policy, and it has neither the forms nor
 * the links that only a server answers: of such a link the text stays in the page's content, and nothing around it. What
 * a policy says of frames works in headers only.
 */
export function staticHtml(served: string, follow: Follow, policy: string): string {
  const html = withoutChoices(served);
  let result = '';
  let done = 0;
  const [, language = ''] = /<html lang="([^"]*)"/.exec(html) ?? [];
  let inMain = false;
  let form = false;
  let link: Dropped | undefined;
  for (const found of html.matchAll(TAG)) {
    const [tag] = found;
    if (!form && link !== 'element') result += html.slice(done, found.index);
    done = found.index + tag.length;
    if (form) form = tag !== '</form>';
    else if (tag === '</a>' && link) link = undefined;
    else {
      if (tag === '</main>') inMain = false;
      if (tag.startsWith('<main')) inMain = true;
      const rewritten = tag.startsWith('<form') ? searchForm(tag, language, follow) : rewrite(tag, follow);
      if (rewritten !== undefined) result += rewritten;
      else if (tag.startsWith('<form')) form = true;
      else if (tag.startsWith('<a'))
        link = inMain && !isWholeItem(html, found.index, done) ? 'tags' : 'element';
    }
  }
  result += html.slice(done);
  return result
    .replaceAll('<li></li>', '')
    .replace(/<search[^>]*><\/search>/g, '')
    .replace(
      '<meta charset="utf-8"/>',
      `$&<meta http-equiv="Content-Security-Policy" content="${encode(policy.replace(/; frame-ancestors [^;]*/, ''))}"/>`,
    );
}

/** A list in which two versions can be chosen to be compared is only a list. */
function withoutChoices(html: string): string {
  if (!html.includes(' action="/-/diff/')) return html;
  return html.replace(/<form[^>]* action="\/-\/diff\/[^>]*>([\s\S]*?)<\/form>/g, (_, list: string) =>
    list.replace(/<input[^>]*>|<button[\s\S]*?<\/button>/g, ''),
  );
}

/** The one form that a site of files answers: the search, in the language of the page. */
function searchForm(tag: string, language: string, follow: Follow): string | undefined {
  if (!tag.includes(' action="')) return tag;
  if (!tag.includes(' action="/-/search"')) return undefined;
  const action = follow(`/-/search?lang=${language}`) ?? follow('/-/search');
  return (
    action &&
    tag.replace(/ action="[^"]*"/, ` action="${encode(action)}"`).replace(/ data-[\w-]+="[^"]*"/g, '')
  );
}

/** Whether a link is all that an item of a list holds. */
function isWholeItem(html: string, start: number, end: number): boolean {
  return html.endsWith('<li>', start) && html.startsWith('</a></li>', html.indexOf('</a>', end));
}

/** The tag with its address followed; undefined when that leads nowhere. */
function rewrite(tag: string, follow: Follow): string | undefined {
  const attribute = ADDRESS.exec(tag);
  if (!attribute) return tag;
  const written = attribute[1] as string;
  const followed = follow(decode(written));
  if (followed === undefined) return undefined;
  const at = attribute.index + attribute[0].length - written.length - 1;
  return tag.slice(0, at) + encode(followed) + tag.slice(at + written.length);
}

/** Where own addresses, absolute in a text, lead in a static site. */
export interface OwnAddresses {
  /** Scheme and host before which they stand. */
  readonly origin: string;
  /** The public address of the site. */
  readonly base: string;
  /** Gives what goes after the public address; undefined for what is not of the wiki, `''` for what its site has not. */
  readonly follow: Follow;
}

/**
 * A text (HTML, Atom, JSON, plain) in which the absolute addresses of the wiki lead to the files of the site: to its home
 * where it does not have what is there. In HTML, such a link becomes one of a page, which `staticHtml` leaves out.
 */
export function staticText(
  text: string,
  { origin, base, follow }: OwnAddresses,
  kind: 'html' | 'xml' | 'plain',
): string {
  const [, scheme = '', rest = ''] = /^(https?):(.*)$/.exec(origin) ?? [];
  if (!text.includes(rest)) return text;
  const own = addressesOf(scheme, rest, kind === 'plain' ? '&' : '&amp;');
  return text.replace(own, (whole, protocol: string, address: string, at: number) => {
    const followed = follow(decode(address));
    if (followed === undefined) return whole;
    if (followed === '' && kind === 'html' && isAttribute(text, at)) return address;
    return `${protocol}:${base.slice(scheme.length + 1)}${encode(followed === '' ? '/' : followed)}`;
  });
}

/** Patterns that were made: a site has two, and each takes as long to make as to match. */
const patterns = new Map<string, RegExp>();

function addressesOf(scheme: string, rest: string, ampersand: string): RegExp {
  const source = `(${scheme}|webcal):${RegExp.escape(rest)}(/(?:[^\\s"'<>\\\\)&]|${ampersand})*)`;
  const pattern = patterns.get(source) ?? new RegExp(source, 'g');
  if (patterns.size >= 8) patterns.clear();
  patterns.set(source, pattern);
  return pattern;
}

function isAttribute(text: string, at: number): boolean {
  return /[^\w](?:href|src)="$/.test(text.slice(Math.max(at - 7, 0), at));
}

function decode(value: string): string {
  if (!value.includes('&')) return value;
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function encode(value: string): string {
  return value.replace(/[&"<>]/g, (character) => ENTITIES[character] as string);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
