import { ColumnCellsBuilder } from './column-cells.ts';
import { ColumnSurvey } from './column-survey.ts';
import { GrowingIntegers } from './growing-integers.ts';
import type { Heading } from './header.ts';
import { ProblemLog } from './problem.ts';
import { readRows } from './read-rows.ts';
import type { ReadingOptions, RowSink } from './reading.ts';
import { type KeyBy, RowKeys } from './row-keys.ts';
import type { TableSchema } from './schema.ts';
import { Table, type TableSummary } from './table.ts';

/**
 * Reads a CSV or TSV file into memory, whatever is wrong in it: what is right is kept, what is wrong is told with its line.
 * Of a file larger than `maxBytes`, what comes before.
 */
export async function readTable(chunks: AsyncIterable<Uint8Array>, options: ReadingOptions): Promise<Table> {
  const problems = new ProblemLog();
  const table = new TableBuilder(options.schema, problems);
  await readRows(chunks, options, problems, table);
  return table.build();
}

interface ColumnBuilder {
  readonly cells: ColumnCellsBuilder;
  readonly survey: ColumnSurvey;
}

class TableBuilder implements RowSink {
  readonly #schema: TableSchema | undefined;
  readonly #problems: ProblemLog;
  readonly #lines = new GrowingIntegers();
  readonly #ownKeys = new Map<number, string>();
  #columns: readonly ColumnBuilder[] = [];
  #keys: RowKeys | undefined;
  #rowCount = 0;

  constructor(schema: TableSchema | undefined, problems: ProblemLog) {
    this.#schema = schema;
    this.#problems = problems;
  }

  start(headings: readonly Heading[]): void {
    this.#keys = new RowKeys(headings, this.#schema, this.#problems);
    this.#columns = headings.map((heading) => ({
      cells: new ColumnCellsBuilder(),
      survey: new ColumnSurvey(heading),
    }));
  }

  row(cells: string[], line: number): void {
    this.#rowCount += 1;
    this.#lines.push(line);
    for (let index = 0; index < cells.length; index += 1) {
      const column = this.#columns[index] as ColumnBuilder;
      const cell = cells[index] as string;
      if (column.cells.add(cell)) column.survey.see(cell);
    }
    const own = this.#keys?.see(cells, this.#rowCount, line);
    if (own !== undefined) this.#ownKeys.set(this.#rowCount, own);
  }

  build(): Table {
    const columns = this.#columns.map(({ survey }) => survey.column(this.#rowCount));
    const cells = this.#columns.map((builder, index) =>
      builder.cells.build(columns[index] as (typeof columns)[number]),
    );
    const summary = summarize(columns, this.#rowCount, this.#problems, this.#schema, this.#keys?.keyBy ?? []);
    return new Table(summary, cells, this.#lines.toArray(), this.#ownKeys);
  }
}

export function summarize(
  columns: TableSummary['columns'],
  rowCount: number,
  problems: ProblemLog,
  schema: TableSchema | undefined,
  keyBy: KeyBy,
): TableSummary {
  return {
    columns,
    rowCount,
    problems: problems.kept(),
    problemCount: problems.count,
    ...(schema?.title !== undefined && { caption: schema.title }),
    ...(schema?.description !== undefined && { description: schema.description }),
    keyBy,
  };
}
