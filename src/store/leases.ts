import type { Database } from './database.ts';

/** Who holds a lease, and how long. Times are seconds since 1970. */
export interface Lease {
  readonly name: string;
  readonly holder: string;
  readonly now: number;
  readonly seconds: number;
}

/** Takes a lease, or holds it longer; false while another holds it. */
export function takeLease(database: Database, { name, holder, now, seconds }: Lease): Promise<boolean> {
  return database.write(async (writer) => {
    const held = await writer.selectFrom('lease').selectAll().where('name', '=', name).executeTakeFirst();
    if (held && held.holder !== holder && Number(held.until) > now) return false;
    const state = { holder, until: now + seconds };
    await writer
      .insertInto('lease')
      .values({ name, ...state })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(state))
      .execute();
    return true;
  });
}

/** Lets a lease go, for the next to take it at once. */
export async function endLease(
  database: Database,
  { name, holder }: Pick<Lease, 'name' | 'holder'>,
): Promise<void> {
  await database.write((writer) =>
    writer.deleteFrom('lease').where('name', '=', name).where('holder', '=', holder).execute(),
  );
}
