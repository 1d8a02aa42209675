import { Worker } from 'node:worker_threads';
import type { MakingAnswers, MakingData, MakingTask } from './making.ts';

type Kind = MakingTask['kind'];

/** Threads that make files. Each does its tasks one after the other. */
export class Crew {
  readonly #hands: Hand[];

  constructor(size: number, data: MakingData) {
    this.#hands = Array.from({ length: size }, () => new Hand(data));
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

  constructor(data: MakingData) {
    this.#worker = new Worker(new URL('./making.js', import.meta.url), { workerData: data });
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
