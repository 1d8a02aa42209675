import type { Table } from '../tables/table.ts';
import type { ColumnPair } from './table-columns.ts';

/** Up to so many comparisons at one place, the best pairs are looked for; beyond, rows are paired in their order. */
const MAX_COMPARED = 2_500;

/** A row is the same one when at least this share of what its cells tell is. */
const SAME_CELLS = 0.5;

/** What even a column of few values tells of a row. */
const LEAST_WEIGHT = 0.05;

interface Matched {
  readonly afterOf: Uint32Array;
  readonly beforeOf: Uint32Array;
}

/**
 * Pairs the rows without a counterpart that stand at one place, after the same row, when most of their cells are the
 * same: a row whose name was corrected is still that row. Positions count from 1.
 */
export function pairLeftRows(
  before: Table,
  after: Table,
  columns: readonly ColumnPair[],
  { afterOf, beforeOf }: Matched,
  join: (old: number, recent: number) => void,
): void {
  const gone = leftByPlace(afterOf, (row) => afterOf[row - 1] as number);
  if (gone.size === 0) return;
  const come = leftByPlace(beforeOf, (row) => row);
  const likeness = likenessOf(before, after, columns);
  for (const [place, olds] of gone) {
    const recents = come.get(place) ?? [];
    const likely =
      olds.length * recents.length <= MAX_COMPARED
        ? olds.flatMap((old) => recents.map((recent) => [old, recent] as const))
        : olds.slice(0, recents.length).map((old, at) => [old, recents[at] as number] as const);
    const pairs = likely
      .map(([old, recent]) => ({ old, recent, score: likeness(old, recent) }))
      .filter(({ score }) => score >= SAME_CELLS)
      .toSorted((a, b) => b.score - a.score);
    const taken = new Set<number>();
    const given = new Set<number>();
    for (const { old, recent } of pairs) {
      if (taken.has(old) || given.has(recent)) continue;
      taken.add(old);
      given.add(recent);
      join(old, recent);
    }
  }
}

/** The rows without a counterpart, by the row, as it is numbered after, that the last one before them with one became. */
function leftByPlace(
  counterparts: Uint32Array,
  place: (row: number) => number,
): ReadonlyMap<number, readonly number[]> {
  const left = new Map<number, number[]>();
  let here = 0;
  for (let row = 1; row <= counterparts.length; row += 1) {
    if (counterparts[row - 1] !== 0) {
      here = place(row);
      continue;
    }
    const others = left.get(here);
    if (others) others.push(row);
    else left.set(here, [row]);
  }
  return left;
}

/** How much of what the cells of two rows tell is the same, from 0 to 1: a value that few rows have tells more. */
function likenessOf(before: Table, after: Table, columns: readonly ColumnPair[]) {
  const compared = columns.map((pair) => {
    const old = before.cells[pair.before.index] as Table['cells'][number];
    const recent = after.cells[pair.after.index] as Table['cells'][number];
    const weight = Math.max(LEAST_WEIGHT, recent.values.length / Math.max(1, after.rowCount));
    return { old, recent, weight };
  });
  return (oldRow: number, recentRow: number): number => {
    let [same, all] = [0, 0];
    for (const { old, recent, weight } of compared) {
      const one = old.values[old.codes[oldRow - 1] as number];
      const two = recent.values[recent.codes[recentRow - 1] as number];
      if (one === '' && two === '') continue;
      all += weight;
      if (one === two) same += weight;
    }
    return all === 0 ? 0 : same / all;
  };
}
