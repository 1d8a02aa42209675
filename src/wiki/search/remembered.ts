/** What was made from words; what has not been asked for in a long time is forgotten. */
export class Remembered<V> {
  readonly #most: number;
  #recent = new Map<string, V>();
  #former: ReadonlyMap<string, V> = new Map();

  constructor(most: number) {
    this.#most = most;
  }

  get(word: string): V | undefined {
    const value = this.#recent.get(word);
    if (value !== undefined || this.#former.size === 0) return value;
    const former = this.#former.get(word);
    if (former !== undefined) this.#recent.set(word, former);
    return former;
  }

  set(word: string, value: V): void {
    this.#recent.set(word, value);
  }

  /** Forgets, of more than half of the most, all but the recent ones. */
  forgetSome(): void {
    if (this.#recent.size < this.#most / 2) return;
    this.#former = this.#recent;
    this.#recent = new Map();
  }
}
