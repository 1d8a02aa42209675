import { codeKeys, codeRecords } from '../store/code-index.ts';
import type { Reader } from '../store/database.ts';
import { codeAddress } from './address.ts';
import { idAlias } from './index-entry.ts';
import { mergeAccount, mergeRepository } from './merge.ts';
import {
  type AccountRecord,
  type RepositoryRecord,
  recordKey,
  recordText,
  type SaidAccount,
  type SaidRepository,
} from './record.ts';

/** What a source says, in its order. */
export interface SaidRecords {
  readonly repositories: readonly SaidRepository[];
  readonly accounts: readonly SaidAccount[];
}

export type RecordChange =
  | { readonly kind: 'repository'; readonly record: RepositoryRecord }
  | { readonly kind: 'account'; readonly record: AccountRecord };

/** What is new in what a source says. Counts are of repositories. */
export interface ChangedRecords {
  readonly changes: readonly RecordChange[];
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Said more than once: by another case, another address. */
  readonly repeated: number;
}

/** What becomes of the records that `reader` knows by what a source says of them; none of those that stay as they are. */
export async function changedRecords(reader: Reader, said: SaidRecords): Promise<ChangedRecords> {
  const repositories = await settled(reader, 'repository', said.repositories, {
    address: ({ repository_url }) => repository_url,
    merge: mergeRepository,
  });
  const accounts = await settled(reader, 'account', said.accounts, {
    address: ({ organization_url }) => organization_url,
    merge: mergeAccount,
  });
  const differs = ({ before, record }: Settled<RepositoryRecord | AccountRecord>) =>
    before === undefined || recordText(before) !== recordText(record);
  const all = [...repositories.values()];
  const changed = all.filter(differs);
  const added = changed.filter(({ before }) => before === undefined).length;
  return {
    changes: [
      ...changed.map(({ record }) => ({ kind: 'repository' as const, record })),
      ...[...accounts.values()].filter(differs).map(({ record }) => ({ kind: 'account' as const, record })),
    ],
    added,
    changed: changed.length - added,
    unchanged: all.length - changed.length,
    repeated: said.repositories.length - all.length,
  };
}

interface Settled<R> {
  readonly before: R | undefined;
  readonly record: R;
}

interface Kind<R, S> {
  readonly address: (said: S) => string;
  readonly merge: (key: string, before: R | undefined, said: S) => R;
}

type Identified = Pick<RepositoryRecord, 'key' | 'id' | 'aliases'>;

/** Each record once, with all that is said of it, by its key. What has no address that can be read is left out. */
async function settled<R extends Identified, S extends { id?: string | null; aliases?: readonly string[] }>(
  reader: Reader,
  kind: 'repository' | 'account',
  all: readonly S[],
  { address, merge }: Kind<R, S>,
): Promise<ReadonlyMap<string, Settled<R>>> {
  const addressed = all.flatMap((said) => {
    const alias = codeAddress(address(said))?.alias;
    return alias === undefined ? [] : [{ said, alias }];
  });
  const names = addressed.flatMap(({ said, alias }) => namesOf(said, alias));
  const keys = new Map(await codeKeys(reader, kind, [...new Set(names)]));
  const records = await codeRecords(reader, kind, [...new Set(keys.values())]);
  const known = new Map(records.map(({ key, record }) => [key, JSON.parse(record) as R]));
  const settled = new Map<string, Settled<R>>();
  const now = (key: string) => settled.get(key)?.record ?? known.get(key);
  const settle = (key: string, record: R) => settled.set(key, { before: known.get(key), record });
  for (const { said, alias } of addressed) {
    const [first = alias, ...others] = namesOf(said, alias);
    const found = keys.get(first) ?? others.map((name) => keys.get(name)).find((key) => key !== undefined);
    const isAnother = found !== undefined && isOther(now(found), said.id);
    if (isAnother) {
      // Another one has the name now.
      const record = now(found) as R;
      settle(found, { ...record, aliases: record.aliases.filter((name) => name !== alias) });
    }
    const key = found === undefined || isAnother ? freshKey(first, now) : found;
    settle(key, merge(key, now(key), { ...said, aliases: [alias, ...(said.aliases ?? [])] }));
    for (const name of namesOf(said, alias)) keys.set(name, key);
  }
  return settled;
}

/** What something is known by, the surest first. */
function namesOf(said: { id?: string | null; aliases?: readonly string[] }, alias: string): string[] {
  const id = said.id === undefined || said.id === null ? [] : [idAlias(alias, said.id)];
  return [...id, alias, ...(said.aliases ?? [])];
}

/** Whether a forge says that what has this name is not what had it. */
function isOther(record: Identified | undefined, id: string | null | undefined): boolean {
  return record !== undefined && record.id !== null && id !== undefined && id !== null && record.id !== id;
}

function freshKey(identity: string, taken: (key: string) => unknown): string {
  let key = recordKey(identity);
  for (let again = 2; taken(key) !== undefined; again++) key = recordKey(`${identity} ${again}`);
  return key;
}
