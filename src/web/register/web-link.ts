/** An address of the web that somebody wrote; undefined of what is none, so that no link leads to it. */
export function webLink(written: string | null): string | undefined {
  if (written === null) return undefined;
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(written) ? written : `https://${written}`);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
