import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { GreffeError } from '../config/errors.ts';
import type { Database, Writer } from '../store/database.ts';
import { endLease, takeLease } from '../store/leases.ts';
import { mailList } from '../store/mail-lists.ts';
import { participantsOf } from '../store/mail-messages.ts';
import type { MailMessageTable } from '../store/mail-tables.ts';
import { Archive, type Archived } from './archive.ts';
import { fanOut } from './delivery/fan-out.ts';
import { Incoming, type Letter } from './incoming.ts';
import { MailIndexer } from './index-messages.ts';
import type { MailList } from './list.ts';
import type { MailPlace } from './mail-place.ts';
import { newsOf } from './news.ts';
import { type Answers, obey } from './obey.ts';
import { Rounds } from './rounds.ts';
import type { Spool } from './spool.ts';
import { newId } from './tokens.ts';

/** Between two batches: programs of Git are started for each, and what comes meanwhile goes with the next. */
const GATHER_MS = 100;

/** A lease outlives a slow disk, and not for long the process that held it. */
const LEASE = 'office';
const LEASE_SECONDS = 30;
const RENEW_MS = 10_000;

const CLEAR_MS = 3_600_000;

export interface OfficeOptions extends Answers {
  readonly database: Database;
  /** Where archives are: a folder for each list. */
  readonly folder: string;
  readonly spool: Spool;
  /** The site as it is now; undefined before it was ever read. */
  readonly place: () => Promise<MailPlace | undefined>;
  /** Is told of each message of a list that is new in its index, in the transaction that adds it. */
  readonly added?: (writer: Writer, rows: readonly MailMessageTable[]) => Promise<void>;
  /** Something waits to be sent. */
  readonly queued: () => void;
  readonly warned: (sentence: string) => void;
  readonly failed: (error: unknown) => void;
}

/** The one worker that puts accepted mail where it belongs. */
export interface Office {
  /** Something is in the spool. */
  wake(): void;
  /** Whether this process does the work: another may, that shares the database. */
  readonly isOpen: boolean;
  /** When all that was in the spool at this moment is done, or has failed. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export function openOffice(options: OfficeOptions): Office {
  return new Worker(options);
}

class Worker implements Office {
  readonly #options: OfficeOptions;
  readonly #holder = newId();
  readonly #archives = new Map<string, Promise<Archive>>();
  readonly #renewal: NodeJS.Timeout;
  #indexer: { readonly language: string; readonly indexer: MailIndexer } | undefined;
  readonly #rounds: Rounds;
  readonly #incoming: Incoming;
  #isOpen = false;
  #workedAt = Number.NEGATIVE_INFINITY;
  #clearedAt = Number.NEGATIVE_INFINITY;
  /** What is being seen to, should it fail. */
  #inHand: Letter | undefined;

