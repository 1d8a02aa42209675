import type { Dependency } from './dependency.ts';

/**
 * What several files of a repository say together, by ecosystem, name and version. Where a manifest was read (it tells what
 * is direct), what only lock files have is indirect.
 */
export function mergeDependencies(files: readonly (readonly Dependency[])[]): readonly Dependency[] {
  const all = files.flat();
  const nameOf = ({ ecosystem, name }: Dependency) => `${ecosystem} ${name}`;
  const asked = new Map<string, Dependency>();
  for (const one of all) {
    const known = asked.get(nameOf(one));
    if (one.direct === true && (known?.requirement === undefined || known === undefined))
      asked.set(nameOf(one), one);
  }
  const told = new Set(all.filter(({ direct }) => direct !== undefined).map(({ ecosystem }) => ecosystem));
  const locked = new Set(all.filter(({ version }) => version !== undefined).map(nameOf));
  const merged = new Map<string, Dependency>();
  for (const one of all) {
    if (one.version === undefined && locked.has(nameOf(one))) continue;
    const direct = asked.get(nameOf(one));
    merged.set(`${nameOf(one)} ${one.version ?? ''}`, {
      ...one,
      requirement: direct?.requirement ?? one.requirement,
      direct: direct !== undefined ? true : told.has(one.ecosystem) ? false : undefined,
    });
  }
  return [...merged.values()];
}
