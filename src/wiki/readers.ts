import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FilesReading, TouchedFile } from './read-files.ts';
import type { ReadingAnswer, ReadingData, ReadingTask } from './reading.ts';
import type { Site } from './site.ts';

/** What a batch leaves behind is collected while there is little of it, in megabytes. */
const YOUNG_MB = 16;

/** Threads that read files, each what it is given, in order. */
export class Readers {
  readonly #threads: Thread[];
  #next = 0;

  constructor(size: number, gitDir: string) {
    this.#threads = Array.from({ length: size }, () => new Thread({ gitDir }));
  }

  get size(): number {
    return this.#threads.length;
  }

  /** Has one of them read these files, each in its turn; undefined when it could not. */
  async read(files: readonly TouchedFile[], site: Site): Promise<FilesReading | undefined> {
    const thread = this.#threads[this.#next] as Thread;
    this.#next = (this.#next + 1) % this.#threads.length;
    return await thread.ask({ files, site });
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}

class Thread {
  readonly #worker: Worker;
  readonly #ended: Promise<void>;
  #waiting: ((answer: ReadingAnswer) => void)[] = [];
  #isOver = false;

  constructor(data: ReadingData) {
    // As source in tests, compiled otherwise.
    const program = new URL(`./reading${extname(import.meta.url)}`, import.meta.url);
    this.#worker = new Worker(program, {
      workerData: data,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.#worker.on('message', (answer: ReadingAnswer) => this.#waiting.shift()?.(answer));
    this.#worker.on('error', () => this.#end());
    this.#ended = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        this.#end();
        resolve();
      });
    });
  }

  ask(task: ReadingTask): Promise<ReadingAnswer> {
    if (this.#isOver) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#worker.postMessage(task);
    });
  }

  async close(): Promise<void> {
    this.#worker.postMessage(undefined);
    await this.#ended;
  }

  /** What a thread that died was still asked, it could not do. */
  #end(): void {
    this.#isOver = true;
    for (const resolve of this.#waiting) resolve(undefined);
    this.#waiting = [];
  }
}