  constructor(options: OfficeOptions) {
    this.#options = options;
    this.#incoming = new Incoming(options);
    this.#rounds = new Rounds({
      work: () => this.#work(),
      gather: () => this.#gather(),
      failed: options.failed,
    });
    this.#renewal = setInterval(() => this.wake(), RENEW_MS);
    this.wake();
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  wake(): void {
    this.#rounds.wake();
  }

  /** The first message after a rest is taken at once. */
  async #gather(): Promise<void> {
    const left = this.#workedAt + GATHER_MS - performance.now();
    if (left > 0 && !this.#rounds.isClosed) await setTimeout(left);
  }

  async settled(): Promise<void> {
    await this.#rounds.settled();
  }

  async close(): Promise<void> {
    clearInterval(this.#renewal);
    await this.#rounds.close();
    for (const archive of this.#archives.values()) (await archive).close();
    if (this.#isOpen && this.#options.database.engine === 'postgresql')
      await endLease(this.#options.database, { name: LEASE, holder: this.#holder });
  }

  async #work(): Promise<void> {
    const { database, spool } = this.#options;
    const place = await this.#options.place();
    if (!place || (place.lists.length === 0 && (await spool.waiting()).length === 0)) return;
    // SQLite's data folder is this process's own already.
    const lease = { name: LEASE, holder: this.#holder, seconds: LEASE_SECONDS };
    const isHeld = async () =>
      database.engine === 'sqlite' || takeLease(database, { ...lease, now: seconds() });
    this.#isOpen = await isHeld();
    if (!this.#isOpen) return;
    if (performance.now() - this.#clearedAt > CLEAR_MS) {
      await this.#incoming.clear();
      this.#clearedAt = performance.now();
    }
    await this.#incoming.release();
    let letters = await this.#incoming.next(place);
    do {
      this.#inHand = undefined;
      try {
        for (const list of place.lists) await this.#follow(list, place, letters);
        if (letters.length > 0) {
          await this.#take(letters, place);
          this.#workedAt = performance.now();
        }
        await this.#incoming.release();
        await this.#gather();
        letters = await this.#incoming.next(place);
      } catch (error) {
        await this.#putAside(error);
        letters = letters.filter((letter) => !this.#incoming.isAside(letter));
      }
      await isHeld();
    } while (letters.length > 0 && !this.#rounds.isClosed);
  }

  /** One that cannot be taken does not keep the others waiting: it is put aside, for a person to look at. */
  async #putAside(error: unknown): Promise<void> {
    const letter = this.#inHand;
    if (error instanceof GreffeError || !letter) throw error;
    this.#options.failed(error);
    await this.#incoming.putAside(letter);
  }

  async #take(letters: readonly Letter[], place: MailPlace): Promise<void> {
    const { database, queued } = this.#options;
    const archived = new Map<MailList, { readonly letter: Letter; readonly archived: Archived }[]>();
    for (const list of place.lists) {
      const news = await this.#news(list, letters);
      if (news.length === 0) continue;
      const archive = await this.#archive(list);
      const commits = await archive.append(
        news.map(({ message, arrivedAt, results }) => ({
          message,
          receivedAt: arrivedAt,
          ...(results !== undefined && { results }),
        })),
      );
      archived.set(
        list,
        commits.map((commit, at) => ({ archived: commit, letter: news[at] as Letter })),
      );
    }
    const indexer = this.#indexerFor(place);
    await database.write(async (writer) => {
      for (const [list, added] of archived) {
        const rows = await indexer.add(
          writer,
          list.name,
          added.map(({ archived, letter }) => ({ archived, message: letter.message })),
        );
        await this.#options.added?.(writer, rows);
        for (const { letter } of added) await this.#sendOut(writer, list, letter, rows);
      }
      for (const letter of letters)
        for (const destination of letter.destinations) {
          this.#inHand = letter;
          await obey(writer, { letter, destination, place }, this.#options);
        }
      await this.#incoming.markTaken(writer, letters);
    });
    await this.#incoming.remove(letters);
    queued();
  }

  /** Those of a list that it does not have: not the same again, nor one that was erased. */
  async #news(list: MailList, letters: readonly Letter[]): Promise<Letter[]> {
    const own = letters.filter((letter) => isFor(list, letter));
    if (own.length === 0) return [];
    const archive = await this.#archive(list);
    return await newsOf(list.name, own, {
      reader: this.#options.database.reader,
      read: (oid) => archive.read(oid),
    });
  }

  /**
   * Brings the index of a list to its archive: what another command added, and what a crash left between the archive and
   * the index. The latter is still in the spool, and goes out with the transaction that indexes it.
   */
  async #follow(list: MailList, place: MailPlace, letters: readonly Letter[]): Promise<void> {
    const { database } = this.#options;
    const archive = await this.#archive(list);
    const state = await mailList(database.reader, list.name);
    const head = await archive.head();
    const indexer = this.#indexerFor(place);
    if (state ? state.head === head && indexer.isOf(state) : head === undefined) return;
    await indexer.follow(database, archive, list.name, {
      onAdded: async (writer, added, rows) => {
        const came = rows.filter(({ oid, received_at }) =>
          letters.some((one) => one.oid === oid && one.arrivedAt === received_at),
        );
        // What was imported is old: it is no news.
        await this.#options.added?.(writer, came);
        for (const { archived } of added) {
          const letter = letters.find(
            (one) => one.oid === archived.oid && one.arrivedAt === archived.receivedAt,
          );
          if (letter) await this.#sendOut(writer, list, letter, rows);
        }
      },
    });
    this.#options.queued();
  }

  /** Has a message that the archive has just taken delivered, and told of. */
  async #sendOut(
    writer: Writer,
    list: MailList,
    letter: Letter,
    rows: readonly MailMessageTable[],
  ): Promise<void> {
    const row = rows.find(({ oid }) => oid === letter.oid);
    if (!row || this.#incoming.isAside(letter)) return;
    this.#inHand = letter;
    await fanOut(writer, {
      list,
      oid: row.oid,
      messageId: row.message_id,
      message: letter.message,
      participants: await participantsOf(writer, row.thread),
      receivedAt: row.received_at,
    });
    await this.#options.happened(writer, {
      type: 'message.received',
      data: { list: list.name, messageId: row.message_id, subject: row.subject },
      now: seconds(),
    });
  }

  #indexerFor({ site }: MailPlace): MailIndexer {
    if (this.#indexer?.language !== site.defaultLanguage)
      this.#indexer = { language: site.defaultLanguage, indexer: new MailIndexer(site.defaultLanguage) };
    return this.#indexer.indexer;
  }

  #archive({ name, settings }: MailList): Promise<Archive> {
    const known = this.#archives.get(name);
    if (known) return known;
    const opened = Archive.open(join(this.#options.folder, name), { name, address: settings.address });
    this.#archives.set(name, opened);
    opened.catch(() => this.#archives.delete(name));
    return opened;
  }
}

function isFor({ name }: MailList, { destinations }: Letter): boolean {
  return destinations.some(({ kind, list }) => kind === 'message' && list === name);
}

const seconds = () => Math.floor(Date.now() / 1000);
