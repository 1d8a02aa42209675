import { inBatches } from './batches.ts';
import { type CodeAccountTable, type CodeRepositoryTable, numberedRepository } from './code-tables.ts';
import type { Reader } from './database.ts';

/** The repository that an address leads to: its present one, or a former one. */
export async function codeRepository(
  reader: Reader,
  alias: string,
): Promise<CodeRepositoryTable | undefined> {
  const row = await reader
    .selectFrom('code_repository')
    .selectAll()
    .where('key', '=', (e) =>
      e
        .selectFrom('code_alias')
        .select('code_alias.key')
        .where('kind', '=', 'repository')
        .where('alias', '=', alias),
    )
    .executeTakeFirst();
  return row && numberedRepository(row);
}

/** The repository of a key. */
export async function codeRepositoryOf(
  reader: Reader,
  key: string,
): Promise<CodeRepositoryTable | undefined> {
  const row = await reader
    .selectFrom('code_repository')
    .selectAll()
    .where('key', '=', key)
    .executeTakeFirst();
  return row && numberedRepository(row);
}

/** The repositories that these addresses lead to, each with the address. */
export async function codeRepositoriesAt(
  reader: Reader,
  aliases: readonly string[],
): Promise<(CodeRepositoryTable & { readonly alias: string })[]> {
  const rows = await inBatches(aliases, (batch) =>
    reader
      .selectFrom('code_alias as a')
      .innerJoin('code_repository as r', 'r.key', 'a.key')
      .selectAll('r')
      .select('a.alias')
      .where('a.kind', '=', 'repository')
      .where('a.alias', 'in', batch)
      .orderBy('a.alias')
      .execute(),
  );
  return rows.map(({ alias, ...row }) => ({ alias, ...numberedRepository(row) }));
}

/** The account that an address leads to. */
export function codeAccount(reader: Reader, alias: string): Promise<CodeAccountTable | undefined> {
  return reader
    .selectFrom('code_account')
    .selectAll()
    .where('key', '=', (e) =>
      e
        .selectFrom('code_alias')
        .select('code_alias.key')
        .where('kind', '=', 'account')
        .where('alias', '=', alias),
    )
    .executeTakeFirst();
}

/** The accounts at these addresses, by them. */
export function codeAccountNames(
  reader: Reader,
  addresses: readonly string[],
): Promise<{ address: string; name: string }[]> {
  if (addresses.length === 0) return Promise.resolve([]);
  return reader
    .selectFrom('code_account')
    .select(['address', 'name'])
    .where('address', 'in', addresses)
    .orderBy('address')
    .execute();
}

/** Whether there is anything in the register. */
export async function hasCode(reader: Reader): Promise<boolean> {
  const some = await reader.selectFrom('code_repository').select('id').limit(1).executeTakeFirst();
  return some !== undefined;
}
