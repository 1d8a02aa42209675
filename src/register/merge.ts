import { isDeepStrictEqual } from 'node:util';
import {
  type AccountRecord,
  accountRecord,
  type RepositoryRecord,
  repositoryRecord,
  type Said,
} from './record.ts';

/** Long enough for every real one; what is longer is cut. */
const MAX_TEXT = 10_000;
const MAX_ALIASES = 100;

/** A repository as it is known, with what a source says of it. */
export function mergeRepository(
  key: string,
  before: RepositoryRecord | undefined,
  said: Said<RepositoryRecord>,
): RepositoryRecord {
  // The forge itself is never older than a catalogue.
  const isForge = said.missing !== undefined;
  const isOlder =
    !isForge && before?.last_update && said.last_update ? said.last_update < before.last_update : false;
  return repositoryRecord.parse(merged(key, before, said, isOlder));
}

/** The same of an account. */
export function mergeAccount(
  key: string,
  before: AccountRecord | undefined,
  said: Said<AccountRecord>,
): AccountRecord {
  return accountRecord.parse(merged(key, before, said, false));
}

type Fields = Readonly<Record<string, unknown>>;

/** What an older source says only fills in what nobody said since. */
function merged(key: string, before: Fields | undefined, said: Fields, isOlder: boolean): Fields {
  const known: Record<string, unknown> = { ...before };
  for (const [name, value] of Object.entries(said)) {
    if (value === undefined || name === 'aliases') continue;
    const isKnown = known[name] !== undefined && known[name] !== null;
    if (isOlder && isKnown) continue;
    known[name] = cleaned(value);
  }
  const addresses = [said.aliases, before?.aliases].map((list) => (list ?? []) as readonly string[]);
  const aliases = isOlder ? addresses.reverse().flat() : addresses.flat();
  return {
    ...known,
    key,
    aliases: [...new Set(aliases)].slice(0, MAX_ALIASES),
  };
}

/** What both engines can keep: PostgreSQL has no NUL, and half a character is none. */
function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, MAX_TEXT).toWellFormed().replaceAll('\0', '');
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [cleaned(name), cleaned(one)]));
}

/** Whether what a forge says of a repository, at this address, is what its record says already. */
export function saysNothingNew(
  before: RepositoryRecord,
  said: Said<RepositoryRecord>,
  alias: string,
): boolean {
  if (before.aliases[0] !== alias || (said.aliases ?? []).some((name) => !before.aliases.includes(name)))
    return false;
  const known = before as Fields;
  return Object.entries(said).every(
    ([name, value]) =>
      value === undefined ||
      name === 'aliases' ||
      // What is not recorded is not in the record.
      !(name in known) ||
      isSame(known[name], cleaned(value)),
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || (typeof other === 'object' && other !== null && isDeepStrictEqual(one, other));
}
