import type { Column } from '../tables/column.ts';
import type { Table } from '../tables/table.ts';
import { longestRising } from './longest-rising.ts';

/** A column that is in both versions of a table. */
export interface ColumnPair {
  readonly before: Column;
  readonly after: Column;
}

/** What happened to the columns of a table. */
export interface ColumnDifference {
  /** Those in both, in the order of the later one. */
  readonly kept: readonly ColumnPair[];
  readonly added: readonly Column[];
  readonly removed: readonly Column[];
  /** Of those kept, the ones that have another name. */
  readonly renamed: readonly ColumnPair[];
  /** Of those kept, the fewest that explain the new order. */
  readonly moved: readonly Column[];
}

/** Cells looked at to see whether a column goes on under another name. */
const SAMPLE = 1_000;

/** A column of another name is the same one when at least this share of its values is. */
const SAME_VALUES = 0.5;

export function columnDifference(before: Table, after: Table): ColumnDifference {
  const oldOf = new Map<Column, Column>();
  const byName = new Map(before.columns.map((column) => [column.name, column]));
  for (const column of after.columns) {
    const old = byName.get(column.name);
    if (old) oldOf.set(column, old);
  }
  const known = new Set(oldOf.values());
  const gone = new Set(before.columns.filter((column) => !known.has(column)));
  const come = after.columns.filter((column) => !oldOf.has(column));
  const renamed = new Map<Column, Column>();
  for (const column of gone.size === 0 ? [] : come) {
    const old = earlierName(before, after, gone, column);
    if (!old) continue;
    gone.delete(old);
    renamed.set(column, old);
    oldOf.set(column, old);
  }
  const kept = after.columns.flatMap((column) => {
    const old = oldOf.get(column);
    return old ? [{ before: old, after: column }] : [];
  });
  const places = kept.map(({ before: { index } }) => index);
  const still = new Set(longestRising(places));
  return {
    kept,
    added: come.filter((column) => !renamed.has(column)),
    removed: [...gone],
    renamed: kept.filter(({ after: column }) => renamed.has(column)),
    moved: kept.flatMap(({ after: column }, at) => (still.has(at) ? [] : [column])),
  };
}

/** The column that has the most of this one's values; the one at its place when several do. */
function earlierName(
  before: Table,
  after: Table,
  gone: ReadonlySet<Column>,
  column: Column,
): Column | undefined {
  const values = someValues(after, column);
  let best: { column: Column; score: number } | undefined;
  for (const candidate of gone) {
    const here = candidate.index === column.index ? 0.01 : 0;
    const score = shared(someValues(before, candidate), values) + here;
    if (score >= SAME_VALUES && score > (best?.score ?? 0)) best = { column: candidate, score };
  }
  return best?.column;
}

function someValues(table: Table, { index }: Column): ReadonlySet<string> {
  const values = new Set(table.cells[index]?.values.slice(0, SAMPLE));
  values.delete('');
  return values;
}

/** The share of the values of two sets that is in both. */
function shared(one: ReadonlySet<string>, two: ReadonlySet<string>): number {
  const both = one.intersection(two).size;
  return both === 0 ? 0 : both / (one.size + two.size - both);
}
