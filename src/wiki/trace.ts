import { hash } from 'node:crypto';
import type { Reader } from '../store/database.ts';

/** A question to the index: any function of `store/` that reads. */
export type Question<A extends readonly unknown[], R> = (reader: Reader, ...args: A) => Promise<R>;

/** Puts questions to the index. */
export type Ask = <A extends readonly unknown[], R>(question: Question<A, R>, ...args: A) => Promise<R>;

interface Answered {
  readonly repeat: (reader: Reader) => Promise<unknown>;
  readonly digest: string;
}

/**
 * Remembers the questions whose answers something was made from. When the index has changed since, putting them again
 * tells whether that something is still right: each costs some 50 µs, where rendering a page costs milliseconds.
 */
export class Trace {
  readonly #answered = new Map<string, Answered>();
  readonly ask: Ask;

  constructor(reader: Reader) {
    this.ask = async (question, ...args) => {
      const answer = await question(reader, ...args);
      const key = `${question.name} ${JSON.stringify(args)}`;
      this.#answered.set(key, { repeat: (again) => question(again, ...args), digest: digest(answer) });
      return answer;
    };
  }

  /** Whether every question would be answered the same today. */
  async holds(reader: Reader): Promise<boolean> {
    for (const { repeat, digest: before } of this.#answered.values()) {
      if (digest(await repeat(reader)) !== before) return false;
    }
    return true;
  }
}

function digest(answer: unknown): string {
  return hash('sha1', JSON.stringify(answer) ?? '', 'base64');
}
