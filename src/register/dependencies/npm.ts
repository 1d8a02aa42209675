import type { Dependency } from './dependency.ts';
import { isTable, parseJson, type Table, tableAt, textAt } from './parse.ts';

const FIELDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/** package.json. */
export function readPackageJson(text: string): readonly Dependency[] {
  return requirements(parseJson(text)).map(([name, requirement]) => npm(name, { requirement, direct: true }));
}

/** package-lock.json and npm-shrinkwrap.json, of every `lockfileVersion` (1 nests; 2 and 3 list by folder). */
export function readPackageLock(text: string): readonly Dependency[] {
  const lock = parseJson(text);
  const packages = tableAt(lock, 'packages');
  return Object.keys(packages).length > 0 ? byFolder(packages) : nested(tableAt(lock, 'dependencies'));
}

function byFolder(packages: Table): readonly Dependency[] {
  const asked = new Map(requirements(tableAt(packages, '')));
  return Object.entries(packages).flatMap(([folder, entry]) => {
    const at = folder.lastIndexOf('node_modules/');
    if (at === -1 || !isTable(entry) || entry.link === true) return [];
    const inFolder = folder.slice(at + 'node_modules/'.length);
    const requirement = at === 0 ? asked.get(inFolder) : undefined;
    const name = textAt(entry, 'name') ?? inFolder;
    return [npm(name, { requirement, version: textAt(entry, 'version'), direct: requirement !== undefined })];
  });
}

/** Who asked for what is hoisted is not told. */
function nested(dependencies: Table): readonly Dependency[] {
  const found: Dependency[] = [];
  const waiting = [dependencies];
  for (let table = waiting.pop(); table !== undefined; table = waiting.pop())
    for (const [name, entry] of Object.entries(table)) {
      if (!isTable(entry)) continue;
      found.push(npm(name, { version: textAt(entry, 'version') }));
      waiting.push(tableAt(entry, 'dependencies'));
    }
  return found;
}

function requirements(manifest: Table): readonly (readonly [string, string])[] {
  return FIELDS.flatMap((field) =>
    Object.entries(tableAt(manifest, field)).flatMap(([name, range]) =>
      typeof range === 'string' ? [[name, range] as const] : [],
    ),
  );
}

/** yarn.lock, of Yarn 1 and of later ones: `"name@range, name@range":`, then an indented `version`. */
export function readYarnLock(text: string): readonly Dependency[] {
  const found: Dependency[] = [];
  let name: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (/^[^\s#]/.test(line)) name = /^"?((?:@[^@/"\s]+\/)?[^@/"\s:]+)@(?!workspace:)[^"]/.exec(line)?.[1];
    const version = /^ {2}version:? "?([^"\s]+)"?$/.exec(line)?.[1];
    if (name === undefined || version === undefined) continue;
    found.push(npm(name, { version }));
    name = undefined;
  }
  return found;
}

export function npm(name: string, more: Omit<Dependency, 'ecosystem' | 'name'>): Dependency {
  return { ecosystem: 'npm', name, ...more };
}
