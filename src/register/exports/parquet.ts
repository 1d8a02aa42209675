import { type BasicType, ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { Batches, Cell, ColumnHead, ColumnType } from './column.ts';

/** Rows of one group: what is held in memory at a time. */
const GROUP = 10_000;

const TYPES: Readonly<Record<ColumnType, BasicType>> = {
  string: 'STRING',
  integer: 'INT64',
  boolean: 'BOOLEAN',
  datetime: 'TIMESTAMP',
};

/** Apache Parquet, a group of rows at a time, compressed by Snappy. */
export async function* parquet(columns: readonly ColumnHead[], batches: Batches): AsyncGenerator<Buffer> {
  const bytes = new ByteWriter();
  const head = columns.map(({ name, type, isRequired }) => ({
    name,
    type: TYPES[type],
    nullable: !isRequired,
  }));
  const file = new ParquetWriter({
    writer: bytes,
    schema: schemaFromColumnData({ columnData: head.map((column) => ({ ...column, data: [] })) }),
    createdBy: 'Greffe',
  });
  /** What was written since it was last taken. */
  const taken = () => {
    const chunk = Buffer.from(bytes.getBytes());
    bytes.index = 0;
    return chunk;
  };
  let group: (readonly Cell[])[] = [];
  const write = () => {
    file.write({
      columnData: head.map(({ name }, at) => ({
        name,
        data: group.map((row) => stored(row[at] as Cell, columns[at] as ColumnHead)),
      })),
      rowGroupSize: GROUP,
    });
    group = [];
    return taken();
  };
  for await (const rows of batches)
    for (const row of rows) {
      group.push(row);
      if (group.length === GROUP) yield write();
    }
  if (group.length > 0) yield write();
  file.finish();
  yield taken();
}

function stored(cell: Cell, { type }: ColumnHead): unknown {
  if (cell === null) return undefined;
  if (type === 'datetime') return new Date(cell as string);
  return type === 'integer' ? BigInt(cell as number) : cell;
}
