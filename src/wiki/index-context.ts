import type { Settings } from '../config/settings.ts';
import type { ObjectReader } from '../git/objects.ts';
import type { Database } from '../store/database.ts';

/** What an index is made from, and where it is kept. */
export interface IndexContext {
  readonly gitDir: string;
  readonly objects: ObjectReader;
  readonly database: Database;
  /** The commit to index; the newest of the repository's branch unless said. */
  readonly commit?: string;
  /** What tells this wiki from another one. */
  readonly location: string;
  /** The wiki's name, for want of a title. */
  readonly name: string;
  /** Settings that go before the repository's own. */
  readonly overrides: Partial<Settings>;
  /** Told, from time to time, how many files of how many have been read. */
  readonly onProgress?: (done: number, total: number) => void;
}
