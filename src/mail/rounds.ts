/** After what fails: a full disk, a database that is away. */
const RETRY_MS = 5_000;

export interface RoundsOptions {
  readonly work: () => Promise<void>;
  /** Waited for before a round: what comes meanwhile goes with it. */
  readonly gather?: () => Promise<void>;
  readonly failed: (error: unknown) => void;
}

/** Work that is done whenever there may be some: a round at a time, and another one later when a round fails. */
export class Rounds {
  readonly #options: RoundsOptions;
  #working: Promise<void> = Promise.resolve();
  #isAwake = false;
  #isClosed = false;
  #retry: NodeJS.Timeout | undefined;

  constructor(options: RoundsOptions) {
    this.#options = options;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** There may be something to do. */
  wake(): void {
    if (this.#isAwake || this.#isClosed) return;
    this.#isAwake = true;
    this.#working = this.#working.then(() => this.#round());
  }

  /** When all that there was to do at this moment is done, or has failed. */
  async settled(): Promise<void> {
    this.wake();
    await this.#working;
  }

  /** Ends with the round that is under way. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    await this.#working;
  }

  async #round(): Promise<void> {
    const { work, gather, failed } = this.#options;
    await gather?.();
    this.#isAwake = false;
    try {
      await work();
    } catch (error) {
      failed(error);
      if (!this.#isClosed) this.#retry ??= setTimeout(() => this.#tryAgain(), RETRY_MS);
    }
  }

  #tryAgain(): void {
    this.#retry = undefined;
    this.wake();
  }
}
