import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/** How long a reader waits, holding up its process, for what makes readers wait: the recovery after a crash. */
const READER_WAIT_MS = 5_000;

/** How long a writer waits for another process that writes, and how often it looks; its process goes on meanwhile. */
const WRITER_WAIT_MS = 600_000;
const RETRY_MS = 25;

/** What a connection keeps of the file in memory: SQLite's own 2 MB are too few for a dictionary of many words. */
const CACHE_KIB = 16 * 1024;

/** How many compiled statements a connection keeps. */
const MAX_STATEMENTS = 500;

/** Result codes (sqlite.org/rescode.html); the low byte of an extended one is its primary one. */
const SQLITE_BUSY = 5;
const SQLITE_LOCKED = 6;

/**
 * Kysely's dialect for `node:sqlite`: a file in WAL mode, whose transactions take the right to write when they begin (one
 * that began by reading could not be promised it).
 */
export function sqliteDialect(file: string, role: 'reader' | 'writer'): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: (): Driver => new WaitingDriver(file, role),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** SQLite can make tables in a transaction, so that a migration is done whole or not at all. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class WaitingDriver extends SqliteDriver {
  readonly #isInTransaction: () => boolean;

  constructor(file: string, role: 'reader' | 'writer') {
    let opened: DatabaseSync | undefined;
    super({
      database: async () => {
        opened = await whileBusy(() => open(file, role === 'reader' ? READER_WAIT_MS : 0));
        return adapt(opened);
      },
    });
    this.#isInTransaction = () => opened?.isTransaction === true;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await whileBusy(() => connection.executeQuery(CompiledQuery.raw('begin immediate')));
  }

  /** SQLite itself rolls back what a full disk stopped. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#isInTransaction()) await super.rollbackTransaction(connection);
  }
}

/** Does it again until no other process holds the file. */
export async function whileBusy<T>(work: () => T | Promise<T>): Promise<T> {
  const deadline = Date.now() + WRITER_WAIT_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error;
    }
    await setTimeout(RETRY_MS);
  }
}

function isBusy(error: unknown): boolean {
  const code = (error as { errcode?: number }).errcode ?? 0;
  return [SQLITE_BUSY, SQLITE_LOCKED].includes(code & 0xff);
}

function open(file: string, timeout: number): DatabaseSync {
  const database = new DatabaseSync(file, { timeout });
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma temp_store = memory;');
    database.exec(`pragma cache_size = -${CACHE_KIB}`);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

function adapt(database: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
  return {
    close: () => database.close(),
    prepare: (sql) => {
      let statement = statements.get(sql);
      if (!statement) {
        statement = adaptStatement(database.prepare(sql));
        if (statements.size >= MAX_STATEMENTS) statements.clear();
        statements.set(sql, statement);
      }
      return statement;
    },
  };
}

/** Kysely speaks to `better-sqlite3`, which takes the parameters as one array. */
function adaptStatement(statement: StatementSync): ReturnType<SqliteDatabase['prepare']> {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  };
}
