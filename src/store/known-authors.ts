import type { Reader, Writer } from './database.ts';

/** Whether something of an address was let through, or applied, or it has a role at `now` (seconds since 1970). */
export async function isKnownAuthor(reader: Reader, folded: string, now: number): Promise<boolean> {
  const known = await reader
    .selectFrom('known_author')
    .select('folded')
    .where('folded', '=', folded)
    .executeTakeFirst();
  if (known) return true;
  const applied = await reader
    .selectFrom('proposal')
    .select('number')
    .where('folded', '=', folded)
    .where('state', '=', 'applied')
    .limit(1)
    .executeTakeFirst();
  if (applied) return true;
  const member = await reader
    .selectFrom('access_grant')
    .select('folded')
    .where('folded', '=', folded)
    .where((e) => e.or([e('until', 'is', null), e('until', '>', now)]))
    .executeTakeFirst();
  return member !== undefined;
}

/** Something of an address was let through. */
export async function addKnownAuthor(writer: Writer, folded: string, since: number): Promise<void> {
  await writer
    .insertInto('known_author')
    .values({ folded, since })
    .onConflict((conflict) => conflict.column('folded').doNothing())
    .execute();
}

/** An address is new again. */
export async function forgetKnownAuthor(writer: Writer, folded: string): Promise<void> {
  await writer.deleteFrom('known_author').where('folded', '=', folded).execute();
}
