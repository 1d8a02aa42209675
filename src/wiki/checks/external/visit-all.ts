import type { KnownAnswers } from './known-answers.ts';
import { isWithoutNetwork } from './no-network.ts';
import type { Outcome } from './outcome.ts';
import { siteRobots } from './site-robots.ts';
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
/** When so many have all failed, the network is doubted. */
const DOUBTED = 16;

/**
 * Asks for each of these addresses, one request a second to a site and eight at a time, what is not known yet. Undefined,
 * soon, when there is no network: nothing is known then.
 */
export async function visitAll(
  addresses: readonly string[],
  options: VisitAllOptions,
): Promise<ReadonlyMap<string, Outcome> | undefined> {
  const { known, userAgent, privateToo = false, timeoutMs = 15_000, backOffMs = 2_000 } = options;
  const asking = { userAgent, privateToo, timeoutMs, turn: turns(options.intervalMs ?? 1_000) };
  const visiting = { ...asking, backOffMs, robots: siteRobots(asking) };
  const outcomes = new Map<string, Outcome>();
  const toAsk: string[] = [];
  for (const address of new Set(addresses)) {
    const outcome = known.get(address);
    if (outcome) outcomes.set(address, outcome);
    else toAsk.push(address);
  }
  const total = outcomes.size + toAsk.length;
  const queue = siteBySite(toAsk).values();
  const fresh = new Map<string, Outcome>();
  let isLost = false;
  // When all that is asked anew fails, what answered lately tells whether it is the network.
  const witness = [...outcomes.keys()].find((address) => outcomes.get(address)?.kind === 'alive');
  const isWithout = async () =>
    isWithoutNetwork(fresh) &&
    (witness === undefined || (await visit(witness, visiting)).kind === 'unreachable');
  const work = async () => {
    for (const address of queue) {
      if (isLost) return;
      const outcome = await visit(address, visiting);
      outcomes.set(address, outcome);
      fresh.set(address, outcome);
      if (fresh.size === DOUBTED) isLost = await isWithout();
      if (fresh.size % SAVED_EVERY === 0) save();
      options.onProgress?.(outcomes.size, total);
    }
  };
  const save = () => {
    for (const [address, outcome] of fresh) known.set(address, outcome);
    known.save();
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  if (isLost || (await isWithout())) return undefined;
  save();
  return outcomes;
}

/** In turns, so that those who ask do not all wait for one site. */
function siteBySite(addresses: readonly string[]): string[] {
  const sites = [...Map.groupBy(addresses, (address) => new URL(address).hostname).values()];
  const longest = Math.max(0, ...sites.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => sites.flatMap((site) => site[at] ?? [])).flat();
}
