import type { Database, Writer } from '../store/database.ts';
import { addMessages, markErased, removeMessage } from '../store/mail-index.ts';
import { forgetMailList, mailChanged, mailList, saveMailList } from '../store/mail-lists.ts';
import type { MailListTable, MailMessageTable } from '../store/mail-tables.ts';
import { Analyser } from '../wiki/search/analyse.ts';
import type { Archive, Archived } from './archive.ts';
import { mailEntry } from './mail-entry.ts';
import type { Message } from './mime/message.ts';
import { parseMessage } from './mime/parse.ts';

/** Another number makes the index of every list again. */
const FORMAT = 1;

/** Messages of one transaction: readers and other writers get their turn between two. */
const BATCH = 500;

/** Read at once: as much as that is held. */
const READ_AT_ONCE = 50;

/** What the archive says of a message, and the message; none of one that was erased. */
export interface Indexable {
  readonly archived: Archived;
  readonly message?: Message;
}

/** What is told while an index follows its archive. */
export interface FollowEvents {
  readonly onProgress?: ((done: number) => void) | undefined;
  /** Some messages were added, in this transaction. */
  readonly onAdded?: (
    writer: Writer,
    added: readonly Indexable[],
    rows: readonly MailMessageTable[],
  ) => Promise<void>;
}

/** Keeps the index of lists true to their archives. `language` is that of the wiki: it decides what words are found by. */
export class MailIndexer {
  readonly #analyser: Analyser;
  readonly #format: string;

  constructor(language: string) {
    this.#analyser = new Analyser(language);
    this.#format = `${FORMAT} ${language}`;
  }

  /**
   * Adds what an archive got since the index last followed it, in one transaction with whatever else `writer` does. Gives
   * the rows of the messages that are new.
   */
  async add(writer: Writer, list: string, added: readonly Indexable[]): Promise<MailMessageTable[]> {
    const last = added.at(-1);
    if (!last) return [];
    const rows: MailMessageTable[] = [];
    for (const run of runs(added)) {
      if (run.length === 1 && run[0]?.archived.kind === 'erased') await erase(writer, list, run[0].archived);
      else
        rows.push(
          ...(await addMessages(
            writer,
            list,
            run.flatMap(({ archived, message }) =>
              message ? [mailEntry(list, archived, message, this.#analyser)] : [],
            ),
          )),
        );
    }
    await saveMailList(writer, { name: list, head: last.archived.commit, format: this.#format });
    await mailChanged(writer);
    return rows;
  }

  /** Whether this one would write the same of a list. */
  isOf({ format }: Pick<MailListTable, 'format'>): boolean {
    return format === this.#format;
  }

  /** Brings the index of a list to the newest commit of its archive. Gives how many messages it took. */
  async follow(
    database: Database,
    archive: Archive,
    list: string,
    { onProgress, onAdded }: FollowEvents = {},
  ): Promise<number> {
    const state = await mailList(database.reader, list);
    const head = await archive.head();
    if (state && this.isOf(state) && state.head === head) return 0;
    const usable = state !== undefined && this.isOf(state) && (await archive.has(state.head));
    let isFresh = state !== undefined && !usable;
    let done = 0;
    const take = async (batch: readonly Indexable[]) => {
      await database.write(async (writer) => {
        if (isFresh) await forgetMailList(writer, list);
        const rows = await this.add(writer, list, batch);
        await onAdded?.(writer, batch, rows);
        if (isFresh && batch.length === 0) await mailChanged(writer);
      });
      isFresh = false;
      done += batch.length;
      onProgress?.(done);
    };
    let batch: Archived[] = [];
    for await (const archived of archive.since(usable ? state.head : undefined)) {
      batch.push(archived);
      if (batch.length < BATCH) continue;
      await take(await read(archive, batch));
      batch = [];
    }
    if (batch.length > 0 || isFresh) await take(await read(archive, batch));
    return done;
  }
}

/** Brings the index of a list to its archive's newest commit: as {@link MailIndexer.follow}, once. */
export function indexArchive(
  { database, language, onProgress }: IndexArchiveContext,
  archive: Archive,
  list: string,
): Promise<number> {
  return new MailIndexer(language).follow(database, archive, list, { onProgress });
}

export interface IndexArchiveContext {
  readonly database: Database;
  /** The wiki's own. */
  readonly language: string;
  readonly onProgress?: (done: number) => void;
}

/** Reads messages, some while those before are parsed. */
async function read(archive: Archive, batch: readonly Archived[]): Promise<Indexable[]> {
  const found: Indexable[] = [];
  const start = (at: number) =>
    Promise.all(
      batch
        .slice(at, at + READ_AT_ONCE)
        .map(({ kind, oid }) => (kind === 'erased' ? undefined : archive.read(oid))),
    );
  let next = start(0);
  for (let at = 0; at < batch.length; at += READ_AT_ONCE) {
    const raws = await next;
    next = start(at + READ_AT_ONCE);
    next.catch(() => {});
    for (const [index, raw] of raws.entries()) {
      const archived = batch[at + index] as Archived;
      found.push(raw ? { archived, message: parseMessage(raw) } : { archived });
    }
  }
  return found;
}

/** One that was erased by itself, those that follow one another together. */
function runs(added: readonly Indexable[]): Indexable[][] {
  const all: Indexable[][] = [];
  for (const one of added) {
    const last = all.at(-1);
    if (last && one.archived.kind === 'message' && last[0]?.archived.kind === 'message') last.push(one);
    else all.push([one]);
  }
  return all;
}

async function erase(writer: Writer, list: string, { oid, trailers }: Archived): Promise<void> {
  const known = await removeMessage(writer, list, oid);
  const name = known ?? trailers['Message-Id'];
  if (known === undefined && name !== undefined) await markErased(writer, list, name);
}
