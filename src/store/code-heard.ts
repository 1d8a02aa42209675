import { sql } from 'kysely';
import { insertAll } from './batches.ts';
import type { CodeHeardAccountTable, CodeHeardTable } from './code-heard-tables.ts';
import type { Database, Reader, Writer } from './database.ts';

type Heard = Pick<CodeHeardTable, 'kind' | 'said' | 'waits'>;

/** Keeps what was heard of an account, in the place of what was heard before. */
export async function saveHeard(
  database: Database,
  account: CodeHeardAccountTable,
  heard: readonly Heard[],
): Promise<void> {
  const { host, account: address, ...state } = account;
  await database.write(async (writer) => {
    await writer
      .insertInto('code_heard_account')
      .values(account)
      .onConflict((conflict) => conflict.columns(['host', 'account']).doUpdateSet(state))
      .execute();
    await writer.deleteFrom('code_heard').where('host', '=', host).where('account', '=', address).execute();
    await insertAll(
      writer,
      'code_heard',
      heard.map((one, position) => ({ host, account: address, position, ...one })),
    );
  });
}

/** The accounts of a forge that were heard, those with trouble first; no more than `limit`. */
export async function heardAccounts(
  reader: Reader,
  host: string,
  limit: number,
): Promise<CodeHeardAccountTable[]> {
  const rows = await reader
    .selectFrom('code_heard_account')
    .selectAll()
    .where('host', '=', host)
    .orderBy('is_complete')
    .orderBy('account')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, heard_at: Number(row.heard_at) }));
}

/** The accounts of a forge that were heard without trouble: who goes on need not ask them again. */
export async function heardWell(reader: Reader, host: string): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('code_heard_account')
    .select('account')
    .where('host', '=', host)
    .where('fault', 'is', null)
    .execute();
  return new Set(rows.map(({ account }) => account));
}

export interface HeardSums {
  readonly accounts: number;
  readonly known: number;
  readonly lost: number;
  readonly same: number;
  /** Repositories whose files are still to be read. */
  readonly waiting: number;
}

export async function heardSums(reader: Reader, host: string): Promise<HeardSums> {
  const sums = await reader
    .selectFrom('code_heard_account')
    .select((e) => [
      e.fn.countAll().as('accounts'),
      e.fn.coalesce(e.fn.sum('known'), sql<number>`0`).as('known'),
      e.fn.coalesce(e.fn.sum('lost'), sql<number>`0`).as('lost'),
      e.fn.coalesce(e.fn.sum('same'), sql<number>`0`).as('same'),
    ])
    .where('host', '=', host)
    .executeTakeFirstOrThrow();
  const { waiting } = await reader
    .selectFrom('code_heard')
    .select((e) => e.fn.countAll().as('waiting'))
    .where('host', '=', host)
    .where('waits', '=', 1)
    .executeTakeFirstOrThrow();
  return {
    accounts: Number(sums.accounts),
    known: Number(sums.known),
    lost: Number(sums.lost),
    same: Number(sums.same),
    waiting: Number(waiting),
  };
}

type Place = Pick<CodeHeardTable, 'account' | 'position'>;

/** What was heard of a forge after a place, in order; only what waits for its files, where that is asked. */
export function heardAfter(
  reader: Reader,
  host: string,
  after: Place,
  { limit, waits = false }: { readonly limit: number; readonly waits?: boolean },
): Promise<CodeHeardTable[]> {
  let rows = reader
    .selectFrom('code_heard')
    .selectAll()
    .where('host', '=', host)
    .where((e) =>
      e.or([
        e('account', '>', after.account),
        e.and([e('account', '=', after.account), e('position', '>', after.position)]),
      ]),
    );
  if (waits) rows = rows.where('waits', '=', 1);
  return rows.orderBy('account').orderBy('position').limit(limit).execute();
}

/** Puts what its files tell in the place of what was heard of a repository. */
export async function saveToldByFiles(
  database: Database,
  host: string,
  told: readonly (Place & { readonly said: string })[],
): Promise<void> {
  if (told.length === 0) return;
  await database.write(async (writer) => {
    for (const { account, position, said } of told)
      await writer
        .updateTable('code_heard')
        .set({ said, waits: 0 })
        .where('host', '=', host)
        .where('account', '=', account)
        .where('position', '=', position)
        .execute();
  });
}

/** The addresses of the accounts of a forge that were listed whole. */
export async function heardWhole(reader: Reader, host: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('code_heard_account')
    .select('account')
    .where('host', '=', host)
    .where('is_complete', '=', 1)
    .execute();
  return rows.map(({ account }) => account);
}

/** Forgets what was heard of a forge: it is recorded, or not believed. */
export async function forgetHeard(writer: Writer, host: string): Promise<void> {
  await writer.deleteFrom('code_heard').where('host', '=', host).execute();
  await writer.deleteFrom('code_heard_account').where('host', '=', host).execute();
}

/** Forgets what was heard before a time: a run that ended long ago is begun anew. */
export async function forgetHeardBefore(writer: Writer, time: number): Promise<void> {
  const old = await writer
    .selectFrom('code_heard_account')
    .select('host')
    .distinct()
    .where('heard_at', '<', time)
    .execute();
  for (const { host } of old) await forgetHeard(writer, host);
}
