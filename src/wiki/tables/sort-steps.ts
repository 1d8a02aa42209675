import type { Steps } from './in-steps.ts';

/** How many are sorted, or merged, at a stretch: some milliseconds. */
const RUN = 4_096;

/** Sorts in steps: short runs, then merged two by two. Equals stay in their order. */
export function* sortSteps<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  let sorted: T[] = [];
  for (let at = 0; at < items.length; at += RUN) {
    for (const item of items.slice(at, at + RUN).sort(compare)) sorted.push(item);
    yield;
  }
  for (let width = RUN; width < sorted.length; width *= 2) {
    const merged: T[] = [];
    for (let start = 0; start < sorted.length; start += width * 2) {
      const middle = Math.min(start + width, sorted.length);
      const end = Math.min(start + width * 2, sorted.length);
      for (let one = start, other = middle; one < middle || other < end; ) {
        const first = other >= end || (one < middle && compare(sorted[one] as T, sorted[other] as T) <= 0);
        merged.push(sorted[first ? one : other] as T);
        if (first) one += 1;
        else other += 1;
        if (merged.length % RUN === 0) yield;
      }
    }
    sorted = merged;
  }
  return sorted;
}
