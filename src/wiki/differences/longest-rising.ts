/**
 * The places, in order, of one longest rising run among the values, not always next to one another: what stayed in order
 * while the rest moved. In n log n.
 */
export function longestRising(values: ArrayLike<number>): number[] {
  /** The place of the least value that ends a run of each length. */
  const ends: number[] = [];
  const previous = new Int32Array(values.length);
  for (let at = 0; at < values.length; at += 1) {
    const length = firstNotBelow(ends, values, values[at] as number);
    previous[at] = length === 0 ? -1 : (ends[length - 1] as number);
    ends[length] = at;
  }
  const run = new Array<number>(ends.length);
  for (let length = ends.length - 1, at = ends.at(-1) ?? -1; length >= 0; length -= 1) {
    run[length] = at;
    at = previous[at] as number;
  }
  return run;
}

function firstNotBelow(ends: readonly number[], values: ArrayLike<number>, value: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[ends[middle] as number] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
