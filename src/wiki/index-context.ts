import type { Settings } from '../config/settings.ts';
import type { ObjectReader } from '../git/objects.ts';
import type { Database } from '../store/database.ts';
import type { Finding } from './checks/finding.ts';

/** To show pages only, an index is neither searched nor checked; to check them, it is not searched. */
export type IndexUse = 'all' | 'pages' | 'checks';

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
  /** What it is for, all unless said. One that is not for all must be kept apart from one that is. */
  readonly use?: IndexUse;
  /** Told of what was known to be wrong, and is found in its place. */
  readonly replaced?: (known: readonly Finding[], found: readonly Finding[]) => void;
  /** Told, from time to time, how many files of how many have been read. */
  readonly onProgress?: (done: number, total: number) => void;
}
