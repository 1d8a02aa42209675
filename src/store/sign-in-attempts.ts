import type { Reader, Writer } from './database.ts';
import type { Span } from './sessions.ts';
import type { SignInAttemptTable } from './sign-in-tables.ts';

/** Keeps what must come back; attempts outside `span` go. */
export async function addAttempt(writer: Writer, row: SignInAttemptTable, span: Span): Promise<void> {
  await writer
    .deleteFrom('sign_in_attempt')
    .where((e) => e.or([e('created_at', '<', span.since), e('created_at', '>', span.until)]))
    .execute();
  await writer.insertInto('sign_in_attempt').values(row).execute();
}

export function attemptOf(
  reader: Reader,
  hash: string,
  { since, until }: Span,
): Promise<SignInAttemptTable | undefined> {
  return reader
    .selectFrom('sign_in_attempt')
    .selectAll()
    .where('hash', '=', hash)
    .where('created_at', '>=', since)
    .where('created_at', '<=', until)
    .executeTakeFirst();
}

export async function removeAttempt(writer: Writer, hash: string): Promise<void> {
  await writer.deleteFrom('sign_in_attempt').where('hash', '=', hash).execute();
}
