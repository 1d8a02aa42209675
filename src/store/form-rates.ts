import type { Reader, Writer } from './database.ts';

/** Counts once more for each of these, in the window that began at `since`; what was counted in others is forgotten. */
export async function countForm(
  writer: Writer,
  who: readonly string[],
  since: number,
): Promise<readonly number[]> {
  await writer.deleteFrom('form_rate').where('since', '<', since).execute();
  const counts: number[] = [];
  for (const one of who) {
    const row = await writer
      .insertInto('form_rate')
      .values({ who: one, since, count: 1 })
      .onConflict((conflict) =>
        conflict.columns(['who', 'since']).doUpdateSet((e) => ({ count: e('form_rate.count', '+', 1) })),
      )
      .returning('count')
      .executeTakeFirstOrThrow();
    counts.push(row.count);
  }
  return counts;
}

/** The secret of a day; this one where it had none. That of no other day is kept. */
export async function dailySecret(writer: Writer, day: string, fresh: string): Promise<string> {
  await writer.deleteFrom('daily_secret').where('day', '!=', day).execute();
  await writer
    .insertInto('daily_secret')
    .values({ day, secret: fresh })
    .onConflict((conflict) => conflict.column('day').doNothing())
    .execute();
  return (await secretOf(writer, day)) ?? fresh;
}

async function secretOf(reader: Reader, day: string): Promise<string | undefined> {
  const row = await reader
    .selectFrom('daily_secret')
    .select('secret')
    .where('day', '=', day)
    .executeTakeFirst();
  return row?.secret;
}

/** Uses a proof up; false when it was used before. Those that are no longer good at `now` are forgotten. */
export async function useProof(
  writer: Writer,
  { hash, expiresAt, now }: { readonly hash: string; readonly expiresAt: number; readonly now: number },
): Promise<boolean> {
  await writer.deleteFrom('used_proof').where('expires_at', '<=', now).execute();
  const { numInsertedOrUpdatedRows } = await writer
    .insertInto('used_proof')
    .values({ hash, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
