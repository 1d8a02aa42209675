/** How often something is done by whom, in a window of time; a bounded number of them is remembered. */
export class Rates {
  readonly #max: number;
  readonly #windowMs: number;
  readonly #remembered: number;
  #since = 0;
  #counts = new Map<string, number>();

  constructor({
    max,
    windowMs,
    remembered = 10_000,
  }: {
    readonly max: number;
    readonly windowMs: number;
    readonly remembered?: number;
  }) {
    this.#max = max;
    this.#windowMs = windowMs;
    this.#remembered = remembered;
  }

  /** Counts one more of this one; false when it is too many. */
  allows(who: string, now: number = Date.now()): boolean {
    if (now - this.#since >= this.#windowMs || this.#counts.size >= this.#remembered) {
      this.#since = now;
      this.#counts = new Map();
    }
    const count = (this.#counts.get(who) ?? 0) + 1;
    this.#counts.set(who, count);
    return count <= this.#max;
  }
}
