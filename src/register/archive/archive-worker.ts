import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { ARCHIVING } from '../../config/register-settings.ts';
import { endLease, takeLease } from '../../store/leases.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { Register, registerRepository } from '../register.ts';
import { registerContext } from '../register-context.ts';
import { type ArchiveOutcome, archiveRound } from './archive.ts';
import type { HeritageClient } from './heritage-client.ts';

export interface ArchiveWorkerOptions {
  readonly wiki: Wiki;
  readonly dataFolder: string;
  readonly client: HeritageClient;
  readonly failed: (error: unknown) => void;
}

/** Twenty every ten minutes are what the quota of who has no account allows. */
const EVERY_MS = 10 * 60_000;
const AT_ONCE = 20;
const LEASE_SECONDS = 30 * 60;

/** Asks Software Heritage by itself, a few repositories at a time, where the settings want that. */
export class ArchiveWorker {
  readonly #options: ArchiveWorkerOptions;
  readonly #holder = randomUUID();
  readonly #end = new AbortController();
  readonly #timer: NodeJS.Timeout;
  #working: Promise<unknown> = Promise.resolve();

  constructor(options: ArchiveWorkerOptions) {
    this.#options = options;
    this.#timer = setInterval(() => {
      this.#working = this.#working.then(() => this.round()).catch(options.failed);
    }, EVERY_MS);
    this.#timer.unref();
  }

  /** One round, at `now` (seconds since 1970); undefined where the settings want none, or another process makes it. */
  async round(now = Math.floor(Date.now() / 1_000)): Promise<ArchiveOutcome | undefined> {
    const { wiki, dataFolder, client } = this.#options;
    const site = await wiki.site();
    const archive: (typeof ARCHIVING)[number] = site?.settings.register?.archive ?? 'off';
    if (!site || archive === 'off' || !existsSync(registerRepository(dataFolder))) return undefined;
    const { database } = wiki;
    const lease = { name: 'archive', holder: this.#holder };
    if (!(await takeLease(database, { ...lease, now, seconds: LEASE_SECONDS }))) return undefined;
    const register = await Register.open(dataFolder, database);
    try {
      return await archiveRound({
        database,
        register,
        context: await registerContext(database.reader, wiki.objects, site),
        client,
        now,
        limit: AT_ONCE,
        saves: archive === 'save',
        signal: this.#end.signal,
      });
    } finally {
      register.close();
      await endLease(database, lease);
    }
  }

  /** Ends with the repository that is being asked for. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#end.abort();
    await this.#working;
  }
}
