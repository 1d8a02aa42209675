import type { Dependency } from './dependency.ts';
import { isTable, listAt, parseJson, tableAt, textAt } from './parse.ts';

/** composer.json: packages have a vendor; `php` and `ext-…` are the platform. */
export function readComposerJson(text: string): readonly Dependency[] {
  const file = parseJson(text);
  return ['require', 'require-dev'].flatMap((field) =>
    Object.entries(tableAt(file, field)).flatMap(([name, range]) =>
      typeof range === 'string' ? composer(name, { requirement: range, direct: true }) : [],
    ),
  );
}

/** composer.lock. */
export function readComposerLock(text: string): readonly Dependency[] {
  const lock = parseJson(text);
  return ['packages', 'packages-dev'].flatMap((field) =>
    listAt(lock, field).flatMap((entry) => {
      const name = isTable(entry) ? textAt(entry, 'name') : undefined;
      const version = isTable(entry) ? textAt(entry, 'version')?.replace(/^v(?=\d)/, '') : undefined;
      return name === undefined ? [] : composer(name, { version });
    }),
  );
}

function composer(name: string, more: Omit<Dependency, 'ecosystem' | 'name'>): readonly Dependency[] {
  return name.includes('/') ? [{ ecosystem: 'composer', name: name.toLowerCase(), ...more }] : [];
}
