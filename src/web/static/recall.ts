import { hash } from 'node:crypto';
import type { Reader } from '../../store/database.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import type { Ask, Question } from '../../wiki/trace.ts';
import type { Once } from '../context.ts';

/** A question that was put to the index: the name of its function, its arguments as JSON, the digest of its answer. */
export type Asked = readonly [name: string, args: string, digest: string];

interface Answered {
  readonly number: number;
  readonly answer: Promise<unknown>;
}

/**
 * Puts each question once to an index that does not change, remembers the answer for all the pages that ask it again, and
 * which questions each page asked. Answers are shared: nobody may change one. One page is made at a time.
 */
export class Recall {
  readonly ask: Ask;
  readonly #answers = new Map<string, Answered>();
  readonly #asked: Promise<Asked>[] = [];
  readonly #made = new Map<string, { readonly value: unknown; readonly questions: readonly number[] }>();
  #used = new Set<number>();

  constructor(reader: Reader, snapshot: Snapshot) {
    this.ask = <A extends readonly unknown[], R>(question: Question<A, R>, ...args: A) => {
      const written = JSON.stringify(args);
      const key = `${question.name} ${written}`;
      let known = this.#answers.get(key);
      if (!known) {
        const held = snapshot.get(question)?.(args[0] as never);
        const answer = held === undefined ? question(reader, ...args) : Promise.resolve(held as R);
        known = { number: this.#asked.length, answer };
        this.#answers.set(key, known);
        this.#asked.push(answer.then((value) => [question.name, written, answerDigest(value)] as const));
      }
      this.#used.add(known.number);
      return known.answer as Promise<R>;
    };
  }

  /** What was made under a name, with the questions that it took: each page that uses it asks them too. */
  readonly once: Once = async (name, args, make) => {
    const key = `${name} ${JSON.stringify(args)}`;
    let made = this.#made.get(key);
    if (!made) {
      const before = this.#used;
      this.#used = new Set();
      const value = await make();
      made = { value, questions: [...this.#used] };
      this.#made.set(key, made);
      this.#used = new Set([...before, ...this.#used]);
    } else for (const number of made.questions) this.#used.add(number);
    return made.value as never;
  };

  /** The numbers of the questions put since the last time. */
  takeUsed(): readonly number[] {
    const used = [...this.#used];
    this.#used = new Set();
    return used;
  }

  /** Every question put so far, by number. */
  async asked(): Promise<readonly Asked[]> {
    return await Promise.all(this.#asked);
  }
}

export function answerDigest(answer: unknown): string {
  return hash('sha1', JSON.stringify(answer) ?? '', 'base64').slice(0, 20);
}
