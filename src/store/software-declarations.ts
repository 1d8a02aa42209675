import type { Reader, Writer } from './database.ts';
import type { SoftwareDeclarationTable } from './software-tables.ts';

/** Who uses a software and who can help, the oldest first. */
export async function declarationsOf(reader: Reader, software: string): Promise<SoftwareDeclarationTable[]> {
  const rows = await reader
    .selectFrom('software_declaration')
    .selectAll()
    .where('software', '=', software)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(numbered);
}

/** What somebody declared, of all software. */
export async function declarationsBy(reader: Reader, folded: string): Promise<SoftwareDeclarationTable[]> {
  const rows = await reader
    .selectFrom('software_declaration')
    .selectAll()
    .where('folded', '=', folded)
    .orderBy('software')
    .orderBy('kind')
    .execute();
  return rows.map(numbered);
}

/** Puts a declaration in the place of what the same person said of the same kind. */
export async function saveDeclaration(writer: Writer, declaration: SoftwareDeclarationTable): Promise<void> {
  const { id: _, created_at: __, ...said } = declaration;
  await writer
    .insertInto('software_declaration')
    .values(declaration)
    .onConflict((conflict) => conflict.columns(['software', 'folded', 'kind']).doUpdateSet(said))
    .execute();
}

/** Takes a declaration back; says whether there was one. */
export async function removeDeclaration(
  writer: Writer,
  { folded, software, kind }: Pick<SoftwareDeclarationTable, 'folded' | 'software' | 'kind'>,
): Promise<boolean> {
  const gone = await writer
    .deleteFrom('software_declaration')
    .where('folded', '=', folded)
    .where('software', '=', software)
    .where('kind', '=', kind)
    .returning('id')
    .execute();
  return gone.length > 0;
}

function numbered(row: SoftwareDeclarationTable): SoftwareDeclarationTable {
  return { ...row, created_at: Number(row.created_at), updated_at: Number(row.updated_at) };
}
