/**
 * Whether a path is one of those that these patterns name: `drafts/` a folder, `*.csv` a name anywhere, `2022/*.md` a path;
 * `*` is any text within a name, `**` any folders, `?` one character.
 */
export function ignoredPaths(patterns: readonly string[]): (path: string) => boolean {
  const matchers = patterns.map(matcher);
  return (path) => matchers.some((matches) => matches(path));
}

function matcher(pattern: string): (path: string) => boolean {
  const rooted = pattern.replace(/^\.?\//, '');
  const folder = rooted.endsWith('/');
  const within = folder ? rooted.slice(0, -1) : rooted;
  const anywhere = !within.includes('/') && !folder && !pattern.startsWith('/');
  const source = within
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map((part) => WILDCARDS[part] ?? part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('');
  const expression = new RegExp(`${anywhere ? '(?:^|/)' : '^'}${source}${folder ? '/' : '(?:$|/)'}`, 's');
  return (path) => expression.test(path);
}

const WILDCARDS: Readonly<Record<string, string>> = {
  '**/': '(?:[^/]+/)*',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
};
