import { ColumnSurvey } from './column-survey.ts';
import type { Heading } from './header.ts';
import { ProblemLog } from './problem.ts';
import { readRows } from './read-rows.ts';
import { summarize } from './read-table.ts';
import type { ReadingOptions, RowSink } from './reading.ts';
import { type KeyBy, RowKeys, rowKey } from './row-keys.ts';
import type { TableSchema } from './schema.ts';
import type { TableRow, TableSummary } from './table.ts';

const BATCH = 1_000;

export type OnRows = (rows: readonly TableRow[]) => void | Promise<void>;

export interface ScanOptions extends ReadingOptions {
  /**
   * How rows without a primary key are named. Only a whole reading tells whether the first column names them: scan once
   * without rows, and again with the `keyBy` of the summary. Without it they are named by position.
   */
  readonly keyBy?: KeyBy;
  /** Once so many rows are handed over, or a few more, the rest of the file is not read. */
  readonly maxRows?: number;
}

/** Reads a file of any size and hands its rows over, some thousand at a time, in memory that does not grow with it. */
export async function scanTable(
  chunks: AsyncIterable<Uint8Array>,
  options: ScanOptions,
  onRows: OnRows = () => {},
): Promise<TableSummary> {
  const problems = new ProblemLog();
  const scan = new Scan(options, problems, onRows);
  await readRows(chunks, options, problems, scan);
  return scan.summary();
}

class Scan implements RowSink {
  readonly #schema: TableSchema | undefined;
  readonly #keyBy: KeyBy;
  readonly #problems: ProblemLog;
  readonly #onRows: OnRows;
  readonly #maxRows: number;
  #surveys: ColumnSurvey[] = [];
  #keys: RowKeys | undefined;
  #rows: TableRow[] = [];
  #rowCount = 0;

  constructor({ schema, keyBy, maxRows }: ScanOptions, problems: ProblemLog, onRows: OnRows) {
    this.#schema = schema;
    this.#keyBy = keyBy ?? [];
    this.#problems = problems;
    this.#onRows = onRows;
    this.#maxRows = maxRows ?? Number.POSITIVE_INFINITY;
  }

  start(headings: readonly Heading[]): void {
    this.#keys = new RowKeys(headings, this.#schema, this.#problems);
    this.#surveys = headings.map((heading) => new ColumnSurvey(heading));
  }

  row(cells: string[], line: number): void {
    this.#rowCount += 1;
    const position = this.#rowCount;
    for (let index = 0; index < this.#surveys.length; index += 1)
      this.#surveys[index]?.see(cells[index] as string);
    const own = this.#keys?.see(cells, position, line);
    const keyBy = this.#keys?.declared ?? this.#keyBy;
    this.#rows.push({ position, line, key: own ?? rowKey(keyBy, cells, position), cells });
  }

  async pause(): Promise<void> {
    const rows = this.#rows;
    this.#rows = [];
    for (let at = 0; at < rows.length; at += BATCH) await this.#onRows(rows.slice(at, at + BATCH));
  }

  enough(): boolean {
    return this.#rowCount >= this.#maxRows;
  }

  summary(): TableSummary {
    const columns = this.#surveys.map((survey) => survey.column(this.#rowCount));
    return summarize(columns, this.#rowCount, this.#problems, this.#schema, this.#keys?.keyBy ?? []);
  }
}
