import type { HarvestChoices } from '../../config/harvest.ts';
import { harvestBegan, saveHarvestBegan } from '../../store/code-harvests.ts';
import { codeState } from '../../store/code-index.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { Register } from '../register.ts';
import { registerContext } from '../register-context.ts';
import { ForgeClient } from './forge-client.ts';
import { harvest } from './harvest.ts';
import { asOnlyHarvest } from './harvest-lease.ts';
import { isHarvestDue } from './schedule.ts';

export interface HarvestWorkerOptions {
  readonly wiki: Wiki;
  readonly dataFolder: string;
  readonly choices: HarvestChoices;
  /** A harvest came to its end. */
  readonly said: (sentence: string) => void;
  readonly failed: (error: unknown) => void;
}

const LOOK_MS = 60_000;

/** Harvests when the settings of the wiki say so; of several processes that share a database, one does. */
export class HarvestWorker {
  readonly #options: HarvestWorkerOptions;
  readonly #closing = new AbortController();
  readonly #timer: NodeJS.Timeout;
  #working: Promise<void> | undefined;

  constructor(options: HarvestWorkerOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.look(), LOOK_MS);
    this.#timer.unref();
  }

  /** Harvests where one is due at `now` (seconds since 1970); what fails is told. One at a time. */
  look(now = Math.floor(Date.now() / 1_000)): Promise<void> {
    this.#working ??= this.#harvest(now)
      .catch((error: unknown) => {
        if (!this.#closing.signal.aborted) this.#options.failed(error);
      })
      .finally(() => {
        this.#working = undefined;
      });
    return this.#working;
  }

  /** Ends a harvest that is under way: what it heard stays for the next. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#closing.abort(new Error('closing'));
    await this.#working;
  }

  async #harvest(now: number): Promise<void> {
    const { wiki, dataFolder, choices, said } = this.#options;
    const { database } = wiki;
    const site = await wiki.site();
    const schedule = site?.settings.register?.harvest;
    if (!site || schedule === undefined) return;
    const isDue = async () =>
      isHarvestDue(schedule, {
        last: await harvestBegan(database.reader),
        now,
        timeZone: site.settings.timezone,
      });
    if (!(await isDue())) return;
    await asOnlyHarvest(database, async (lost) => {
      // Another process may have done it meanwhile.
      if (!(await isDue())) return;
      const last = await harvestBegan(database.reader);
      const signal = AbortSignal.any([lost, this.#closing.signal]);
      const register = await Register.open(dataFolder, database);
      try {
        const head = (await codeState(database.reader))?.head;
        if (head && !(await register.has(head))) return;
        await saveHarvestBegan(database, now);
        const context = await registerContext(database.reader, wiki.objects, site);
        const client = new ForgeClient({ ...choices, signal });
        const { added, changed, forges } = await harvest({
          database,
          register,
          context,
          client,
          now,
          signal,
        });
        const troubled = forges.filter(
          ({ stopped, accounts }) => stopped !== undefined || accounts.some(({ fault }) => fault),
        );
        said(
          `Harvest: ${added} repositories added, ${changed} changed${troubled.length > 0 ? `; trouble with ${troubled.map(({ host }) => host).join(', ')}` : ''}`,
        );
      } catch (error) {
        // It goes on after a restart.
        if (this.#closing.signal.aborted) await saveHarvestBegan(database, last ?? 0);
        throw error;
      } finally {
        register.close();
      }
    });
  }
}
