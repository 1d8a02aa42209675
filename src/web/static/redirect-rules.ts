/**
 * The redirections of a site as a `_redirects` file, for the hosts that read one (Cloudflare Pages, GitLab Pages,
 * Netlify): `FROM TO 301`, a line each. `base` is the site's public address. An address in which they would read a
 * pattern (`*`, `:name`) has only the page that redirects.
 */
export function redirectRules(
  base: string,
  files: readonly { readonly address: string; readonly redirectsTo?: string }[],
): string {
  const path = new URL(base).pathname.replace(/\/$/, '');
  return files
    .flatMap(({ address, redirectsTo }) =>
      redirectsTo === undefined || /\s/.test(redirectsTo) || /[*:]/.test(address)
        ? []
        : [`${path}${address} ${redirectsTo} 301\n`],
    )
    .sort()
    .join('');
}
