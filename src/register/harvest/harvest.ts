import { keepCodePage, keptCodePage, saveHarvests } from '../../store/code-harvests.ts';
import type { Database } from '../../store/database.ts';
import type { Forge } from '../accounts/accounts-file.ts';
import type { Recorded, Register } from '../register.ts';
import type { RegisterContext } from '../register-context.ts';
import { ForgeFault } from './fault.ts';
import type { ForgeClient } from './forge-client.ts';
import { CONNECTORS } from './forges/connectors.ts';
import { type AccountOutcome, harvestAccount } from './harvest-account.ts';
import type { KeptPages } from './listed-pages.ts';

export interface HarvestOptions {
  readonly database: Database;
  readonly register: Register;
  readonly context: RegisterContext;
  readonly client: ForgeClient;
  /** Seconds since 1970. */
  readonly now: number;
  /** Only this host, or this account of it: `gitlab.com/exemple`. */
  readonly only?: string | undefined;
  /** Whether a forge that lost much of what it had is believed. */
  readonly acceptDrop?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What came of a forge. */
export interface ForgeOutcome {
  readonly host: string;
  readonly accounts: readonly AccountOutcome[];
  /** Why nothing of it was recorded: it lost too much at once, or is of a kind that is not asked yet, or does not list its accounts. */
  readonly stopped?: 'sudden-drop' | 'unknown-kind' | 'no-listing';
}

export interface HarvestOutcome extends Recorded {
  readonly forges: readonly ForgeOutcome[];
}

/** Forges asked at the same time; each is asked one thing at a time. */
const AT_ONCE = 6;

/** More than so many, and than this share of what there was, is no ordinary day. */
const DROP = 10;
const DROP_SHARE = 0.2;

/** Asks all forges for their accounts, and records what they say: one commit, none where nothing is new. */
export async function harvest(options: HarvestOptions): Promise<HarvestOutcome> {
  const { database, register, context, now } = options;
  await register.update(context);
  const forges = chosen(context.forges, options.only, now);
  const counter = counterOf(forges, options.onProgress);
  const outcomes: ForgeOutcome[] = [];
  const waiting = [...forges];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let forge = waiting.shift(); forge; forge = waiting.shift())
        outcomes.push(await harvestForge(options, forge, counter));
    }),
  );
  outcomes.sort((a, b) => (a.host < b.host ? -1 : 1));
  const believed = outcomes
    .filter(({ stopped }) => stopped === undefined)
    .flatMap(({ accounts }) => accounts);
  const recorded = await register.record(
    context,
    {
      repositories: believed.flatMap(({ repositories }) => repositories),
      accounts: believed.flatMap(({ accounts }) => accounts),
    },
    {
      message: ({ added, changed }) =>
        `Harvest of ${forges.length} forges\n\n${added} repositories added, ${changed} changed\n`,
      time: now,
    },
  );
  const complete = believed.filter(({ isComplete }) => isComplete).map(({ address }) => address);
  await database.write((writer) => saveHarvests(writer, complete, now));
  return { ...recorded, forges: outcomes };
}

/** The forges and accounts to ask: those of `only`, without those that are left alone by now. */
function chosen(forges: readonly Forge[], only: string | undefined, now: number): Forge[] {
  const today = new Date(now * 1000).toISOString().slice(0, 10);
  const isLeft = ({ ignoredSince }: { readonly ignoredSince: string | undefined }) =>
    ignoredSince !== undefined && ignoredSince <= today;
  const [host, ...path] = (only ?? '').toLowerCase().split('/');
  const login = path.join('/');
  return forges
    .filter((forge) => !isLeft(forge) && (only === undefined || forge.host === host))
    .map((forge) => {
      const accounts = forge.accounts?.filter((account) => !isLeft(account));
      if (login === '') return { ...forge, accounts };
      const named = accounts?.filter((account) => account.login.toLowerCase() === login);
      return { ...forge, accounts: named ?? [{ ...forge, login }] };
    })
    .filter(({ accounts }) => accounts === undefined || accounts.length > 0);
}

function counterOf(forges: readonly Forge[], onProgress: HarvestOptions['onProgress']) {
  let done = 0;
  let total = forges.reduce((sum, { accounts }) => sum + (accounts?.length ?? 1), 0);
  return {
    more: (found: number) => {
      total += found - 1;
    },
    did: () => onProgress?.(++done, total),
  };
}

async function harvestForge(
  options: HarvestOptions,
  forge: Forge,
  counter: ReturnType<typeof counterOf>,
): Promise<ForgeOutcome> {
  const { database, client, now } = options;
  const { host, kind } = forge;
  const connector = CONNECTORS[kind];
  if (!connector) return { host, accounts: [], stopped: 'unknown-kind' };
  const place = { host, kind, client, kept: keptIn(database) };
  let logins = forge.accounts?.map(({ login }) => login);
  if (!logins) {
    try {
      logins = [...(await connector.listLogins(place))];
    } catch (error) {
      if (!(error instanceof ForgeFault)) throw error;
      return { host, accounts: [], stopped: 'no-listing' };
    }
    counter.more(logins.length);
  }
  const accounts: AccountOutcome[] = [];
  for (const login of logins) {
    accounts.push(await harvestAccount({ reader: database.reader, place, connector, now }, login));
    counter.did();
    // What it will not tell now, it will not tell of the next account either.
    const { fault } = accounts.at(-1) as AccountOutcome;
    if (fault && ['budget', 'too-many-requests', 'private-network', 'no-answer'].includes(fault.reason))
      break;
  }
  const known = accounts.reduce((sum, one) => sum + one.known, 0);
  const lost = accounts.reduce((sum, one) => sum + one.lost, 0);
  const isDrop = lost > DROP && lost > DROP_SHARE * known;
  return { host, accounts, ...(isDrop && !options.acceptDrop && { stopped: 'sudden-drop' as const }) };
}

/** Pages kept in the database. */
function keptIn(database: Database): KeptPages {
  return {
    async find(url) {
      const page = await keptCodePage(database.reader, url);
      return page && { etag: page.etag, items: JSON.parse(page.items), next: page.next ?? undefined };
    },
    keep: (url, { etag, items, next }) =>
      keepCodePage(database, { url, etag, items: JSON.stringify(items), next: next ?? null }),
  };
}
