import { setImmediate } from 'node:timers/promises';

/** Work that can be left and taken up again between its steps. */
export type Steps<R> = Generator<void, R>;

/** After so long at a stretch, other work of the process is let through. */
const PATIENCE_MS = 10;

/** Does it all at once. */
export function atOnce<R>(steps: Steps<R>): R {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Does it while other work of the process gets its turn. */
export async function inTurns<R>(steps: Steps<R>): Promise<R> {
  let since = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - since < PATIENCE_MS) continue;
    await setImmediate();
    since = performance.now();
  }
}
