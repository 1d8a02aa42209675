import type { Reader } from '../../store/database.ts';
import { type ClaimedDelivery, outgoingBytes } from '../../store/deliveries.ts';
import { type CopiedMessage, copiedMessage, wireForm } from './copy.ts';

/** Gives a message of a list's archive; undefined when it was erased. */
export type ReadArchived = (list: string, oid: string) => Promise<Buffer | undefined>;

/** What the last messages kept take at most, in bytes; there is always room for one. */
const MAX_KEPT_BYTES = 64 * 1024 * 1024;

/** Messages as they are sent to all, the last ones kept: a message goes to thousands. */
export class CopiedMessages {
  readonly #kept = new Map<string, Promise<CopiedMessage | undefined>>();
  readonly #reader: Reader;
  readonly #readArchived: ReadArchived;
  #bytes = 0;

  constructor(reader: Reader, readArchived: ReadArchived) {
    this.#reader = reader;
    this.#readArchived = readArchived;
  }

  /** The message of a delivery; undefined when there is none any more: it was erased. */
  get(
    delivery: Pick<ClaimedDelivery, 'outgoing' | 'kind' | 'list' | 'oid'>,
  ): Promise<CopiedMessage | undefined> {
    const kept = this.#kept.get(delivery.outgoing);
    if (kept) return kept;
    if (this.#bytes > MAX_KEPT_BYTES || this.#kept.size > 1_000) {
      this.#kept.clear();
      this.#bytes = 0;
    }
    const read = this.#read(delivery);
    this.#kept.set(delivery.outgoing, read);
    read.catch(() => this.#kept.delete(delivery.outgoing));
    return read;
  }

  async #read({ outgoing, list, oid }: Pick<ClaimedDelivery, 'outgoing' | 'list' | 'oid'>) {
    const copied = oid === null ? await this.#own(outgoing) : await this.#archived(list, oid);
    this.#bytes += copied?.bytes.length ?? 0;
    return copied;
  }

  async #archived(list: string, oid: string): Promise<CopiedMessage | undefined> {
    const raw = await this.#readArchived(list, oid);
    return raw && copiedMessage(raw);
  }

  async #own(outgoing: string): Promise<CopiedMessage | undefined> {
    const raw = await outgoingBytes(this.#reader, outgoing);
    return raw && { bytes: wireForm(Buffer.from(raw)) };
  }
}
