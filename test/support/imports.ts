import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

export interface Import {
  /** The importing file, e.g. `wiki/page.ts`. */
  readonly from: string;
  /** The imported file (`git/tree.ts`), or the package (`node:fs`, `hono`, `@hono/node-server`). */
  readonly to: string;
  readonly isFile: boolean;
}

/** Source texts by their path in the folder, tests and declarations left out. */
export function sources(folder: string): ReadonlyMap<string, string> {
  const paths = globSync('**/*.{ts,tsx}', { cwd: folder, exclude: ['**/*.test.{ts,tsx}', '**/*.d.ts'] });
  return new Map(paths.sort().map((path) => [path, readFileSync(posix.join(folder, path), 'utf8')]));
}

/** Every import and re-export of these sources, types and `import()` included. */
export function imports(files: ReadonlyMap<string, string>): readonly Import[] {
  return [...files].flatMap(([from, source]) =>
    [...new Set(specifiers(source))].map((specifier) =>
      specifier.startsWith('.')
        ? { from, to: posix.join(posix.dirname(from), specifier), isFile: true }
        : { from, to: packageName(specifier), isFile: false },
    ),
  );
}

/** The first circle of files that import one another, beginning and ending with the same one. */
export function circle(all: readonly Import[]): readonly string[] | undefined {
  const next = Map.groupBy(
    all.filter(({ isFile }) => isFile),
    ({ from }) => from,
  );
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): readonly string[] | undefined => {
    const seen = trail.indexOf(file);
    if (seen >= 0) return [...trail.slice(seen), file];
    if (done.has(file)) return undefined;
    for (const { to } of next.get(file) ?? []) {
      const found = walk(to, [...trail, file]);
      if (found) return found;
    }
    done.add(file);
    return undefined;
  };
  for (const file of next.keys()) {
    const found = walk(file, []);
    if (found) return found;
  }
  return undefined;
}

/** What follows `from`, a bare `import` or `import(`, at the places where a statement can have it. */
function specifiers(source: string): readonly string[] {
  const patterns = [
    /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
    /^\s*import\s*['"]([^'"]+)['"]/gm,
    /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
  ];
  return patterns.flatMap((pattern) => [...source.matchAll(pattern)].map((match) => match[1] ?? ''));
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
