/** A difference would take more work than it may. */
export class TooMuchWork extends Error {}

/** What a word of a large text takes, in steps, to be counted or looked up. */
export const WORD = 8;

/** With what {@link Effort} leaves to words, about a second. */
const STEPS = 20_000_000;

/**
 * What may be spent on the blocks of a page, in steps and not by a clock: none can be made to take long, and an answer is
 * the same on a slow machine. Words have an effort of their own, for they can be shown without being compared.
 */
export class Work {
  readonly #steps: number;
  #left: number;

  constructor(steps = STEPS) {
    this.#steps = steps;
    this.#left = steps;
  }

  /** How many steps were taken. */
  get done(): number {
    return this.#steps - this.#left;
  }

  /** Counts steps before they are taken; throws {@link TooMuchWork} when there are not so many left. */
  spend(steps: number): void {
    if (steps > this.#left) throw new TooMuchWork('a difference would take too much work');
    this.#left -= steps;
  }
}
