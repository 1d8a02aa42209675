import { Kysely, sql, type Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations.ts';
import { cannotOpen, outage } from './outages.ts';
import { postgresqlDialect } from './postgresql.ts';
import type { Schema } from './schema.ts';
import { sqliteDialect, whileBusy } from './sqlite.ts';

/** What reads: the database, or a transaction of it. */
export type Reader = Kysely<Schema>;
export type Writer = Transaction<Schema>;

/** The database of one Greffe, open. */
export interface Database {
  readonly engine: 'sqlite' | 'postgresql';
  readonly reader: Reader;
  /**
   * Runs `work` in a transaction, all of it or nothing; one writer at a time, whatever the process. Readers go on seeing
   * the state before until it is done.
   */
  write<T>(work: (writer: Writer) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** PostgreSQL's advisory lock that the one writer holds. */
const WRITER_LOCK = 0x67726566;

/**
 * Opens the database, and brings its tables up to date: SQLite in the file `location`, or PostgreSQL when `location` is
 * its URL. Throws {@link Unavailable} when it cannot be opened, as `write` does when it no longer works.
 */
export async function openDatabase(location: string): Promise<Database> {
  const engine = /^postgres(?:ql)?:\/\//.test(location) ? 'postgresql' : 'sqlite';
  const connect = (role: 'reader' | 'writer') =>
    new Kysely<Schema>({
      dialect: engine === 'postgresql' ? postgresqlDialect(location) : sqliteDialect(location, role),
    });
  const writer = connect('writer');
  try {
    await whileBusy(() => migrate(writer, engine));
  } catch (cause) {
    await writer.destroy().catch(() => {});
    throw cannotOpen(location, cause as Error);
  }
  const reader = engine === 'sqlite' ? connect('reader') : writer;
  return {
    engine,
    reader,
    async write(work) {
      try {
        return await writer.transaction().execute(async (transaction) => {
          if (engine === 'postgresql')
            await sql`select pg_advisory_xact_lock(${WRITER_LOCK})`.execute(transaction);
          return await work(transaction);
        });
      } catch (error) {
        throw outage(location, error) ?? error;
      }
    },
    async close() {
      await reader.destroy();
      if (writer !== reader) await writer.destroy();
    },
  };
}

async function migrate(db: Kysely<Schema>, engine: Database['engine']): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations(engine)) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
