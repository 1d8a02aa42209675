import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { GreffeError } from '../config/errors.ts';
import { blobId } from '../git/blob-id.ts';
import type { Database, Writer } from '../store/database.ts';
import { approvedHeld, expireHeld, removeHeld } from '../store/held.ts';
import { endLease, takeLease } from '../store/leases.ts';
import { mailList } from '../store/mail-lists.ts';
import { participantsOf } from '../store/mail-messages.ts';
import type { MailMessageTable } from '../store/mail-tables.ts';
import { forgetTaken, markTaken, takenIds } from '../store/taken.ts';
import { Archive, type Archived } from './archive.ts';
import { fanOut } from './delivery/fan-out.ts';
import { MailIndexer } from './index-messages.ts';
import type { MailList } from './list.ts';
import type { MailPlace } from './mail-place.ts';
import type { Message } from './mime/message.ts';
import { parseMessage } from './mime/parse.ts';
import { HELD_DAYS, hold } from './moderation/hold.ts';
import { newsOf } from './news.ts';
import type { Destination, Spool, SpoolEntry, Spooled } from './spool.ts';
import { takeCommand } from './subscriptions/commands.ts';
import { newId } from './tokens.ts';
import type { HappenedEvent } from './webhooks/queue-event.ts';

/** What is taken from the spool in one transaction. */
const MAX_BATCH = 100;
const MAX_BATCH_BYTES = 32 * 1024 * 1024;

/** Between two batches: programs of Git are started for each, and what comes meanwhile goes with the next. */
const GATHER_MS = 100;

/** A held message may be large. */
const MAX_RELEASED = 20;

/** A lease outlives a slow disk, and not for long the process that held it. */
const LEASE = 'office';
const LEASE_SECONDS = 30;
const RENEW_MS = 10_000;

const CLEAR_MS = 3_600_000;

/** After what fails: a full disk, a database that is away. */
const RETRY_MS = 5_000;

export interface OfficeOptions {
  readonly database: Database;
  /** Where archives are: a folder for each list. */
  readonly folder: string;
  readonly spool: Spool;
  /** The site as it is now; undefined before it was ever read. */
  readonly place: () => Promise<MailPlace | undefined>;
  /** Is told of each message of a list that is new in its index, in the transaction that adds it. */
  readonly added?: (writer: Writer, rows: readonly MailMessageTable[]) => Promise<void>;
  /** Does what the answer to somebody else's notice asks; false when its token is not theirs. */
  readonly answered?: (writer: Writer, token: string, message: Message) => Promise<boolean>;
  /** Has webhooks told of an event, in the transaction of what happened. */
  readonly happened: (writer: Writer, event: HappenedEvent) => Promise<void>;
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

/** A message of the spool, read. */
interface Letter extends Spooled {
  readonly message: Message;
  /** The id that Git gives its bytes. */
  readonly oid: string;
}

class Worker implements Office {
  readonly #options: OfficeOptions;
  readonly #holder = newId();
  readonly #archives = new Map<string, Promise<Archive>>();
  readonly #renewal: NodeJS.Timeout;
  #indexer: { readonly language: string; readonly indexer: MailIndexer } | undefined;
  #working: Promise<void> = Promise.resolve();
  #isAwake = false;
  #isClosed = false;
  #isOpen = false;
  #retry: NodeJS.Timeout | undefined;
  #workedAt = Number.NEGATIVE_INFINITY;
  #clearedAt = Number.NEGATIVE_INFINITY;
  /** Done, as the database says; their files are removed. */
  readonly #done = new Set<string>();
  /** What is being seen to, should it fail. */
  #inHand: Letter | undefined;
  /** What failed: never seen to again. */
  readonly #aside = new Set<string>();
  /** Of lists that the settings no longer name. */
  readonly #stuck = new Set<string>();

  constructor(options: OfficeOptions) {
    this.#options = options;
    this.#renewal = setInterval(() => this.wake(), RENEW_MS);
    this.wake();
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  wake(): void {
    if (this.#isAwake || this.#isClosed) return;
    this.#isAwake = true;
    this.#working = this.#working.then(async () => {
      await this.#gather();
      this.#isAwake = false;
      try {
        await this.#work();
      } catch (error) {
        this.#options.failed(error);
        if (!this.#isClosed) this.#retry ??= globalThis.setTimeout(() => this.#tryAgain(), RETRY_MS);
      }
    });
  }

  /** The first message after a rest is taken at once. */
  async #gather(): Promise<void> {
    const left = this.#workedAt + GATHER_MS - performance.now();
    if (left > 0 && !this.#isClosed) await setTimeout(left);
  }

  #tryAgain(): void {
    this.#retry = undefined;
    this.wake();
  }

