import { z } from 'zod';
import { organisationId } from './fields.ts';
import { type Finding, inOrder, type Reading } from './finding.ts';
import { type Organisation, parentFault } from './organisations-file.ts';

const link = z.object({ type_hierarchie: z.string(), service: z.string() });

/** What lannuaire.service-public.fr says of a service; its API writes the hierarchy as a text that is JSON. */
const service = z.object({
  id: organisationId,
  nom: z.string().min(1).max(500),
  hierarchie: z
    .preprocess((value) => (typeof value === 'string' ? parsed(value) : value), z.array(link))
    .nullish(),
});

/** The link to a part of a service, as against other relations. */
const PART = 'Service Fils';

/** Characters of the file. */
export const MAX_DIRECTORY = 64 * 1024 * 1024;
const MAX_FINDINGS = 50;

/**
 * Reads organisations from an export of lannuaire.service-public.fr (JSON: `{ "service": [ … ] }`, or the list alone), each
 * of which names its parts. A part has the first parent that names it; one that leads round to its child is told and left
 * out, and what is not in the file is nobody's part.
 */
export function readDirectory(source: string): Reading<readonly Organisation[]> {
  if (source.length === 0) return { value: [], findings: [] };
  if (source.length > MAX_DIRECTORY)
    return nothing(`the file is longer than ${MAX_DIRECTORY / 1024 ** 2} MB`);
  const value = parsed(source) as { service?: unknown } | unknown[] | undefined;
  const entries = Array.isArray(value) ? value : value?.service;
  if (!Array.isArray(entries))
    return nothing('the file is no export of lannuaire.service-public.fr: a JSON list of services');
  const problems: string[] = [];
  const names = new Map<string, string>();
  const parents = new Map<string, string>();
  for (const [at, entry] of entries.entries()) {
    const read = service.safeParse(entry);
    if (!read.success) {
      problems.push(`service ${at}: ${read.error.issues[0]?.path.join('.')} is not what it should be`);
      continue;
    }
    const { id, nom, hierarchie } = read.data;
    if (names.has(id)) problems.push(`${id}: is there already`);
    else names.set(id, nom);
    for (const { type_hierarchie, service: part } of hierarchie ?? [])
      if (type_hierarchie === PART && !parents.has(part)) parents.set(part, id);
  }
  const all = new Map<string, Organisation>(
    [...names].map(([id, name]) => [id, { id, name, parent: parents.get(id), line: 1 }]),
  );
  const tree = [...all.values()].map((one) => {
    const fault = parentFault(one, all);
    if (fault === undefined) return one;
    problems.push(`${one.id}: ${fault}`);
    return { ...one, parent: undefined };
  });
  return { value: tree, findings: inOrder(shown(problems)) };
}

/** The directory has a thousand times more than a register concerns: those named, and what they are part of. */
export function concerned(
  directory: readonly Organisation[],
  named: Iterable<string | undefined>,
): readonly Organisation[] {
  const all = new Map(directory.map((one) => [one.id, one]));
  const kept = new Set<Organisation>();
  for (const id of named)
    for (let one = all.get(id ?? ''); one && !kept.has(one); one = all.get(one.parent ?? '')) kept.add(one);
  return [...kept];
}

function nothing(message: string): Reading<readonly never[]> {
  return { value: [], findings: [{ line: 1, column: 1, message }] };
}

function shown(problems: readonly string[]): Finding[] {
  const more = problems.length - MAX_FINDINGS;
  const told = more > 0 ? [...problems.slice(0, MAX_FINDINGS), `and ${more} more are wrong`] : problems;
  return told.map((message) => ({ line: 1, column: 1, message }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
