import { keepCodePage, keptCodePage, saveHarvests } from '../../store/code-harvests.ts';
import { forgetHeard, forgetHeardBefore, heardAfter, heardSums, heardWhole } from '../../store/code-heard.ts';
import type { Database } from '../../store/database.ts';
import type { Forge } from '../../wiki/register-files/accounts-file.ts';
import type { SaidRecords } from '../changed-records.ts';
import { loadLicenceTexts } from '../licence-texts.ts';
import type { Recorded, Register } from '../register.ts';
import type { RegisterContext } from '../register-context.ts';
import type { ForgeClient } from './forge-client.ts';
import { type ForgeOutcome, harvestForge } from './harvest-forge.ts';
import type { KeptPages } from './listed-pages.ts';
import { type HarvestProgress, progressOf } from './progress.ts';

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
  readonly onProgress?: ((progress: HarvestProgress) => void) | undefined;
  /** Ends the run: what was heard stays for the next one. */
  readonly signal?: AbortSignal;
}

export interface HarvestOutcome extends Recorded {
  readonly forges: readonly ForgeOutcome[];
}

/** Forges asked at the same time; each is asked one thing at a time. */
const AT_ONCE = 6;

/** What a run that was interrupted heard so long ago, in seconds, is asked again. */
const HEARD_SECONDS = 86_400;

/** Records compared and written together. */
const BATCH = 500;

/**
 * Asks all forges for their accounts, then for the files of what changed, and records what they say: one commit, none where
 * nothing is new. What is heard is kept in the database until then: a run that is interrupted goes on where it was.
 */
export async function harvest(options: HarvestOptions): Promise<HarvestOutcome> {
  const { database, register, context, now, signal } = options;
  await register.update(context);
  await database.write((writer) => forgetHeardBefore(writer, now - HEARD_SECONDS));
  const forges = chosen(context.forges, options.only, now);
  const progress = progressOf(options.onProgress);
  const kept = keptIn(database);
  let texts: ReturnType<typeof loadLicenceTexts> | undefined;
  const licences = () => {
    texts ??= loadLicenceTexts();
    return texts;
  };
  const outcomes: ForgeOutcome[] = [];
  const waiting = [...forges];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let forge = waiting.shift(); forge; forge = waiting.shift())
        outcomes.push(await harvestForge({ ...options, progress, kept, licences }, forge));
    }),
  );
  signal?.throwIfAborted();
  outcomes.sort((a, b) => (a.host < b.host ? -1 : 1));
  const believed = outcomes.filter(({ stopped }) => stopped === undefined).map(({ host }) => host);
  const recorded = await register.record(context, () => heardOf(database, believed), {
    message: ({ added, changed }) =>
      `Harvest of ${forges.length} forges\n\n${added} repositories added, ${changed} changed\n`,
    time: now,
  });
  const sums = await Promise.all(believed.map((host) => heardSums(database.reader, host)));
  await database.write(async (writer) => {
    for (const host of believed) await saveHarvests(writer, await heardWhole(writer, host), now);
    for (const { host } of outcomes) await forgetHeard(writer, host);
  });
  const unchanged = sums.reduce((sum, { same }) => sum + same, recorded.unchanged);
  return { ...recorded, unchanged, forges: outcomes };
}

/** What was heard of these forges, some at a time. */
async function* heardOf({ reader }: Database, hosts: readonly string[]): AsyncGenerator<SaidRecords> {
  for (const host of hosts) {
    let after = { account: '', position: -1 };
    for (;;) {
      const rows = await heardAfter(reader, host, after, { limit: BATCH });
      const said = (kind: string) => rows.flatMap((row) => (row.kind === kind ? [JSON.parse(row.said)] : []));
      yield { repositories: said('repository'), accounts: said('account') };
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) break;
      after = last;
    }
  }
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
