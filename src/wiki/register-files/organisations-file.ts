import { z } from 'zod';
import { organisationId } from './fields.ts';
import { type Finding, inOrder, type Reading } from './finding.ts';
import { readYamlMap } from './yaml-map.ts';

/** A public body, and the one that it is part of. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly parent: string | undefined;
  readonly line: number;
}

const organisation = z.union(
  [
    z.string().min(1).max(500),
    z.strictObject({ name: z.string().min(1).max(500), parent: organisationId.optional() }),
  ],
  'is neither a name, nor a name with a parent ({ name: …, parent: … })',
);

/**
 * Reads organisations by their identifiers: code.gouv.fr's `top_organizations.yml` gives each a name, and here it may have
 * a parent too. A parent that is neither there nor in the public directory, or that leads round to its child, is left out.
 */
export function readOrganisations(
  source: string,
  directory: readonly Organisation[] = [],
): Reading<readonly Organisation[]> {
  const { value: entries, findings } = readYamlMap(source, organisation);
  const problems: Finding[] = [...findings];
  const read = new Map<string, Organisation>();
  const places = new Map<string, { line: number; column: number }>();
  for (const { key, value, line, at } of entries) {
    const before = read.get(key);
    if (before) {
      problems.push({ ...at(), message: `${key}: is there already, on line ${before.line}` });
      continue;
    }
    const { name, parent } = typeof value === 'string' ? { name: value, parent: undefined } : value;
    read.set(key, { id: key, name, parent, line });
    places.set(key, at('parent'));
  }
  const known = new Map([...directory.map((one) => [one.id, one] as const), ...read]);
  const tree = [...read.values()].map((one) => {
    const fault = parentFault(one, known);
    if (fault === undefined) return one;
    problems.push({
      ...(places.get(one.id) as { line: number; column: number }),
      message: `${one.id}: ${fault}`,
    });
    return { ...one, parent: undefined };
  });
  return { value: tree, findings: inOrder(problems) };
}

/** What is wrong with the parent of an organisation; undefined where nothing is. */
export function parentFault(
  { id, parent }: Organisation,
  all: ReadonlyMap<string, Organisation>,
): string | undefined {
  if (parent === undefined) return undefined;
  if (!all.has(parent)) return `its parent ${parent} is not in this file; add it, or take the parent away`;
  const way = [id];
  for (let at: string | undefined = parent; at !== undefined; at = all.get(at)?.parent) {
    if (at === id) return `is its own parent (${[...way, id].join(' -> ')}); take one of these parents away`;
    // Those of a circle that it leads into have the fault, not it.
    if (way.includes(at)) return undefined;
    way.push(at);
  }
  return undefined;
}

/** For each organisation, those that it is part of, the nearest first; the tree has no circles. */
export function ancestors(organisations: readonly Organisation[]): ReadonlyMap<string, readonly string[]> {
  const byId = new Map(organisations.map((one) => [one.id, one]));
  return new Map(
    organisations.map(({ id, parent }) => {
      const found: string[] = [];
      for (let at = parent; at !== undefined && at !== id && !found.includes(at); at = byId.get(at)?.parent)
        found.push(at);
      return [id, found];
    }),
  );
}