  async settled(): Promise<void> {
    this.wake();
    await this.#working;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#renewal);
    clearTimeout(this.#retry);
    await this.#working;
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
    if (performance.now() - this.#clearedAt > CLEAR_MS) await this.#clear();
    await this.#release();
    let letters = await this.#letters(place);
    do {
      this.#inHand = undefined;
      try {
        for (const list of place.lists) await this.#follow(list, place, letters);
        if (letters.length > 0) {
          await this.#take(letters, place);
          this.#workedAt = performance.now();
        }
        await this.#release();
        await this.#gather();
        letters = await this.#letters(place);
      } catch (error) {
        await this.#putAside(error);
        letters = letters.filter(({ id }) => !this.#aside.has(id));
      }
      await isHeld();
    } while (letters.length > 0 && !this.#isClosed);
  }

  /** Puts what was approved in the spool. After a crash between the two, the same message comes twice and is taken once. */
  async #release(): Promise<void> {
    const { database, spool } = this.#options;
    for (const { id, entry, raw } of await approvedHeld(database.reader, MAX_RELEASED)) {
      await spool.put(JSON.parse(entry) as SpoolEntry, Buffer.from(raw));
      await database.write((writer) => removeHeld(writer, id));
    }
  }

  /** Removes the files whose work was done when a crash came, and what waited in vain. */
  async #clear(): Promise<void> {
    const { database, spool } = this.#options;
    const done = await takenIds(database.reader);
    for (const id of done) await spool.remove(id);
    await database.write(async (writer) => {
      await forgetTaken(writer, [...done]);
      await expireHeld(writer, seconds() - HELD_DAYS * 86_400);
    });
    this.#clearedAt = performance.now();
  }

  /** The next of the spool, the oldest first. */
  async #letters({ lists }: MailPlace): Promise<Letter[]> {
    const { spool, warned } = this.#options;
    const letters: Letter[] = [];
    let bytes = 0;
    for (const id of await spool.waiting()) {
      if (letters.length === MAX_BATCH || bytes > MAX_BATCH_BYTES) break;
      if (this.#done.has(id)) await spool.remove(id);
      const spooled = await spool.read(id);
      if (!spooled) continue;
      const unknown = spooled.destinations.find(({ list }) => !lists.some(({ name }) => name === list));
      if (unknown) {
        if (!this.#stuck.has(id))
          warned(`A message waits for the list ${unknown.list}, which the settings no longer name.`);
        this.#stuck.add(id);
        continue;
      }
      bytes += spooled.raw.length;
      letters.push({ ...spooled, message: parseMessage(spooled.raw), oid: blobId(spooled.raw) });
    }
    return letters;
  }

  /** One that cannot be taken does not keep the others waiting: it is put aside, for a person to look at. */
  async #putAside(error: unknown): Promise<void> {
    const letter = this.#inHand;
    if (error instanceof GreffeError || !letter) throw error;
    this.#options.failed(error);
    this.#options.warned(`The message ${letter.id} cannot be taken: it is in mail/incoming/bad.`);
    this.#aside.add(letter.id);
    await this.#options.spool.putAside(letter.id);
  }

  async #take(letters: readonly Letter[], place: MailPlace): Promise<void> {
    const { database, spool, queued } = this.#options;
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
    const ids = letters.map(({ id }) => id);
    const gone = [...this.#done];
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
        for (const destination of letter.destinations)
          await this.#obey(writer, { letter, destination, place });
      await forgetTaken(writer, gone);
      await markTaken(writer, ids);
    });
    for (const id of gone) this.#done.delete(id);
    for (const id of ids) this.#done.add(id);
    for (const id of ids) await spool.remove(id);
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
    if (!row || this.#aside.has(letter.id)) return;
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

  /** Does what is asked of a list, or has a message wait for those who keep it. */
  async #obey(writer: Writer, { letter, destination, place }: Obeyed): Promise<void> {
    const list = place.lists.find(({ name }) => name === destination.list);
    if (!list || destination.kind === 'message') return;
    const { site, lists } = place;
    this.#inHand = letter;
    const { message, sender } = letter;
    const now = seconds();
    if (destination.kind === 'command') {
      const { command, argument = '' } = destination;
      if (command === 'confirm' && (await this.#options.answered?.(writer, argument, message))) return;
      await takeCommand(writer, { lists, list, site, command, argument, sender, message, now });
      return;
    }
    await hold(writer, { list, spooled: letter, message, reason: destination.reason, site, now });
    await this.#options.happened(writer, {
      type: 'message.held',
      data: { list: list.name, messageId: message.ids[0] ?? null, reason: destination.reason },
      now,
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

interface Obeyed {
  readonly letter: Letter;
  readonly destination: Destination;
  readonly place: MailPlace;
}

function isFor({ name }: MailList, { destinations }: Letter): boolean {
  return destinations.some(({ kind, list }) => kind === 'message' && list === name);
}

const seconds = () => Math.floor(Date.now() / 1000);
