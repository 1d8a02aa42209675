/** How far a harvest is. */
export interface HarvestProgress {
  readonly step: 'accounts' | 'files';
  readonly done: number;
  readonly total: number;
  /** How long the step will take from now on, in seconds, were it to go on as it did; undefined at its beginning. */
  readonly left: number | undefined;
}

/** An estimate from less than this is a guess, in milliseconds. */
const MIN_MS = 2_000;

/** Counts what is done, and tells it; `clock` is in milliseconds. */
export function progressOf(
  tell: ((progress: HarvestProgress) => void) | undefined,
  clock: () => number = () => performance.now(),
) {
  const steps = {
    accounts: { done: 0, total: 0, begun: undefined as number | undefined },
    files: { done: 0, total: 0, begun: undefined as number | undefined },
  };
  return {
    /** There is so much more to do. */
    more(step: HarvestProgress['step'], found: number) {
      steps[step].total += found;
      steps[step].begun ??= clock();
    },
    did(step: HarvestProgress['step']) {
      const now = steps[step];
      const spent = clock() - (now.begun ?? clock());
      now.done += 1;
      const left = spent < MIN_MS ? undefined : (spent / now.done) * (now.total - now.done);
      tell?.({
        step,
        done: now.done,
        total: now.total,
        left: left === undefined ? undefined : Math.ceil(left / 1_000),
      });
    },
  };
}

export type Progress = ReturnType<typeof progressOf>;
