import { harvestTimes } from '../../store/code-harvests.ts';
import {
  heardAccounts,
  heardAfter,
  heardSums,
  heardWell,
  saveHeard,
  saveToldByFiles,
} from '../../store/code-heard.ts';
import type { Database } from '../../store/database.ts';
import type { Forge } from '../../wiki/register-files/accounts-file.ts';
import type { LicenceText } from '../licence-texts.ts';
import type { SaidRepository } from '../record.ts';
import type { RegisterContext } from '../register-context.ts';
import { type FaultReason, ForgeFault } from './fault.ts';
import type { ForgeClient } from './forge-client.ts';
import type { Connector, ForgePlace } from './forges/connector.ts';
import { connectorOf } from './forges/connectors.ts';
import { recognisedKind } from './forges/recognise.ts';
import { accountAddress, type HeardAccount, harvestAccount } from './harvest-account.ts';
import type { KeptPages } from './listed-pages.ts';
import type { Progress } from './progress.ts';
import { toldByFiles } from './told-by-files.ts';

/** What came of an account. */
export interface AccountOutcome {
  /** `gitlab.com/exemple`. */
  readonly address: string;
  readonly known: number;
  readonly lost: number;
  readonly isComplete: boolean;
  readonly fault?: { readonly reason: FaultReason; readonly url: string };
}

/** What came of a forge. */
export interface ForgeOutcome {
  readonly host: string;
  /** Those with trouble first; no more than a thousand. */
  readonly accounts: readonly AccountOutcome[];
  readonly known: number;
  readonly lost: number;
  /** Repositories whose files it did not tell in this run: the next one asks for them. */
  readonly unread: number;
  /** Why nothing of it was recorded: it lost too much at once, or nothing tells its kind, or does not list its accounts. */
  readonly stopped?: 'sudden-drop' | 'unknown-kind' | 'no-listing';
}

export interface ForgeHarvest {
  readonly database: Database;
  readonly client: ForgeClient;
  readonly context: Pick<RegisterContext, 'platforms'>;
  readonly kept: KeptPages;
  readonly licences: () => readonly LicenceText[];
  readonly progress: Progress;
  readonly now: number;
  readonly acceptDrop?: boolean;
  readonly signal?: AbortSignal;
}

const MAX_TOLD = 1_000;

/** More than so many, and than this share of what there was, is no ordinary day. */
const DROP = 10;
const DROP_SHARE = 0.2;

/** What a forge will not tell now, it will not tell of the next account either. */
const ENDS: readonly FaultReason[] = ['budget', 'too-many-requests', 'private-network', 'no-answer'];

/** Repositories whose files are read before that is written down. */
const READ_TOGETHER = 10;

/** Hears the accounts of a forge, then reads the files of what changed; what is heard is in the database. */
export async function harvestForge(run: ForgeHarvest, forge: Forge): Promise<ForgeOutcome> {
  const { database, client, kept } = run;
  const { host } = forge;
  const nothing = { host, accounts: [], known: 0, lost: 0, unread: 0 };
  const kind = forge.kind ?? (await recognisedKind(client, host, run.context.platforms).catch(silent));
  if (!kind) return { ...nothing, stopped: 'unknown-kind' };
  const connector = connectorOf(client, host, kind);
  const place = { host, kind, client, kept };
  try {
    await hearAccounts(run, { place, connector }, await loginsOf(forge, connector, place));
  } catch (error) {
    if (!(error instanceof ForgeFault)) throw error;
    return { ...nothing, stopped: 'no-listing' };
  }
  const { known, lost } = await heardSums(database.reader, host);
  const isDrop = lost > DROP && lost > DROP_SHARE * known && !run.acceptDrop;
  if (!isDrop) await hearFiles(run, { place, connector });
  const { waiting } = await heardSums(database.reader, host);
  const accounts = (await heardAccounts(database.reader, host, MAX_TOLD)).map(
    ({ account, known, lost, is_complete, fault, fault_url }) => ({
      ...{ address: account, known, lost, isComplete: is_complete === 1 },
      ...(fault !== null && { fault: { reason: fault as FaultReason, url: fault_url ?? '' } }),
    }),
  );
  return { host, accounts, known, lost, unread: waiting, ...(isDrop && { stopped: 'sudden-drop' as const }) };
}

function silent(error: unknown): undefined {
  if (error instanceof ForgeFault) return undefined;
  throw error;
}

interface Asked {
  readonly place: ForgePlace;
  readonly connector: Connector;
}

async function loginsOf(forge: Forge, connector: Connector, place: ForgePlace): Promise<readonly string[]> {
  return forge.accounts?.map(({ login }) => login) ?? (await connector.listLogins(place));
}

/** Those that were not listed for the longest time first, so that a budget that is too small serves each in turn. */
async function hearAccounts(run: ForgeHarvest, asked: Asked, logins: readonly string[]): Promise<void> {
  const { database, now, progress, signal } = run;
  const { reader } = database;
  const { host } = asked.place;
  const [heard, times] = [await heardWell(reader, host), await harvestTimes(reader, host)];
  const address = (login: string) => accountAddress(host, login);
  const due = logins
    .filter((login) => !heard.has(address(login)))
    .sort((one, other) => (times.get(address(one)) ?? 0) - (times.get(address(other)) ?? 0));
  progress.more('accounts', due.length);
  for (const login of due) {
    signal?.throwIfAborted();
    const account = await harvestAccount({ reader, ...asked, now }, login);
    await saveHeard(database, rowOf(host, account, now), [
      ...account.accounts.map((said) => ({ kind: 'account' as const, said: JSON.stringify(said), waits: 0 })),
      ...account.repositories.map(({ said, waits }) => ({
        kind: 'repository' as const,
        said: JSON.stringify(said),
        waits: Number(waits),
      })),
    ]);
    progress.did('accounts');
    if (account.fault && ENDS.includes(account.fault.reason)) return;
  }
}

function rowOf(host: string, { address, known, lost, same, isComplete, fault }: HeardAccount, now: number) {
  return {
    host,
    account: address,
    heard_at: now,
    known,
    lost,
    same,
    is_complete: Number(isComplete),
    fault: fault?.reason ?? null,
    fault_url: fault?.url ?? null,
  };
}

async function hearFiles(run: ForgeHarvest, asked: Asked): Promise<void> {
  const { database, progress, signal, licences, now } = run;
  const { host } = asked.place;
  progress.more('files', (await heardSums(database.reader, host)).waiting);
  let after = { account: '', position: -1 };
  for (;;) {
    const rows = await heardAfter(database.reader, host, after, { limit: READ_TOGETHER, waits: true });
    const told: { account: string; position: number; said: string }[] = [];
    try {
      for (const { account, position, said } of rows) {
        signal?.throwIfAborted();
        const repository = JSON.parse(said) as SaidRepository;
        const whole = await toldByFiles({ ...asked, licences, now }, repository);
        if (whole !== repository) told.push({ account, position, said: JSON.stringify(whole) });
        progress.did('files');
      }
    } catch (error) {
      if (error instanceof ForgeFault) return;
      throw error;
    } finally {
      await saveToldByFiles(database, host, told);
    }
    const last = rows.at(-1);
    if (!last || rows.length < READ_TOGETHER) return;
    after = last;
  }
}
