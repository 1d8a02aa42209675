import type { CodePageTable } from './code-harvest-tables.ts';
import type { Database, Reader, Writer } from './database.ts';

/** A page of a listing as it was the last time. */
export function keptCodePage(reader: Reader, url: string): Promise<CodePageTable | undefined> {
  return reader.selectFrom('code_page').selectAll().where('url', '=', url).executeTakeFirst();
}

export async function keepCodePage(database: Database, { url, ...page }: CodePageTable): Promise<void> {
  await database.write((writer) =>
    writer
      .insertInto('code_page')
      .values({ url, ...page })
      .onConflict((conflict) => conflict.column('url').doUpdateSet(page))
      .execute(),
  );
}

/** When an account was last listed whole, in seconds since 1970; undefined when it never was. */
export async function harvestedAt(reader: Reader, address: string): Promise<number | undefined> {
  const row = await reader
    .selectFrom('code_harvest')
    .select('harvested_at')
    .where('address', '=', address)
    .executeTakeFirst();
  return row && Number(row.harvested_at);
}

export async function saveHarvests(
  writer: Writer,
  addresses: readonly string[],
  harvestedAt: number,
): Promise<void> {
  for (const address of addresses)
    await writer
      .insertInto('code_harvest')
      .values({ address, harvested_at: harvestedAt })
      .onConflict((conflict) => conflict.column('address').doUpdateSet({ harvested_at: harvestedAt }))
      .execute();
}

/** When each account of a forge was last listed whole, by its address. */
export async function harvestTimes(reader: Reader, host: string): Promise<ReadonlyMap<string, number>> {
  const rows = await reader
    .selectFrom('code_harvest')
    .selectAll()
    .where('address', '>=', `${host}/`)
    .where('address', '<', `${host}0`)
    .execute();
  return new Map(rows.map(({ address, harvested_at }) => [address, Number(harvested_at)]));
}

/** The repositories at and under an address (`gitlab.com/exemple`) that are not gone: their records, as JSON. */
export async function codeRecordsUnder(reader: Reader, address: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('code_repository')
    .select('record')
    .where((e) =>
      e.or([
        e('address', '=', address),
        e.and([e('address', '>=', `${address}/`), e('address', '<', `${address}0`)]),
      ]),
    )
    .where('state', '<>', 'gone')
    .orderBy('address')
    .execute();
  return rows.map(({ record }) => record);
}

/** No account has this address. */
const WHOLE = '*';

/** When the last harvest by the clock began, in seconds since 1970; undefined before the first. */
export async function harvestBegan(reader: Reader): Promise<number | undefined> {
  return await harvestedAt(reader, WHOLE);
}

export async function saveHarvestBegan(database: Database, time: number): Promise<void> {
  await database.write((writer) => saveHarvests(writer, [WHOLE], time));
}
