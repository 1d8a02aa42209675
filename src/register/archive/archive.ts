import {
  type ArchiveTurn,
  archivePause,
  archiveTurns,
  countArchiveTurns,
  saveArchived,
  saveArchivePause,
} from '../../store/code-archive.ts';
import type { CodeArchiveTable } from '../../store/code-archive-tables.ts';
import type { Database } from '../../store/database.ts';
import type { RepositoryRecord, SaidRepository } from '../record.ts';
import type { Register } from '../register.ts';
import type { RegisterContext } from '../register-context.ts';
import type { HeritageClient } from './heritage-client.ts';
import { askToSave, type LookedUp, lookUp, type SaveStatus } from './look-up.ts';

export interface ArchiveOptions {
  readonly database: Database;
  readonly register: Register;
  readonly context: RegisterContext;
  readonly client: HeritageClient;
  /** Seconds since 1970. */
  readonly now: number;
  /** Repositories at most. */
  readonly limit: number;
  /** Whether what is not archived is asked to be. */
  readonly saves: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
}

/** What came of a round. */
export interface ArchiveOutcome {
  readonly archived: number;
  readonly absent: number;
  readonly saved: Readonly<Record<SaveStatus, number>>;
  /** Of which nothing was said. */
  readonly faults: number;
  /** How many still wait for their turn. */
  readonly left: number;
  /** Until when the quota lets nobody ask, in seconds since 1970. */
  readonly pausedUntil: number | undefined;
  /** The commit that was made; undefined when nothing was new. */
  readonly commit: string | undefined;
}

const DAY = 24 * 3_600;
/** When something is asked again: what is there, what is not, what was asked to be saved. */
const AGAIN = { archived: 30 * DAY, absent: 7 * DAY, saved: 2 * DAY } as const;
const AFTER_FAULT = 3_600;
/** So many faults on end are the archive’s, not the repositories’. */
const MAX_FAULTS = 3;
const FAULT_PAUSE = 15 * 60;

/**
 * Asks Software Heritage for the repositories whose turn it is, as many as its quota allows, and records what it has: one
 * commit, none where nothing is new. What it did not say leaves the records as they are.
 */
export async function archiveRound(options: ArchiveOptions): Promise<ArchiveOutcome> {
  const { database, register, context, client, now, limit } = options;
  await register.update(context);
  const paused = await archivePause(database.reader, 'api');
  const turns = paused > now ? [] : await archiveTurns(database.reader, now, limit);
  const round = new Round(options, await archivePause(database.reader, 'save'));
  for (const turn of turns) {
    if (round.isOver || options.signal?.aborted) break;
    await round.take(turn);
    options.onProgress?.(round.states.length);
  }
  const { commit } = await register.record(
    context,
    { repositories: round.said, accounts: [] },
    {
      message: () => `Software Heritage\n\n${round.said.length} repositories, as ${client.origin} has them\n`,
      time: now,
    },
  );
  await saveArchived(database, round.states);
  if (round.pausedUntil !== undefined)
    await saveArchivePause(database, { kind: 'api', until: round.pausedUntil });
  await saveArchivePause(database, { kind: 'save', until: round.saveUntil });
  const pausedUntil = round.pausedUntil ?? (paused > now ? paused : undefined);
  return {
    ...round.counts,
    left: await countArchiveTurns(database.reader, now),
    pausedUntil,
    commit,
  };
}

/** The repositories of one round, one after the other. */
class Round {
  readonly said: SaidRepository[] = [];
  readonly states: CodeArchiveTable[] = [];
  readonly counts = { archived: 0, absent: 0, faults: 0, saved: { accepted: 0, pending: 0, rejected: 0 } };
  pausedUntil: number | undefined;
  saveUntil: number;
  readonly #options: ArchiveOptions;
  #faultsOnEnd = 0;

  constructor(options: ArchiveOptions, saveUntil: number) {
    this.#options = options;
    this.saveUntil = saveUntil;
  }

  get isOver(): boolean {
    return this.pausedUntil !== undefined;
  }

  async take(turn: ArchiveTurn): Promise<void> {
    const record = JSON.parse(turn.record) as RepositoryRecord;
    const { outcome, pausedUntil } = await lookUp(this.#options.client, record);
    this.pausedUntil = pausedUntil;
    if (outcome.kind === 'paused') return;
    if (outcome.kind === 'fault') return this.#failed(turn, record);
    this.#faultsOnEnd = 0;
    this.counts[outcome.kind]++;
    const said = heard(record, outcome, this.#options.client);
    if (said) this.said.push(said);
    const saved = outcome.kind === 'absent' ? await this.#save(turn, record, outcome.url) : undefined;
    const { now } = this.#options;
    this.states.push({
      key: turn.key,
      url: outcome.url,
      checked_at: now,
      next_at: now + (saved === 'accepted' ? AGAIN.saved : AGAIN[outcome.kind]),
      failures: 0,
      saved_at: saved === undefined ? turn.saved_at : now,
      save_status: saved ?? turn.save_status,
    });
  }

  /** Asks for it to be saved, where that may be: once a month, and never again what was refused. */
  async #save(turn: ArchiveTurn, record: RepositoryRecord, url: string): Promise<SaveStatus | undefined> {
    const { saves, now, client } = this.#options;
    const isRecent = turn.saved_at !== null && turn.saved_at > now - AGAIN.archived;
    const isFruitless = turn.save_status === 'rejected' || record.is_empty === true;
    if (!saves || isRecent || isFruitless || this.saveUntil > now || this.isOver) return undefined;
    const { outcome, pausedUntil } = await askToSave(client, url);
    // It has a quota of its own.
    if (pausedUntil !== undefined) this.saveUntil = pausedUntil;
    if (outcome !== undefined) this.counts.saved[outcome]++;
    return outcome;
  }

  #failed(turn: ArchiveTurn, { repository_url }: RepositoryRecord): void {
    const { now } = this.#options;
    this.counts.faults++;
    this.states.push({
      key: turn.key,
      url: repository_url,
      checked_at: null,
      next_at: now + Math.min(AFTER_FAULT * 2 ** turn.failures, AGAIN.absent),
      failures: turn.failures + 1,
      saved_at: turn.saved_at,
      save_status: turn.save_status,
    });
    if (++this.#faultsOnEnd === MAX_FAULTS) this.pausedUntil ??= now + FAULT_PAUSE;
  }
}

/** What is to be recorded; undefined where that is known. What has a snapshot there keeps it: the archive deletes nothing. */
function heard(
  record: RepositoryRecord,
  outcome: Exclude<LookedUp, { kind: 'paused' | 'fault' }>,
  client: HeritageClient,
): SaidRepository | undefined {
  const { id, name, organization_name, platform, repository_url } = record;
  const same = { ...(id !== null && { id }), name, organization_name, platform, repository_url };
  if (outcome.kind === 'archived')
    return {
      ...same,
      software_heritage_exists: true,
      software_heritage_url: client.pageOf(outcome.url),
      swhid: outcome.swhid,
    };
  if (record.swhid !== null) return undefined;
  return { ...same, software_heritage_exists: false, software_heritage_url: null };
}
