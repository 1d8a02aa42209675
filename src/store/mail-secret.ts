import type { Reader, Writer } from './database.ts';

/** What signs the addresses made for recipients; undefined until one is made. */
export async function mailSecret(reader: Reader): Promise<string | undefined> {
  return (await reader.selectFrom('mail_secret').select('secret').executeTakeFirst())?.secret;
}

/** The secret there is; this one where there was none. */
export async function keepMailSecret(writer: Writer, secret: string): Promise<string> {
  await writer
    .insertInto('mail_secret')
    .values({ id: 1, secret })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return (await mailSecret(writer)) as string;
}
