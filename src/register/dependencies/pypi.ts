import type { Dependency } from './dependency.ts';
import { isTable, listAt, parseJson, parseToml, type Table, tableAt, textAt } from './parse.ts';

/** PEP 508: a name, extras, then a range or an address, then a marker. */
const REQUIREMENT =
  /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*\(?([^;#]*?)\)?\s*(?:;.*)?$/;

/** requirements.txt: a requirement a line; other files, options and folders are not followed. */
export function readRequirements(text: string): readonly Dependency[] {
  return text
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => requirement(line.replace(/(?:^|\s)#.*$/, '').replace(/\s--?[a-z].*$/, '')));
}

/** pyproject.toml: the tables of PEP 621 and 735, and those of Poetry. */
export function readPyproject(text: string): readonly Dependency[] {
  const file = parseToml(text);
  const project = tableAt(file, 'project');
  const groups = [tableAt(project, 'optional-dependencies'), tableAt(file, 'dependency-groups')];
  const written = [listAt(project, 'dependencies'), ...groups.flatMap(Object.values)];
  const poetry = tableAt(file, 'tool', 'poetry');
  const poetryGroups = Object.values(tableAt(poetry, 'group')).filter(isTable);
  const tables = [
    tableAt(poetry, 'dependencies'),
    tableAt(poetry, 'dev-dependencies'),
    ...poetryGroups.map((group) => tableAt(group, 'dependencies')),
  ];
  return [
    ...written.flat().flatMap((one) => (typeof one === 'string' ? requirement(one) : [])),
    ...tables.flatMap(poetryTable),
  ];
}

function poetryTable(table: Table): readonly Dependency[] {
  return Object.entries(table)
    .filter(([name]) => name.toLowerCase() !== 'python')
    .map(([name, value]) => {
      const range = isTable(value) ? textAt(value, 'version') : value;
      return pypi(name, { requirement: typeof range === 'string' ? range : undefined, direct: true });
    });
}

/** poetry.lock, uv.lock and pdm.lock: a `[[package]]` each. */
export function readPythonLock(text: string): readonly Dependency[] {
  return listAt(parseToml(text), 'package').flatMap((entry) => {
    const name = isTable(entry) ? textAt(entry, 'name') : undefined;
    const isOwn = isTable(entry) && ['editable', 'virtual'].some((kind) => kind in tableAt(entry, 'source'));
    return name === undefined || isOwn ? [] : [pypi(name, { version: textAt(entry as Table, 'version') })];
  });
}

/** Pipfile.lock. */
export function readPipfileLock(text: string): readonly Dependency[] {
  const lock = parseJson(text);
  return ['default', 'develop'].flatMap((group) =>
    Object.entries(tableAt(lock, group)).map(([name, entry]) => {
      const version = isTable(entry) ? textAt(entry, 'version') : undefined;
      return pypi(name, { version: version?.replace(/^==\s*/, '') });
    }),
  );
}

function requirement(line: string): readonly Dependency[] {
  const [, name, range] = line.length > 1_000 ? [] : (REQUIREMENT.exec(line.trim()) ?? []);
  if (name === undefined || (range !== '' && !/^[<>=!~@]/.test(range as string))) return [];
  const version = /^={2,3}\s*([^\s,*]+)$/.exec(range as string)?.[1];
  return [pypi(name, { requirement: range === '' ? undefined : range, version, direct: true })];
}

/** PEP 503: case and separators make no difference. */
function pypi(name: string, more: Omit<Dependency, 'ecosystem' | 'name'>): Dependency {
  return { ecosystem: 'pypi', name: name.toLowerCase().replace(/[-_.]+/g, '-'), ...more };
}
