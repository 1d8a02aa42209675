import { Worker } from 'node:worker_threads';
import type { MakingAnswers, MakingData, MakingTask } from './making.ts';

type Kind = MakingTask['kind'];

/**
 * The most memory of a thread, in megabytes: what a page leaves behind is collected while there is little of it. Of the
 * rest, some 10 kB are held for each file of the wiki; without a limit, much more would wait to be collected.
 */
const YOUNG_MB = 32;
const OLD_MB = { atLeast: 512, perFile: 0.03 } as const;

/** Threads that make files. Each does its tasks one after the other. */
export class Crew {
  readonly #hands: Hand[];

  /** `files`: how many the wiki has. */
  constructor(size: number, files: number, data: MakingData) {
    this.#hands = Array.from({ length: size }, () => new Hand(data, files));
  }

  get size(): number {
    return this.#hands.length;
  }

  /** Has the thread that has the least to do do this. */
  async ask<K extends Kind>(task: Extract<MakingTask, { kind: K }>): Promise<MakingAnswers[K]> {
    const hand = this.#hands.reduce((one, other) => (other.waiting < one.waiting ? other : one));
    return await hand.ask(task);
  }

  /** Has each thread do this. */
  async askEach<K extends Kind>(task: Extract<MakingTask, { kind: K }>): Promise<MakingAnswers[K][]> {
    return await Promise.all(this.#hands.map((hand) => hand.ask<K>(task)));
  }

  async close(): Promise<void> {
    await Promise.all(this.#hands.map((hand) => hand.close()));
  }
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
}

class Hand {
  readonly #worker: Worker;
  #waiting: Waiting[] = [];

  constructor(data: MakingData, files: number) {
    this.#worker = new Worker(new URL('./making.js', import.meta.url), {
      workerData: data,
      resourceLimits: {
        maxYoungGenerationSizeMb: YOUNG_MB,
        maxOldGenerationSizeMb: Math.ceil(OLD_MB.atLeast + files * OLD_MB.perFile),
      },
    });
    this.#worker.on('message', (answer: unknown) => this.#waiting.shift()?.resolve(answer as never));
    this.#worker.on('error', (error) => {
      for (const { reject } of this.#waiting) reject(error);
      this.#waiting = [];
    });
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  ask<K extends Kind>(task: Extract<MakingTask, { kind: K }>): Promise<MakingAnswers[K]> {
    return new Promise<MakingAnswers[K]>((resolve, reject) => {
      this.#waiting.push({ resolve: resolve as (answer: never) => void, reject });
      this.#worker.postMessage(task);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
