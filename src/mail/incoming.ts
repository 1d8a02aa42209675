import { blobId } from '../git/blob-id.ts';
import type { Database, Writer } from '../store/database.ts';
import { approvedHeld, expireHeld, removeHeld } from '../store/held.ts';
import { forgetTaken, markTaken, takenIds } from '../store/taken.ts';
import type { MailPlace } from './mail-place.ts';
import type { Message } from './mime/message.ts';
import { parseMessage } from './mime/parse.ts';
import { letGo } from './moderation/first-contribution.ts';
import { HELD_DAYS } from './moderation/hold.ts';
import type { Spool, SpoolEntry, Spooled } from './spool.ts';

/** What is taken from the spool in one transaction. */
const MAX_BATCH = 100;
const MAX_BATCH_BYTES = 32 * 1024 * 1024;

/** A held message may be large. */
const MAX_RELEASED = 20;

/** A message of the spool, read. */
export interface Letter extends Spooled {
  readonly message: Message;
  /** The id that Git gives its bytes. */
  readonly oid: string;
}

export interface IncomingOptions {
  readonly database: Database;
  readonly spool: Spool;
  readonly warned: (sentence: string) => void;
}

/** The mail that waits in the spool: each letter is taken once, whatever crashes. */
export class Incoming {
  readonly #options: IncomingOptions;
  /** Done, as the database says; their files are removed. */
  readonly #done = new Set<string>();
  /** What failed: never seen to again. */
  readonly #aside = new Set<string>();
  /** Of lists that the settings no longer name. */
  readonly #stuck = new Set<string>();

  constructor(options: IncomingOptions) {
    this.#options = options;
  }

  /** The next of the spool, the oldest first. */
  async next({ lists }: MailPlace): Promise<Letter[]> {
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

  /** Puts what was approved in the spool. After a crash between the two, the same message comes twice and is taken once. */
  async release(): Promise<void> {
    const { database, spool } = this.#options;
    for (const { id, entry, raw } of await approvedHeld(database.reader, MAX_RELEASED)) {
      await spool.put(JSON.parse(entry) as SpoolEntry, Buffer.from(raw));
      await database.write((writer) => removeHeld(writer, id));
    }
  }

  /** Removes the files whose work was done when a crash came, and what waited in vain. */
  async clear(): Promise<void> {
    const { database, spool } = this.#options;
    const done = await takenIds(database.reader);
    for (const id of done) await spool.remove(id);
    await database.write(async (writer) => {
      await forgetTaken(writer, [...done]);
      const before = Math.floor(Date.now() / 1000) - HELD_DAYS * 86_400;
      for (const held of await expireHeld(writer, before)) await letGo(writer, held);
    });
  }

  /** Says that letters are seen to, in the transaction that does it. */
  async markTaken(writer: Writer, letters: readonly Letter[]): Promise<void> {
    await forgetTaken(writer, [...this.#done]);
    await markTaken(
      writer,
      letters.map(({ id }) => id),
    );
  }

  /** Removes the files of letters that are seen to: those before them are gone for good. */
  async remove(letters: readonly Letter[]): Promise<void> {
    this.#done.clear();
    for (const { id } of letters) this.#done.add(id);
    for (const { id } of letters) await this.#options.spool.remove(id);
  }

  /** For a person to look at: it does not keep the others waiting. */
  async putAside({ id }: Letter): Promise<void> {
    this.#options.warned(`The message ${id} cannot be taken: it is in mail/incoming/bad.`);
    this.#aside.add(id);
    await this.#options.spool.putAside(id);
  }

  isAside({ id }: Letter): boolean {
    return this.#aside.has(id);
  }
}
