import { setTimeout } from 'node:timers/promises';

/** Lets through `rate` a second, evenly; without a rate, at once. */
export function pace(rate: number | undefined): (signal: AbortSignal) => Promise<void> {
  if (rate === undefined) return async () => {};
  const interval = 1000 / rate;
  let next = 0;
  return async (signal) => {
    const now = performance.now();
    next = Math.max(next + interval, now);
    if (next > now) await setTimeout(next - now, undefined, { signal }).catch(() => {});
  };
}
