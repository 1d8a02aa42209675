import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Outcome } from './outcome.ts';

const DAY_MS = 86_400_000;

/** How long an answer is taken for that of today: what was there is likely to stay, what was not may come back. */
const TTL_MS: Readonly<Record<Outcome['kind'], number>> = {
  alive: 7 * DAY_MS,
  moved: 7 * DAY_MS,
  dead: DAY_MS,
  unreachable: DAY_MS / 24,
  unasked: 0,
};

interface Known {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly outcome: Outcome;
}

/** What other sites answered, kept in a file from one check to the next. */
export class KnownAnswers {
  readonly #file: string;
  readonly #now: number;
  readonly #known: Map<string, Known>;

  constructor(file: string, now: number) {
    this.#file = file;
    this.#now = now;
    this.#known = new Map(readKnown(file).filter(([, known]) => isFresh(known, now)));
  }

  get(address: string): Outcome | undefined {
    return this.#known.get(address)?.outcome;
  }

  set(address: string, outcome: Outcome): void {
    if (TTL_MS[outcome.kind] > 0) this.#known.set(address, { time: this.#now, outcome });
  }

  /** Writes them all, or nothing. */
  save(): void {
    const text = JSON.stringify({ format: 1, answers: Object.fromEntries(this.#known) });
    writeFileSync(`${this.#file}.new`, text);
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function isFresh({ time, outcome }: Known, now: number): boolean {
  return time <= now && now - time < (TTL_MS[outcome?.kind] ?? 0);
}

/** None where there is no such file, or it is not one of ours: it is only a memory. */
function readKnown(file: string): readonly (readonly [string, Known])[] {
  try {
    const { format, answers } = JSON.parse(readFileSync(file, 'utf8')) as {
      format: number;
      answers: Record<string, Known>;
    };
    return format === 1 ? Object.entries(answers) : [];
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
