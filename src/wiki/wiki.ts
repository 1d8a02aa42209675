import { existsSync } from 'node:fs';
import type { Settings } from '../config/settings.ts';
import { ObjectReader } from '../git/objects.ts';
import { refreshSource, type Source } from '../git/open.ts';
import { Slots } from '../git/slots.ts';
import { watchHead } from '../git/watch.ts';
import type { Database } from '../store/database.ts';
import { allAddresses } from '../store/pages.ts';
import { generation, wikiState } from '../store/wiki-state.ts';
import { type ChangedFindings, checkChange } from './checks/check-change.ts';
import { DataFiles } from './data-files.ts';
import type { IndexContext, IndexUse } from './index-context.ts';
import { isOf, siteOf, updateIndex } from './indexing.ts';
import type { Site } from './site.ts';

/** How often the index is looked at for what another process did to it. */
const POLL_INDEX_MS = 1_000;

/** How often a remote is fetched, and a plain folder read again. */
const REFRESH_MS: Readonly<Record<Source['kind'], number>> = { remote: 60_000, folder: 2_000, repository: 0 };

/** A wiki that has more is compared with the first of them. */
const MAX_ADDRESSES = 20_000;

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** How the work of keeping the index true goes. Times are milliseconds since 1970. */
export interface IndexHealth {
  /** When it was last known to be true to the repository. */
  readonly updatedAt?: number;
  /** Since when it could not be made so; undefined while all is well. */
  readonly failedAt?: number;
  /** How many attempts failed since the start. */
  readonly failures: number;
}

/** A wiki that is served: its repository, its index, and the work of keeping the second true to the first. */
export class Wiki {
  readonly objects: ObjectReader;
  /** The tables and calendars that were read. */
  readonly data: DataFiles;
  readonly database: Database;
  readonly source: Source;
  /** For the questions of readers that take a git process of their own, and for what they download. */
  readonly questions = new Slots({ atOnce: 2, waiting: 20 });
  readonly downloads = new Slots({ atOnce: 4, waiting: 0 });
  /** For those who clone, and for what is pushed, once it has come. */
  readonly clones = new Slots({ atOnce: 8, waiting: 100 });
  readonly pushes = new Slots({ atOnce: 2, waiting: 20 });
  /** Grows with each change of the index; 0 until there is one. */
  generation = 0;
  /** Of the index being made, while it is. */
  progress: Progress | undefined;
  health: IndexHealth = { failures: 0 };

  readonly #context: IndexContext;
  readonly #closing: (() => void)[] = [];
  #addresses: { readonly generation: number; readonly list: readonly string[] } | undefined;
  #updating: Promise<boolean> = Promise.resolve(false);
  #queued: Promise<boolean> | undefined;

  constructor(source: Source, database: Database, overrides: Partial<Settings> = {}, use: IndexUse = 'all') {
    this.source = source;
    this.database = database;
    this.objects = new ObjectReader(source.gitDir);
    this.data = new DataFiles(this.objects);
    this.#context = {
      gitDir: source.gitDir,
      objects: this.objects,
      database,
      location: source.location,
      name: source.name,
      overrides,
      use,
      onProgress: (done, total) => {
        this.progress = { done, total };
      },
    };
  }

  /** Takes up the index that is already there, whatever commit it holds; says whether there is one of this wiki. */
  async resume(): Promise<boolean> {
    const state = await wikiState(this.database.reader);
    if (!isOf(state, this.source.location)) return false;
    this.generation = state.generation;
    return true;
  }

  /**
   * Brings the index to the newest commit: fetches a remote first, unless told not to. Two calls at a time do the work
   * once more, not twice. Says whether anything changed.
   */
  update({ rebuild = false, refresh = true } = {}): Promise<boolean> {
    if (this.#queued && !rebuild) return this.#queued;
    const run = this.#updating
      .catch(() => false)
      .then(async () => {
        this.#queued = undefined;
        try {
          if (refresh) await refreshSource(this.source);
          const changed = await updateIndex(this.#context, { rebuild });
          this.health = { updatedAt: Date.now(), failures: this.health.failures };
          return changed;
        } catch (error) {
          const { failedAt = Date.now(), failures } = this.health;
          this.health = { ...this.health, failedAt, failures: failures + 1 };
          throw error;
        } finally {
          this.progress = undefined;
          await this.#look();
        }
      });
    this.#queued = run;
    this.#updating = run;
    return run;
  }

  /** What the wiki is as a whole; undefined before its first index. */
  async site(): Promise<Site | undefined> {
    const state = await wikiState(this.database.reader);
    return isOf(state, this.source.location) ? siteOf(state) : undefined;
  }

  /** What a commit would break and mend: the commits are in a repository that has the wiki's, too. */
  async checkChange(
    place: Pick<IndexContext, 'gitDir' | 'objects'>,
    change: { readonly base: string; readonly tip: string },
  ): Promise<ChangedFindings | undefined> {
    const { onProgress: _, ...context } = this.#context;
    return await checkChange({ ...context, ...place }, change);
  }

  /** The commit that the index holds. */
  async indexedCommit(): Promise<string | undefined> {
    return (await wikiState(this.database.reader))?.commit_id;
  }

  /**
   * Follows the repository until `close`. `changed` is told after each change of the index; `failed` what went wrong, and
   * the index there is goes on serving.
   */
  async follow(changed: () => void, failed: (error: unknown) => void): Promise<void> {
    const update = (refresh: boolean) =>
      void this.update({ refresh }).then((did) => did && changed(), failed);
    const interval = REFRESH_MS[this.source.kind];
    if (interval > 0) this.#every(interval, () => update(true));
    // What is pushed back to a home elsewhere is in the mirror at once.
    if (interval === 0 || (this.source.home && existsSync(this.source.gitDir)))
      this.#closing.push(await watchHead(this.source.gitDir, () => update(false)));
    this.#every(POLL_INDEX_MS, () => void this.#look().catch(failed));
  }

  /** Every address there is, for what must be compared with them all. */
  async addresses(): Promise<readonly string[]> {
    const known = this.#addresses;
    if (known?.generation === this.generation) return known.list;
    const current = {
      generation: this.generation,
      list: await allAddresses(this.database.reader, MAX_ADDRESSES),
    };
    this.#addresses = current;
    return current.list;
  }

  async close(): Promise<void> {
    for (const close of this.#closing) close();
    await this.#updating.catch(() => {});
    this.objects.close();
    await this.database.close();
  }

  /** Sees what this process or another one did to the index. It only grows: an answer that was late tells nothing new. */
  async #look(): Promise<void> {
    this.generation = Math.max(this.generation, await generation(this.database.reader));
  }

  #every(interval: number, work: () => void): void {
    const timer = setInterval(work, interval);
    this.#closing.push(() => clearInterval(timer));
  }
}
