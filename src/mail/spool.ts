import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ListCommand } from './addresses.ts';

/** By which door a message came; `own`: Greffe itself posts it. */
export type Door = 'smtp' | 'lmtp' | 'maildir' | 'imap' | 'own';

/** What becomes of a message, for one of the lists it was sent to. */
export type Destination =
  | { readonly kind: 'message'; readonly list: string }
  | { readonly kind: 'held'; readonly list: string; readonly reason: HoldReason }
  | {
      readonly kind: 'command';
      readonly list: string;
      readonly command: ListCommand;
      readonly argument?: string;
    };

/** Why a message waits for a moderator. */
export type HoldReason = 'not-subscribed' | 'not-moderator' | 'unverified' | 'first-contribution';

/** All that is known of an accepted message besides its bytes: the first line of its file. */
export interface SpoolEntry {
  /** Seconds since 1970. */
  readonly arrivedAt: number;
  readonly door: Door;
  /** The envelope sender; empty for a bounce (RFC 5321, 4.5.5). */
  readonly sender: string;
  readonly destinations: readonly Destination[];
  /** The value of an Authentication-Results field (RFC 8601), unfolded. */
  readonly results?: string;
  /** Whether the domain of its From signed it, or may send from where it came. */
  readonly isVerified: boolean;
}

export interface Spooled extends SpoolEntry {
  readonly id: string;
  /** The message, its lines ending with LF. */
  readonly raw: Buffer;
}

/**
 * Accepted messages that are not in their archive yet: `new/ID`, one file each, complete and on disk before anybody is told
 * that the message was accepted.
 */
export class Spool {
  readonly #folder: string;
  #sequence = 0;
  #syncing: Promise<void> | undefined;
  #nextSync: Promise<void> | undefined;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Opens the spool of a data folder; files left half written by a crash go, since nobody was told of them. */
  static async open(dataFolder: string): Promise<Spool> {
    const folder = join(dataFolder, 'mail', 'incoming');
    await rm(join(folder, 'tmp'), { recursive: true, force: true });
    for (const name of ['tmp', 'new', 'bad'])
      await mkdir(join(folder, name), { recursive: true, mode: 0o700 });
    return new Spool(folder);
  }

  /** Keeps a message; when this is fulfilled, no crash loses it. Rejects with Node's error (ENOSPC…). */
  async put(entry: SpoolEntry, raw: Buffer): Promise<string> {
    const id = this.#newId();
    const temporary = join(this.#folder, 'tmp', id);
    try {
      const file = await open(temporary, 'wx', 0o600);
      try {
        await file.writev([Buffer.from(`${JSON.stringify(entry)}\n`), raw]);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, join(this.#folder, 'new', id));
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await this.#syncFolder();
    return id;
  }

  /** The ids of the messages that wait, in their order of arrival. */
  async waiting(): Promise<string[]> {
    return (await readdir(join(this.#folder, 'new'))).sort();
  }

  /** A message that waits; undefined when it has gone, or is none: it is then put aside for a person to look at. */
  async read(id: string): Promise<Spooled | undefined> {
    const path = join(this.#folder, 'new', id);
    let bytes: Buffer;
    try {
      bytes = await readFile(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    const end = bytes.indexOf(0x0a);
    try {
      const entry = JSON.parse(bytes.subarray(0, end).toString()) as SpoolEntry;
      return { ...entry, id, raw: bytes.subarray(end + 1) };
    } catch {
      await this.putAside(id);
      return undefined;
    }
  }

  /** Puts a message where a person will look at it: whatever it is, it does not keep others waiting. */
  async putAside(id: string): Promise<void> {
    await rename(join(this.#folder, 'new', id), join(this.#folder, 'bad', id));
  }

  async remove(id: string): Promise<void> {
    await rm(join(this.#folder, 'new', id), { force: true });
  }

  /** Ids sort by time: milliseconds, then the order within the process. */
  #newId(): string {
    const sequence = (this.#sequence++ % 36 ** 4).toString(36).padStart(4, '0');
    return `${Date.now().toString(36).padStart(9, '0')}-${sequence}-${randomBytes(6).toString('hex')}`;
  }

  /**
   * Writes the names of the files to disk. One writing serves all who asked before it began: those who ask during one wait
   * for the next.
   */
  #syncFolder(): Promise<void> {
    if (!this.#syncing) {
      this.#syncing = this.#sync().finally(() => {
        this.#syncing = undefined;
      });
      return this.#syncing;
    }
    this.#nextSync ??= this.#syncing
      .catch(() => {})
      .then(() => {
        this.#nextSync = undefined;
        return this.#syncFolder();
      });
    return this.#nextSync;
  }

  async #sync(): Promise<void> {
    const folder = await open(join(this.#folder, 'new'), 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}
