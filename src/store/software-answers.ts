import type { Database, Reader } from './database.ts';
import type { SoftwareAnswerTable } from './software-tables.ts';

/** What outside sources said, by source and subject. */
export async function softwareAnswers(reader: Reader): Promise<SoftwareAnswerTable[]> {
  const rows = await reader
    .selectFrom('software_answer')
    .selectAll()
    .orderBy('source')
    .orderBy('subject')
    .execute();
  return rows.map((row) => ({ ...row, asked_at: Number(row.asked_at) }));
}

export async function keepSoftwareAnswer(
  database: Database,
  { source, subject, ...said }: SoftwareAnswerTable,
): Promise<void> {
  await database.write((writer) =>
    writer
      .insertInto('software_answer')
      .values({ source, subject, ...said })
      .onConflict((conflict) => conflict.columns(['source', 'subject']).doUpdateSet(said))
      .execute(),
  );
}
