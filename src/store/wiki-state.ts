import type { Reader, Writer } from './database.ts';
import type { Schema, WikiTable } from './schema.ts';

/** What the index holds; undefined before it was ever made. */
export function wikiState(reader: Reader): Promise<WikiTable | undefined> {
  return reader.selectFrom('wiki').selectAll().where('id', '=', 1).executeTakeFirst();
}

/** Only the number that changes with each change of the index; 0 before it was ever made. */
export async function generation(reader: Reader): Promise<number> {
  return (await reader.selectFrom('wiki').select('generation').executeTakeFirst())?.generation ?? 0;
}

export async function saveWikiState(writer: Writer, state: Omit<WikiTable, 'id'>): Promise<void> {
  await writer
    .insertInto('wiki')
    .values({ id: 1, ...state })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(state))
    .execute();
}

const ABOUT_FILES = [
  'file',
  'folder',
  'page',
  'link',
  'alias',
  'translation',
  'data_file',
  'entry',
  'finding',
  'awaited',
] as const satisfies readonly (keyof Schema)[];
const ABOUT_HISTORY = ['commit', 'change'] as const satisfies readonly (keyof Schema)[];

export async function forgetFiles(writer: Writer): Promise<void> {
  for (const table of ABOUT_FILES) await writer.deleteFrom(table).execute();
}

export async function forgetHistory(writer: Writer): Promise<void> {
  for (const table of ABOUT_HISTORY) await writer.deleteFrom(table).execute();
}

/** Only the settings and what was deduced, as JSON. */
export async function siteJson(reader: Reader): Promise<string | undefined> {
  return (await reader.selectFrom('wiki').select('site').executeTakeFirst())?.site;
}
