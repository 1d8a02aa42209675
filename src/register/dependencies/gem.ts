import type { Dependency } from './dependency.ts';

const GEM = /^\s*gem[\s(]\s*["']([\w.-]+)["']((?:\s*,\s*["'][^"']*["'])*)/;

/** A Gemfile is a program in Ruby: its lines `gem "name", "range"` are read, the rest is not run. */
export function readGemfile(text: string): readonly Dependency[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, name, ranges = ''] = GEM.exec(line) ?? [];
    const requirement = [...ranges.matchAll(/["']([^"']*)["']/g)].map(([, range]) => range).join(', ');
    return name === undefined ? [] : [gem(name, { requirement: requirement || undefined, direct: true })];
  });
}

/** Gemfile.lock: `name (version)` four blanks in under `specs:`, and what was asked for under DEPENDENCIES. */
export function readGemfileLock(text: string): readonly Dependency[] {
  const found: Dependency[] = [];
  const asked = new Map<string, string | undefined>();
  let section = '';
  for (const line of text.split(/\r?\n/)) {
    if (/^\S/.test(line)) section = line.trim();
    const [, blanks, name, range] = /^( {2}| {4})([\w.-]+)!?(?: \(([^)]*)\))?!?$/.exec(line) ?? [];
    if (name === undefined) continue;
    if (section === 'DEPENDENCIES' && blanks?.length === 2) asked.set(name, range);
    // `PATH` holds the gems of the repository itself.
    if ((section === 'GEM' || section === 'GIT') && blanks?.length === 4 && range !== undefined)
      found.push(gem(name, { version: /^[^\s-]+/.exec(range)?.[0] }));
  }
  return found.map((one) => ({ ...one, requirement: asked.get(one.name), direct: asked.has(one.name) }));
}

function gem(name: string, more: Omit<Dependency, 'ecosystem' | 'name'>): Dependency {
  return { ecosystem: 'gem', name, ...more };
}
