import { sql } from 'kysely';
import { inBatches, insertAll } from './batches.ts';
import type { CodeDependencyTable } from './code-dependency-table.ts';
import type {
  CodeAccountTable,
  CodeAncestorTable,
  CodeOrganisationTable,
  CodeRepositoryTable,
  CodeStateTable,
} from './code-tables.ts';
import type { Reader, Writer } from './database.ts';
import { engineOf } from './engine.ts';
import { addWords, forgetWords, removeWords } from './word-sets.ts';

/** A repository to index. */
export interface CodeEntry {
  readonly row: Omit<CodeRepositoryTable, 'id'>;
  /** All it is known by. */
  readonly aliases: readonly string[];
  readonly topics: readonly string[];
  readonly dependencies: readonly Omit<CodeDependencyTable, 'repository'>[];
  /** What it is found by, each once, with spaces between. */
  readonly tokens: string;
}

/** What the index holds of the register; undefined before the first time. */
export function codeState(reader: Reader): Promise<CodeStateTable | undefined> {
  return reader.selectFrom('code_state').selectAll().executeTakeFirst();
}

export async function saveCodeState(writer: Writer, state: Omit<CodeStateTable, 'id'>): Promise<void> {
  await writer
    .insertInto('code_state')
    .values({ id: 1, ...state })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(state))
    .execute();
}

/** Puts repositories in the place of what the index has under their keys. */
export async function saveCodeRepositories(writer: Writer, entries: readonly CodeEntry[]): Promise<void> {
  const keys = entries.map(({ row }) => row.key);
  const known = new Map((await numbersOf(writer, keys)).map(({ key, id }) => [key, id]));
  let next = await nextNumber(writer);
  const numbered = entries.map((entry) => ({ id: known.get(entry.row.key) ?? next++, ...entry }));
  await removeCodeRepositories(writer, keys);
  await insertAll(
    writer,
    'code_repository',
    numbered.map(({ id, row }) => ({ id, ...row })),
  );
  await claimAliases(
    writer,
    'repository',
    numbered.map(({ row, aliases }) => ({ key: row.key, aliases })),
  );
  await insertAll(
    writer,
    'code_topic',
    numbered.flatMap(({ id, topics }) => [...new Set(topics)].map((topic) => ({ repository: id, topic }))),
  );
  await insertAll(
    writer,
    'code_dependency',
    numbered.flatMap(({ id, dependencies }) => dependencies.map((one) => ({ repository: id, ...one }))),
  );
  await addWords(writer, 'code_words', numbered);
}

/** Forgets repositories by their keys. */
export async function removeCodeRepositories(writer: Writer, keys: readonly string[]): Promise<void> {
  const ids = (await numbersOf(writer, keys)).map(({ id }) => id);
  await removeWords(writer, 'code_words', ids);
  await inBatches(ids, async (batch) => {
    await writer.deleteFrom('code_topic').where('repository', 'in', batch).execute();
    await writer.deleteFrom('code_dependency').where('repository', 'in', batch).execute();
    await writer.deleteFrom('code_repository').where('id', 'in', batch).execute();
    return [];
  });
  await forgetAliases(writer, 'repository', keys);
}

/** Puts accounts in the place of what the index has under their keys. */
export async function saveCodeAccounts(
  writer: Writer,
  entries: readonly { readonly row: CodeAccountTable; readonly aliases: readonly string[] }[],
): Promise<void> {
  await removeCodeAccounts(
    writer,
    entries.map(({ row }) => row.key),
  );
  await insertAll(
    writer,
    'code_account',
    entries.map(({ row }) => row),
  );
  await claimAliases(
    writer,
    'account',
    entries.map(({ row, aliases }) => ({ key: row.key, aliases })),
  );
}

export async function removeCodeAccounts(writer: Writer, keys: readonly string[]): Promise<void> {
  await inBatches(keys, async (batch) => {
    await writer.deleteFrom('code_account').where('key', 'in', batch).execute();
    return [];
  });
  await forgetAliases(writer, 'account', keys);
}

/** Puts these organisations in the place of all there were. */
export async function saveCodeOrganisations(
  writer: Writer,
  organisations: readonly CodeOrganisationTable[],
  ancestors: readonly CodeAncestorTable[],
): Promise<void> {
  await writer.deleteFrom('code_organisation').execute();
  await writer.deleteFrom('code_ancestor').execute();
  await insertAll(writer, 'code_organisation', organisations);
  await insertAll(writer, 'code_ancestor', ancestors);
}

/**
 * Has SQLite look at some of the repositories, so that of two things chosen it begins with the rarer; PostgreSQL does so by
 * itself.
 */
export async function measureCode(writer: Writer): Promise<void> {
  if (engineOf(writer) !== 'sqlite') return;
  await sql`pragma analysis_limit = 1000`.execute(writer);
  await sql`analyze code_repository`.execute(writer);
  await sql`analyze code_topic`.execute(writer);
}

/** Forgets all that the index holds of the register. */
export async function forgetCode(writer: Writer): Promise<void> {
  await forgetWords(writer, 'code_words');
  const tables = ['code_repository', 'code_account', 'code_alias', 'code_topic', 'code_dependency'] as const;
  for (const table of tables) await writer.deleteFrom(table).execute();
}

/** The keys of what is known by these aliases. */
export async function codeKeys(
  reader: Reader,
  kind: 'repository' | 'account',
  aliases: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await inBatches(aliases, (batch) =>
    reader
      .selectFrom('code_alias')
      .select(['alias', 'key'])
      .where('kind', '=', kind)
      .where('alias', 'in', batch)
      .execute(),
  );
  return new Map(rows.map(({ alias, key }) => [alias, key]));
}

/** The records under these keys, as JSON. */
export function codeRecords(
  reader: Reader,
  kind: 'repository' | 'account',
  keys: readonly string[],
): Promise<{ key: string; record: string }[]> {
  return inBatches(keys, (batch) =>
    reader
      .selectFrom(kind === 'repository' ? 'code_repository' : 'code_account')
      .select(['key', 'record'])
      .where('key', 'in', batch)
      .execute(),
  );
}

function numbersOf(writer: Writer, keys: readonly string[]): Promise<{ key: string; id: number }[]> {
  return inBatches(keys, (batch) =>
    writer.selectFrom('code_repository').select(['key', 'id']).where('key', 'in', batch).execute(),
  );
}

async function nextNumber(writer: Writer): Promise<number> {
  const { last } = await writer
    .selectFrom('code_repository')
    .select((e) => e.fn.max('id').as('last'))
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** An address is that of whoever has it last: a name that was given up may be taken by another. */
async function claimAliases(
  writer: Writer,
  kind: 'repository' | 'account',
  named: readonly { readonly key: string; readonly aliases: readonly string[] }[],
): Promise<void> {
  const keys = new Map(named.flatMap(({ key, aliases }) => aliases.map((alias) => [alias, key] as const)));
  await inBatches([...keys.keys()], async (batch) => {
    await writer.deleteFrom('code_alias').where('kind', '=', kind).where('alias', 'in', batch).execute();
    return [];
  });
  await insertAll(
    writer,
    'code_alias',
    [...keys].map(([alias, key]) => ({ kind, alias, key })),
  );
}

async function forgetAliases(
  writer: Writer,
  kind: 'repository' | 'account',
  keys: readonly string[],
): Promise<void> {
  await inBatches(keys, async (batch) => {
    await writer.deleteFrom('code_alias').where('kind', '=', kind).where('key', 'in', batch).execute();
    return [];
  });
}
