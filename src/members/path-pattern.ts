/** Longer ones are a mistake. */
const MAX_PATTERN = 200;

/**
 * A pattern of paths as it is kept: `guides/faq.md` for a file, `guides/*.md` for those of a folder, `guides/**` for all
 * that is below it, `**` for everything. Undefined where a text is none: no pattern leads out of the wiki, or means two things.
 */
export function readPattern(typed: string): string | undefined {
  const pattern = typed.trim().normalize('NFC').replace(/\/$/, '/**');
  if (pattern === '' || pattern.length > MAX_PATTERN || /[\\?[\]{}!\p{Cc}\u2028\u2029]/u.test(pattern))
    return undefined;
  const segments = pattern.split('/');
  const isGood = segments.every((segment, at) => {
    if (segment === '**') return at === segments.length - 1;
    return /^[^*]+$|^[^*]*\*[^*]*$/.test(segment) && !/^\.{0,2}$/.test(segment);
  });
  return isGood ? pattern : undefined;
}

/** Whether a path of the wiki is one of a pattern: byte by byte, as Git compares them. */
export function matchesPattern(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const segments = path.split('/');
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) return false;
  const isBelow = wanted.at(-1) === '**';
  if (isBelow) wanted.pop();
  if (isBelow ? segments.length <= wanted.length : segments.length !== wanted.length) return false;
  return wanted.every((one, at) => matchesSegment(one, segments[at] as string));
}

function matchesSegment(wanted: string, segment: string): boolean {
  const star = wanted.indexOf('*');
  if (star === -1) return wanted === segment;
  const before = wanted.slice(0, star);
  const after = wanted.slice(star + 1);
  return (
    segment.length >= before.length + after.length && segment.startsWith(before) && segment.endsWith(after)
  );
}
