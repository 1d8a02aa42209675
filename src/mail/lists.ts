import { join } from 'node:path';
import { inboxRepository } from '../git/inbox.ts';
import { ObjectReader } from '../git/objects.ts';
import { Analysers } from '../wiki/search/analysers.ts';

/** What the web reads of the archives of lists: messages, by the ids of their bytes. Archives are opened when first asked for. */
export class Lists {
  /** Of what searches look for. */
  readonly analysers = new Analysers();
  readonly #folder: string;
  readonly #readers = new Map<string, ObjectReader>();

  /** `folder` has a folder for each list (`DATA/lists`). */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Where the archive of a list is: a public-inbox of version 2. */
  folderOf(list: string): string {
    return join(this.#folder, list);
  }

  /** The bytes of a message; throws {@link Unavailable} when the archive does not have them. */
  async read(list: string, oid: string): Promise<Buffer> {
    return await this.#reader(list).read(oid);
  }

  close(): void {
    for (const reader of this.#readers.values()) reader.close();
    this.#readers.clear();
  }

  #reader(list: string): ObjectReader {
    const known = this.#readers.get(list);
    if (known) return known;
    const reader = new ObjectReader(inboxRepository(this.folderOf(list)));
    this.#readers.set(list, reader);
    return reader;
  }
}
