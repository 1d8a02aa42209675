import type { Dependency } from './dependency.ts';
import { isTable, listAt, parseToml, type Table, tableAt, textAt } from './parse.ts';

const FIELDS = ['dependencies', 'dev-dependencies', 'build-dependencies'];

/** Cargo.toml: its own tables, those of targets and of a workspace; what is in the repository itself is left out. */
export function readCargoToml(text: string): readonly Dependency[] {
  const file = parseToml(text);
  const places = [
    file,
    tableAt(file, 'workspace'),
    ...Object.values(tableAt(file, 'target')).filter(isTable),
  ];
  return places.flatMap((place) => FIELDS.flatMap((field) => asked(tableAt(place, field))));
}

function asked(table: Table): readonly Dependency[] {
  return Object.entries(table).flatMap(([key, value]) => {
    if (typeof value === 'string') return [cargo(key, { requirement: value, direct: true })];
    if (!isTable(value) || 'path' in value || value.workspace === true) return [];
    return [cargo(textAt(value, 'package') ?? key, { requirement: textAt(value, 'version'), direct: true })];
  });
}

/** Cargo.lock: packages without a source are the repository's own; they tell what was asked for. */
export function readCargoLock(text: string): readonly Dependency[] {
  const packages = listAt(parseToml(text), 'package').filter(isTable);
  const own = packages.filter((entry) => textAt(entry, 'source') === undefined);
  const direct = new Set(
    own.flatMap((entry) => listAt(entry, 'dependencies').map((one) => String(one).split(' ')[0])),
  );
  return packages.flatMap((entry) => {
    const name = textAt(entry, 'name');
    if (name === undefined || textAt(entry, 'source') === undefined) return [];
    return [cargo(name, { version: textAt(entry, 'version'), direct: direct.has(name) })];
  });
}

function cargo(name: string, more: Omit<Dependency, 'ecosystem' | 'name'>): Dependency {
  return { ecosystem: 'cargo', name, ...more };
}
