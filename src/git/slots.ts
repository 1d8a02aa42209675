import { Busy } from '../config/errors.ts';

/** How many may be under way at a time, and how many more may wait for their turn. */
export interface SlotLimits {
  readonly atOnce: number;
  readonly waiting: number;
}

/** Bounds the work that readers can start: so much at a time, some in a queue, and the rest is refused. */
export class Slots {
  readonly #limits: SlotLimits;
  readonly #waiting: (() => void)[] = [];
  #taken = 0;

  constructor(limits: SlotLimits) {
    this.#limits = limits;
  }

  /** Throws {@link Busy} when neither a slot nor a place in the queue is left. */
  assertRoom(): void {
    const { atOnce, waiting } = this.#limits;
    if (this.#taken < atOnce || this.#waiting.length < waiting) return;
    throw new Busy(
      'Too many requests of this kind are under way.',
      'Ask again in a few seconds; robots should ask for one at a time.',
    );
  }

  /** Does some work in a slot, when its turn comes. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  /** Gives the chunks of a stream that holds a slot until it ends, or until nobody reads it any more. */
  async *stream<T>(start: () => AsyncIterable<T>): AsyncGenerator<T, void> {
    await this.#enter();
    try {
      yield* start();
    } finally {
      this.#leave();
    }
  }

  async #enter(): Promise<void> {
    this.assertRoom();
    if (this.#taken < this.#limits.atOnce) this.#taken += 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** A slot that is left goes to the first who waits. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#taken -= 1;
  }
}
