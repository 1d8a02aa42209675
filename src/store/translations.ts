import { inBatches, insertAll } from './batches.ts';
import type { Reader, Writer } from './database.ts';
import type { TranslationTable } from './schema.ts';

export function translationAt(reader: Reader, path: string): Promise<TranslationTable | undefined> {
  return reader.selectFrom('translation').selectAll().where('path', '=', path).executeTakeFirst();
}

export function translationsAt(reader: Reader, paths: readonly string[]): Promise<TranslationTable[]> {
  return inBatches(paths, (batch) =>
    reader.selectFrom('translation').selectAll().where('path', 'in', batch).orderBy('path').execute(),
  );
}

export function allTranslations(reader: Reader): Promise<TranslationTable[]> {
  return reader.selectFrom('translation').selectAll().orderBy('path').execute();
}

/** Puts what is known of these pages as translations in the place of what was. */
export async function replaceTranslations(
  writer: Writer,
  paths: readonly string[],
  translations: readonly TranslationTable[],
): Promise<void> {
  await inBatches(paths, async (batch) => {
    await writer.deleteFrom('translation').where('path', 'in', batch).execute();
    return [];
  });
  await insertAll(writer, 'translation', translations);
}
