import { parser } from './parser.ts';

const FOLLOWED = new Set(['http', 'https', 'mailto', 'tel', 'xmpp', 'webcal', 'matrix']);
const FETCHED = new Set(['http', 'https']);

/**
 * The address as it may be written in an `href`, percent-encoded where needed; undefined if its scheme is not one a
 * page may lead to (http, https, mailto, tel, xmpp, webcal, matrix, or none).
 */
export function safeHref(address: string): string | undefined {
  return encoded(address, FOLLOWED);
}

/** The same for what a page loads by itself (`src`): http, https, or no scheme. */
export function safeSource(address: string): string | undefined {
  return encoded(address, FETCHED);
}

function encoded(address: string, schemes: ReadonlySet<string>): string | undefined {
  // A browser drops these before it reads the scheme (WHATWG URL § 4.4): "java\nscript:" is a scheme to it.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are the characters meant
  const bare = address.replace(/^[\u0000-\u0020]+|[\t\n\r]+/g, '');
  const scheme = /^([^/?#:]*):/.exec(bare)?.[1]?.toLowerCase();
  if (scheme !== undefined && !schemes.has(scheme)) return undefined;
  return parser.utils.lib.mdurl.encode(bare.trimEnd());
}
