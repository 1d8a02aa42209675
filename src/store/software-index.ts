import { insertAll } from './batches.ts';
import type { Reader, Writer } from './database.ts';
import type { SoftwareEventTable, SoftwareStateTable, SoftwareTable } from './software-tables.ts';
import { addWords, forgetWords } from './word-sets.ts';

/** A software to index. */
export interface SoftwareEntry {
  readonly row: Omit<SoftwareTable, 'id'>;
  /** The values it is told from others by. */
  readonly facets: readonly { readonly facet: string; readonly value: string }[];
  /** What it is found by, each once, with spaces between. */
  readonly tokens: string;
}

/** What the index was made from; undefined before the first time. */
export function softwareState(reader: Reader): Promise<SoftwareStateTable | undefined> {
  return reader.selectFrom('software_state').selectAll().executeTakeFirst();
}

/** Puts this catalogue in the place of the one there was. */
export async function saveSoftware(
  writer: Writer,
  entries: readonly SoftwareEntry[],
  events: readonly SoftwareEventTable[],
  state: Omit<SoftwareStateTable, 'id'>,
): Promise<void> {
  await forgetWords(writer, 'software_words');
  for (const table of ['software', 'software_facet', 'software_event'] as const)
    await writer.deleteFrom(table).execute();
  const numbered = entries.map((entry, at) => ({ id: at + 1, ...entry }));
  await insertAll(
    writer,
    'software',
    numbered.map(({ id, row }) => ({ id, ...row })),
  );
  await insertAll(
    writer,
    'software_facet',
    numbered.flatMap(({ id, facets }) => once(facets).map((facet) => ({ software: id, ...facet }))),
  );
  await addWords(writer, 'software_words', numbered);
  await insertAll(writer, 'software_event', events);
  await writer
    .insertInto('software_state')
    .values({ id: 1, ...state })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(state))
    .execute();
}

function once(facets: SoftwareEntry['facets']): SoftwareEntry['facets'] {
  return [...new Map(facets.map((one) => [`${one.facet}\0${one.value}`, one])).values()];
}
