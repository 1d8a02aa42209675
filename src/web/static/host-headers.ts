import { encodeAddress } from '../../wiki/addresses.ts';
import { FILE_POLICY, PAGE_POLICY } from '../answer.ts';

/** Hosts read at most a hundred rules; some are ours. */
const MAX_FILES = 80;

/** A file that a browser opens as a document of the site, with what it runs. */
const DOCUMENT = /\.(?:x?html?|svg|xml|xsl|mhtml)$/i;

/**
 * The headers of a site as a `_headers` file, for the hosts that read one (Cloudflare Pages, Netlify): a path, then its
 * headers, indented. Policies add up: that of a page, in its head, is as strict or stricter. `paths` are those of the
 * wiki's own files: what anyone may have written runs nothing.
 */
export function hostHeaders(base: string, paths: readonly string[], hasSearch: boolean): string {
  const root = new URL(base).pathname.replace(/\/$/, '');
  // The index of the search is read by a program in WebAssembly.
  const policy = hasSearch
    ? PAGE_POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'")
    : PAGE_POLICY;
  const rule = (path: string, headers: Readonly<Record<string, string>>) =>
    `${root}${path}\n${Object.entries(headers)
      .map(([name, value]) => `  ${name}: ${value}\n`)
      .join('')}`;
  return [
    rule('/*', {
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Content-Security-Policy': policy,
    }),
    // Their addresses change with their content.
    rule('/-/assets/*', { 'Cache-Control': 'public, max-age=31536000, immutable' }),
    ...paths
      .filter((path) => DOCUMENT.test(path) && !/[*:\s]/.test(path))
      .sort()
      .slice(0, MAX_FILES)
      .map((path) => rule(encodeAddress(`/${path}`), { 'Content-Security-Policy': FILE_POLICY })),
  ].join('');
}
