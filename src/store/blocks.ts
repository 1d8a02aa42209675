import type { BlockTable } from './abuse-tables.ts';
import type { Reader, Writer } from './database.ts';

/** What is blocked at `now` (seconds since 1970). */
export function blocksAt(reader: Reader, now: number): Promise<BlockTable[]> {
  return reader
    .selectFrom('block')
    .selectAll()
    .where((e) => e.or([e('until', 'is', null), e('until', '>', now)]))
    .execute();
}

/** What is, or was, blocked: the newest first. */
export function allBlocks(reader: Reader): Promise<BlockTable[]> {
  return reader.selectFrom('block').selectAll().orderBy('added_at', 'desc').orderBy('id').execute();
}

/** Blocks something, in the place of what was said of it before. */
export async function saveBlock(writer: Writer, block: BlockTable): Promise<void> {
  await writer
    .deleteFrom('block')
    .where('kind', '=', block.kind)
    .where('pattern', '=', block.pattern)
    .execute();
  await writer.insertInto('block').values(block).execute();
}

/** Takes a block away, and gives it; undefined when somebody else has. */
export async function removeBlock(
  writer: Writer,
  by: Pick<BlockTable, 'id'> | Pick<BlockTable, 'kind' | 'pattern'>,
): Promise<BlockTable | undefined> {
  const all = writer.selectFrom('block').selectAll();
  const known = await ('id' in by
    ? all.where('id', '=', by.id)
    : all.where('kind', '=', by.kind).where('pattern', '=', by.pattern)
  ).executeTakeFirst();
  if (known) await writer.deleteFrom('block').where('id', '=', known.id).execute();
  return known;
}
