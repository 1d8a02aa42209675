import { hash } from 'node:crypto';
import type { Reader } from '../../store/database.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import type { Ask, Question } from '../../wiki/trace.ts';
import type { Once } from '../context.ts';

/** A question that was put to the index: the name of its function, its arguments as JSON, the digest of its answer. */
export type Asked = readonly [name: string, args: string, digest: string];

interface Answered {
  readonly number: number;
  readonly question: AnyQuestion;
  readonly args: string;
  /** What the snapshot holds is not held twice. */
  readonly answer: Promise<unknown> | undefined;
}

type AnyQuestion = Question<never[], unknown>;

/**
 * Puts each question once to an index that does not change, remembers the answer for all the pages that ask it again, and
 * which questions each page asked. Answers are shared: nobody may change one. One page is made at a time.
 */
export class Recall {
  readonly ask: Ask;
  readonly #snapshot: Snapshot;
  readonly #answers = new Map<unknown, Map<string, Answered>>();
  readonly #asked: Answered[] = [];
  readonly #made = new Map<string, { readonly value: unknown; readonly questions: readonly number[] }>();
  #used = new Set<number>();

  constructor(reader: Reader, snapshot: Snapshot) {
    this.#snapshot = snapshot;
    this.ask = <A extends readonly unknown[], R>(question: Question<A, R>, ...args: A) => {
      const answers = this.#answers.get(question) ?? new Map<string, Answered>();
      this.#answers.set(question, answers);
      const written = JSON.stringify(args);
      const held = snapshot.get(question)?.(args[0] as never);
      let known = answers.get(written);
      if (!known) {
        const asked = question as unknown as AnyQuestion;
        const answer = held ? undefined : question(reader, ...args);
        known = { number: this.#asked.length, question: asked, args: written, answer };
        answers.set(written, known);
        this.#asked.push(known);
      }
      this.#used.add(known.number);
      return (held ? Promise.resolve(held.answer) : known.answer) as Promise<R>;
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
      for (const number of before) this.#used.add(number);
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
    const asked: Asked[] = [];
    for (const { question, args, answer } of this.#asked) {
      const value = answer ? await answer : this.#held(question, args);
      asked.push([question.name, args, answerDigest(value)]);
    }
    return asked;
  }

  #held(question: AnyQuestion, args: string): unknown {
    const [argument] = JSON.parse(args) as never[];
    return this.#snapshot.get(question)?.(argument as never)?.answer;
  }
}

export function answerDigest(answer: unknown): string {
  return hash('sha1', JSON.stringify(answer) ?? '', 'base64').slice(0, 20);
}
