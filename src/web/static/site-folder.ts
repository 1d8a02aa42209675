import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { Invalid, Unavailable } from '../../config/errors.ts';

/** In the root of every site that was written by this program: what tells that it may be replaced. */
export const MARK = '.greffe-build.json';

/**
 * The folder of a static site while a new one is made beside it, on the same file system. Files that did not change are
 * the same file under a second name. The new folder takes the place of the old one by two renames: whoever reads has the
 * one or the other, whole.
 */
export class SiteFolder {
  readonly out: string;
  /** Where the new site is written. */
  readonly next: string;
  readonly #former: string;

  constructor(out: string) {
    this.out = out;
    this.next = join(dirname(out), `.${basename(out)}.greffe-new`);
    this.#former = join(dirname(out), `.${basename(out)}.greffe-old`);
  }

  /** The mark of the site that is there; undefined when there is none. Throws {@link Invalid} where something else is. */
  open(): string | undefined {
    this.#recover();
    const stats = statSync(this.out, { throwIfNoEntry: false });
    if (stats && !stats.isDirectory()) throw foreign(this.out, 'is not a folder');
    const mark = readMark(this.out);
    if (stats && mark === undefined && readdirSync(this.out).length > 0)
      throw foreign(this.out, 'is not empty, and was not written by greffe build');
    rmSync(this.next, { recursive: true, force: true });
    mkdirSync(this.next, { recursive: true });
    return mark;
  }

  /** Puts the new site in the place of the old one. */
  replace(): void {
    const isThere = statSync(this.out, { throwIfNoEntry: false }) !== undefined;
    if (isThere) renameSync(this.out, this.#former);
    try {
      renameSync(this.next, this.out);
    } catch (error) {
      if (isThere) renameSync(this.#former, this.out);
      throw error;
    }
    rmSync(this.#former, { recursive: true, force: true });
  }

  /** Leaves the old site as it was. */
  discard(): void {
    rmSync(this.next, { recursive: true, force: true });
  }

  /** A crash between the two renames left the old site under its other name. */
  #recover(): void {
    if (!statSync(this.#former, { throwIfNoEntry: false })) return;
    if (statSync(this.out, { throwIfNoEntry: false })) rmSync(this.#former, { recursive: true, force: true });
    else renameSync(this.#former, this.out);
  }
}

function readMark(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, MARK), 'utf8');
  } catch {
    return undefined;
  }
}

function foreign(out: string, what: string): Invalid {
  return new Invalid(`${out} ${what}.`, 'Name a folder that does not exist yet, or an empty one.');
}

/** Writes files into a folder, making the folders they are in. */
export class FileWriter {
  readonly #folder: string;
  readonly #made = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  write(file: string, body: Buffer): void {
    writeFileSync(this.place(file), body);
  }

  /** Gives a file of the former site a second name in this one. */
  keep(file: string, former: string): void {
    linkSync(join(former, file), this.place(file));
  }

  /** Where a file is to be written. */
  place(file: string): string {
    const path = join(this.#folder, file);
    if (!path.startsWith(join(this.#folder, sep))) throw new Error('it is out of the site');
    const folder = dirname(path);
    if (!this.#made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#made.add(folder);
    }
    return path;
  }
}

/** What the file system said, for a person. */
export function cannotWrite(out: string, cause: NodeJS.ErrnoException): Unavailable {
  const reasons: Readonly<Record<string, readonly [string, string]>> = {
    ENOSPC: ['the disk is full', 'Free some space'],
    EDQUOT: ['the quota of the disk is used up', 'Free some space'],
    EFBIG: ['a file would be too large for it', 'Name a folder on another disk'],
    EACCES: ['it may not be written', 'Name another folder'],
    EROFS: ['the disk may only be read', 'Name another folder'],
    EBUSY: ['it is the root of a disk, which cannot be replaced', 'Name a folder in it'],
  };
  const [reason, remedy] = reasons[cause.code ?? ''] ?? [cause.code ?? cause.message, 'Name another folder'];
  return new Unavailable(
    `The site cannot be written to ${out}: ${reason}. What was there is as it was.`,
    `${remedy}.`,
    { cause },
  );
}
