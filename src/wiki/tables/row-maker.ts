import type { Dialect } from './dialect.ts';
import { type FieldCheck, fieldCheck } from './field-check.ts';
import { declaredType, type Heading, readHeader } from './header.ts';
import { excerpt, type ProblemLog, type ProblemValues, type TableRule } from './problem.ts';
import type { ReadingOptions, RowSink } from './reading.ts';
import type { RecordSink } from './records.ts';
import { UniqueTexts } from './unique-texts.ts';

/** As many characters as a spreadsheet holds in a cell. */
export const MAX_CELL = 32_767;

/**
 * How many cells may be missing in all. Each is made for its row: a header of a thousand columns and a million rows of one
 * letter would be a billion.
 */
const MAX_MISSING = 5_000_000;

/** Makes rows from records: names the columns by the first, gives each row as many cells as columns, checks the cells. */
export class RowMaker implements RecordSink {
  readonly #dialect: Dialect;
  readonly #options: ReadingOptions;
  readonly #problems: ProblemLog;
  readonly #sink: RowSink;
  #headings: readonly Heading[] | undefined;
  #checks: readonly CellCheck[] = [];
  #missing = 0;
  /** The line of the last record. */
  line = 1;

  constructor(dialect: Dialect, options: ReadingOptions, problems: ProblemLog, sink: RowSink) {
    this.#dialect = dialect;
    this.#options = options;
    this.#problems = problems;
    this.#sink = sink;
  }

  problem<R extends TableRule>(rule: R, line: number, values: ProblemValues<R>): void {
    this.#problems.add(rule, line, values);
  }

  record(cells: string[], line: number): void {
    this.line = line;
    if (line === 1 && this.#dialect.hint) return;
    let empty = true;
    for (let index = 0; index < cells.length; index += 1) {
      const cell = (cells[index] as string).trim();
      cells[index] = cell;
      if (cell !== '') empty = false;
    }
    // A blank line, or the rows of separators that spreadsheets leave at the end.
    if (empty) return;
    if (this.#headings === undefined) {
      const isHeader = this.#options.dialect?.header !== false;
      this.#start(isHeader ? cells : this.#namesWithoutHeader(cells), line);
      if (isHeader) return;
    }
    this.#row(cells, line);
  }

  end(): void {
    if (this.#headings !== undefined) return;
    this.#problems.add('empty-file', 1, {});
    this.#start([], 1);
  }

  #namesWithoutHeader(cells: readonly string[]): string[] {
    return cells.map((_, index) => this.#options.schema?.fields[index]?.name ?? `colonne-${index + 1}`);
  }

  #start(names: readonly string[], line: number): void {
    const { schema } = this.#options;
    const headings = readHeader(names.map(shown), line, schema, this.#problems);
    this.#headings = headings;
    this.#checks = headings.flatMap(cellChecks);
    this.#sink.start(headings);
  }

  #row(cells: string[], line: number): void {
    const headings = this.#headings as readonly Heading[];
    const width = headings.length;
    if (this.#isFull(width - cells.length, line)) return;
    if (cells.length !== width) this.#fit(cells, width, line);
    for (let index = 0; index < width; index += 1) {
      const cell = cells[index] as string;
      if (cell.length > MAX_CELL) cells[index] = this.#cut(cell, line, headings[index] as Heading);
      if (cell.includes('\0'))
        cells[index] = this.#withoutNul(cells[index] as string, line, headings[index] as Heading);
    }
    for (const { index, name, check, seen } of this.#checks) {
      const cell = cells[index] as string;
      const fault = check(cell);
      if (fault) this.#problems.add(fault.rule, line, fault.values, name);
      if (seen && cell !== '' && !seen.add(cell))
        this.#problems.add('unique', line, { cell: excerpt(cell) }, name);
    }
    this.#sink.row(cells, line);
  }

  #isFull(missing: number, line: number): boolean {
    if (this.#missing > MAX_MISSING) return true;
    this.#missing += Math.max(missing, 0);
    if (this.#missing <= MAX_MISSING) return false;
    this.#problems.add('missing-cells', line, { millions: MAX_MISSING / 1e6 });
    return true;
  }

  #fit(cells: string[], width: number, line: number): void {
    const count = cells.length;
    if (count < width) {
      for (let index = count; index < width; index += 1) cells.push('');
      this.#problems.add('short-row', line, { cells: count, columns: width });
      return;
    }
    const more = cells.splice(width);
    const first = more.find((cell) => cell !== '');
    if (first === undefined) return;
    const { separator } = this.#dialect;
    const values = { cells: count, columns: width, first: excerpt(first), separator };
    this.#problems.add('extra-cells', line, values);
  }

  #cut(cell: string, line: number, { name }: Heading): string {
    this.#problems.add('long-cell', line, { characters: cell.length, kept: MAX_CELL }, name);
    const end = (cell.charCodeAt(MAX_CELL - 1) & 0xfc00) === 0xd800 ? MAX_CELL - 1 : MAX_CELL;
    return cell.slice(0, end);
  }

  #withoutNul(cell: string, line: number, { name }: Heading): string {
    this.#problems.add('nul', line, {}, name);
    return shown(cell);
  }
}

interface CellCheck {
  readonly index: number;
  readonly name: string;
  readonly check: FieldCheck;
  readonly seen: UniqueTexts | undefined;
}

function cellChecks({ field, ...heading }: Heading): CellCheck[] {
  if (!field) return [];
  const { index, name } = heading;
  const seen = field.constraints.unique ? new UniqueTexts() : undefined;
  return [{ index, name, check: fieldCheck(declaredType(field), field), seen }];
}

function shown(text: string): string {
  return text.replaceAll('\0', '\ufffd');
}
