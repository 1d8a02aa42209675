/** Counts what each client does, and says when it is too much. Nothing is kept but in memory, and for an hour at most. */
export class Limiter {
  readonly #max: number;
  readonly #windowMs: number;
  readonly #counts = new Map<string, number>();
  #since = performance.now();

  constructor(max: number, windowMs = 3_600_000) {
    this.#max = max;
    this.#windowMs = windowMs;
  }

  /** Counts once more for a client; whether it may. */
  take(client: string): boolean {
    const now = performance.now();
    if (now - this.#since > this.#windowMs || this.#counts.size > MAX_CLIENTS) {
      this.#counts.clear();
      this.#since = now;
    }
    const count = (this.#counts.get(client) ?? 0) + 1;
    this.#counts.set(client, count);
    return count <= this.#max;
  }
}

const MAX_CLIENTS = 100_000;
