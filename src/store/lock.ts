import { DatabaseSync } from 'node:sqlite';
import { Conflict, Unavailable } from '../config/errors.ts';

/**
 * Holds a folder for this process: a lock of SQLite's, which the system lets go when the process ends, however it ends.
 * Throws {@link Conflict} when another process holds it, {@link Unavailable} when the folder cannot be written. Returns
 * what lets it go.
 */
export function lockFolder(file: string): () => void {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(file, { timeout: 0 });
    lock.exec('pragma locking_mode = exclusive; begin exclusive;');
  } catch (cause) {
    lock?.close();
    throw /locked|busy/i.test((cause as Error).message)
      ? new Conflict(
          'Another greffe serves from this data folder.',
          'Stop it, or give this one a folder of its own with --data.',
          { cause },
        )
      : new Unavailable(
          `${file} cannot be written: ${(cause as Error).message}.`,
          'Give this user the right to write to the data folder, or choose another with --data.',
          { cause },
        );
  }
  return () => lock.close();
}
