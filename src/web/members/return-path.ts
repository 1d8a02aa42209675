const MAX_LENGTH = 2_000;

/** Any origin: it only shows whether an address leads away from it. */
const HERE = 'https://here.invalid';

/** The path of this site that a text names; undefined for anything that browsers may take for an address elsewhere. */
export function returnPath(text: string | null | undefined): string | undefined {
  if (!text || text.length > MAX_LENGTH || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text)) return undefined;
  const url = URL.parse(text, HERE);
  if (url?.origin !== HERE || url.pathname.startsWith('//')) return undefined;
  return `${url.pathname}${url.search}${url.hash}`;
}
