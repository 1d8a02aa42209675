import { XMLParser } from 'fast-xml-parser';
import type { Dependency } from './dependency.ts';
import { NotRead } from './not-read.ts';
import { isTable, type Table, tableAt, textAt } from './parse.ts';

const PARSER_OPTIONS = {
  ignoreAttributes: true,
  parseTagValue: false,
  processEntities: false,
  removeNSPrefix: true,
} as const;

/** A longer name or version is none; properties in properties would grow without end. */
const MAX_VALUE = 200;

/**
 * pom.xml: its dependencies, with versions from its own properties and `dependencyManagement`. What a parent says is not
 * known here: such a version is left out.
 */
export function readPom(text: string): readonly Dependency[] {
  const project = tableAt(parsed(text), 'project');
  if (Object.keys(project).length === 0) throw new NotRead('other-format');
  const known = new Map(
    Object.entries(tableAt(project, 'properties')).flatMap(([key, value]) =>
      typeof value === 'string' && value.length <= MAX_VALUE ? [[key, value] as const] : [],
    ),
  );
  const version = textAt(project, 'version') ?? textAt(tableAt(project, 'parent'), 'version');
  const group = textAt(project, 'groupId') ?? textAt(tableAt(project, 'parent'), 'groupId');
  for (const prefix of ['project.', 'pom.', '']) {
    if (version !== undefined) known.set(`${prefix}version`, version);
    if (group !== undefined) known.set(`${prefix}groupId`, group);
  }
  const managed = new Map(
    dependencies(tableAt(project, 'dependencyManagement'), known).map(({ name, requirement }) => [
      name,
      requirement,
    ]),
  );
  return dependencies(project, known).map((one) => ({
    ...one,
    requirement: one.requirement ?? managed.get(one.name),
  }));
}

function parsed(text: string): Table {
  // Types of documents are where entities are defined; a pom needs none.
  if (/<!DOCTYPE/i.test(text)) throw new NotRead('other-format');
  try {
    return new XMLParser(PARSER_OPTIONS).parse(text, true) as Table;
  } catch {
    throw new NotRead('syntax');
  }
}

function dependencies(section: Table, known: ReadonlyMap<string, string>): readonly Dependency[] {
  const found = tableAt(section, 'dependencies').dependency;
  return (Array.isArray(found) ? found : [found]).filter(isTable).flatMap((entry) => {
    const group = resolved(textAt(entry, 'groupId'), known);
    const artifact = resolved(textAt(entry, 'artifactId'), known);
    if (group === undefined || artifact === undefined) return [];
    const requirement = resolved(textAt(entry, 'version'), known);
    return [{ ecosystem: 'maven' as const, name: `${group}:${artifact}`, requirement, direct: true }];
  });
}

/** A value with its `${properties}`, two deep at most; nothing if one of them is not known. */
function resolved(value: string | undefined, known: ReadonlyMap<string, string>): string | undefined {
  const once = (text: string) =>
    text.replace(/\$\{([^}]+)\}/g, (whole, key: string) => known.get(key.trim()) ?? whole);
  const result = value === undefined || value.length > MAX_VALUE ? undefined : once(once(value)).trim();
  return result === undefined || result === '' || result.includes('${') || result.length > MAX_VALUE
    ? undefined
    : result;
}
