import { hash } from 'node:crypto';
import type { Reader } from '../store/database.ts';

/** A question to the index: any function of `store/` that reads. */
export type Question<A extends readonly unknown[], R> = (reader: Reader, ...args: A) => Promise<R>;

/** Puts questions to the index. */
export type Ask = <A extends readonly unknown[], R>(question: Question<A, R>, ...args: A) => Promise<R>;

interface Answered {
  readonly repeat: (ask: Ask) => Promise<unknown>;
  readonly digest: string;
}

/**
 * Remembers the questions whose answers something was made from. When the index has changed since, putting them again
 * tells whether that something is still right: each costs some 50 µs, where rendering a page costs milliseconds.
 */
export class Trace {
  readonly #answered = new Map<string, Answered>();
  readonly ask: Ask;

  /** Puts its questions to the index, or through another trace, which then remembers them too. */
  constructor(from: Reader | Ask) {
    const put = askOf(from);
    this.ask = async (question, ...args) => {
      const answer = await put(question, ...args);
      const key = `${question.name} ${JSON.stringify(args)}`;
      this.#answered.set(key, { repeat: (again) => again(question, ...args), digest: digest(answer) });
      return answer;
    };
  }

  /** Whether every question would be answered the same today. */
  async holds(from: Reader | Ask): Promise<boolean> {
    const again = askOf(from);
    for (const { repeat, digest: before } of this.#answered.values()) {
      if (digest(await repeat(again)) !== before) return false;
    }
    return true;
  }
}

function askOf(from: Reader | Ask): Ask {
  return typeof from === 'function' ? from : (question, ...args) => question(from, ...args);
}

function digest(answer: unknown): string {
  return hash('sha1', JSON.stringify(answer) ?? '', 'base64');
}
