import type { Reader } from '../store/database.ts';
import type { Trace } from '../wiki/trace.ts';
import { type Answer, type Encoding, encodeAnswer } from './answer.ts';

/** An answer ready to be written: its headers as Node takes them fastest. */
export interface ReadyAnswer {
  readonly status: number;
  readonly headers: string[];
  readonly etag: string | undefined;
  readonly body: Buffer;
}

interface Entry {
  readonly answer: Answer;
  readonly trace: Trace;
  readonly ready: Partial<Record<Encoding, ReadyAnswer>>;
  /** The generation of the index for which it was last known to be right. */
  generation: number;
}

/** What an answer takes besides its body: its headers, its key, its questions. */
const ENTRY_BYTES = 4_000;

/**
 * Keeps answers with the questions they were made from. One is right while the index has not changed; after a change, the
 * first request puts its questions again, and only an answer that would be different is made anew.
 */
export class AnswerCache {
  readonly #entries = new Map<string, Entry>();
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** How many answers are kept. */
  get size(): number {
    return this.#entries.size;
  }

  /** What they take, in bytes. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The answer for `key` if it is known to be right at this generation. */
  current(key: string, generation: number, encoding: Encoding): ReadyAnswer | undefined {
    const entry = this.#entries.get(key);
    if (entry?.generation !== generation || hasAged(entry.answer)) return undefined;
    return entry.ready[encoding];
  }

  /** The answer for `key`, once it has been verified against the index as it is at this generation. */
  async verified(key: string, generation: number, reader: Reader): Promise<Answer | undefined> {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (entry.generation !== generation || hasAged(entry.answer)) {
      if (hasAged(entry.answer) || !(await entry.trace.holds(reader))) {
        this.#remove(key, entry);
        return undefined;
      }
      entry.generation = generation;
    }
    return entry.answer;
  }

  /** Keeps an answer made from the questions of `trace`, all put while the index was at this generation. */
  keep(key: string, answer: Answer, trace: Trace, generation: number): void {
    const old = this.#entries.get(key);
    if (old) this.#remove(key, old);
    this.#entries.set(key, { answer, trace, generation, ready: {} });
    this.#bytes += answer.body.length + ENTRY_BYTES;
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= this.#maxBytes || oldest === key) break;
      this.#remove(oldest, entry);
    }
  }

  /** The answer as it is written for one encoding, made once. */
  async ready(key: string, answer: Answer, encoding: Encoding): Promise<ReadyAnswer> {
    const entry = this.#entries.get(key);
    const known = entry?.answer === answer ? entry.ready[encoding] : undefined;
    if (known) return known;
    const ready = readyAnswer(await encodeAnswer(answer, encoding));
    if (entry?.answer === answer && this.#entries.get(key) === entry) {
      entry.ready[encoding] = ready;
      if (ready.body !== answer.body) this.#bytes += ready.body.length;
    }
    return ready;
  }

  #remove(key: string, entry: Entry): void {
    this.#entries.delete(key);
    this.#bytes -= entry.answer.body.length + ENTRY_BYTES;
    for (const ready of Object.values(entry.ready))
      if (ready.body !== entry.answer.body) this.#bytes -= ready.body.length;
  }
}

function hasAged({ until }: Answer): boolean {
  return until !== undefined && until <= Date.now();
}

export function readyAnswer({ status, headers, body }: Answer): ReadyAnswer {
  const pairs = Object.entries({ ...headers, 'content-length': String(body.length) }).flat();
  return { status, headers: pairs, etag: headers.etag, body };
}
