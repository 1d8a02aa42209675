import type { KnownAnswers } from './known-answers.ts';
import type { Outcome } from './outcome.ts';
import { turns } from './turns.ts';
import { visit } from './visit.ts';

export interface VisitAllOptions {
  readonly known: KnownAnswers;
  readonly userAgent: string;
  readonly privateToo?: boolean;
  readonly intervalMs?: number;
  readonly backOffMs?: number;
  readonly timeoutMs?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Sites asked at the same time. */
const CONCURRENCY = 8;
const SAVED_EVERY = 50;

/** Asks for each of these addresses, one request a second to a site and eight at a time, what is not known yet. */
export async function visitAll(
  addresses: readonly string[],
  options: VisitAllOptions,
): Promise<ReadonlyMap<string, Outcome>> {
  const { known, userAgent, privateToo = false, timeoutMs = 15_000, backOffMs = 2_000 } = options;
  const visiting = { userAgent, privateToo, timeoutMs, backOffMs, turn: turns(options.intervalMs ?? 1_000) };
  const outcomes = new Map<string, Outcome>();
  const toAsk: string[] = [];
  for (const address of new Set(addresses)) {
    const outcome = known.get(address);
    if (outcome) outcomes.set(address, outcome);
    else toAsk.push(address);
  }
  const total = outcomes.size + toAsk.length;
  const queue = siteBySite(toAsk).values();
  const work = async () => {
    for (const address of queue) {
      const outcome = await visit(address, visiting);
      outcomes.set(address, outcome);
      known.set(address, outcome);
      if (outcomes.size % SAVED_EVERY === 0) known.save();
      options.onProgress?.(outcomes.size, total);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  known.save();
  return outcomes;
}

/** In turns, so that those who ask do not all wait for one site. */
function siteBySite(addresses: readonly string[]): string[] {
  const sites = [...Map.groupBy(addresses, (address) => new URL(address).hostname).values()];
  const longest = Math.max(0, ...sites.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => sites.flatMap((site) => site[at] ?? [])).flat();
}
