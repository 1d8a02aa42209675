import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { describe, inject } from 'vitest';
import { temporaryFolder } from './folder.ts';

export type EngineName = 'sqlite' | 'postgresql';

/** Where a store can be opened: SQLite in the data folder, or PostgreSQL when there is a `databaseUrl`. */
export interface Place {
  readonly dataFolder: string;
  readonly databaseUrl?: string;
}

export interface Engine {
  readonly name: EngineName;
  /** A new empty database; on PostgreSQL one of its own, in the cluster that ends with the run. */
  place(): Promise<Place>;
}

/**
 * Runs the same tests on each database engine; PostgreSQL's are skipped where it is not installed.
 *
 * @example
 * onEachEngine('the store', (engine) => {
 *   test('…', async () => {
 *     const { dataFolder, databaseUrl } = await engine.place();
 *   });
 * });
 */
export function onEachEngine(title: string, tests: (engine: Engine) => void): void {
  describe(`${title} on SQLite`, () => tests({ name: 'sqlite', place: () => placeOn('sqlite') }));
  describe.skipIf(!inject('postgres'))(`${title} on PostgreSQL`, () =>
    tests({ name: 'postgresql', place: () => placeOn('postgresql') }),
  );
}

/** A new empty database of an engine. */
export async function placeOn(engine: EngineName): Promise<Place> {
  const dataFolder = await temporaryFolder('data');
  if (engine === 'sqlite') return { dataFolder };
  const cluster = inject('postgres');
  if (!cluster) throw new Error('PostgreSQL is not installed');
  return { dataFolder, databaseUrl: await newDatabase(cluster) };
}

/** The engine of the tests that name none: SQLite, unless `GREFFE_TEST_ENGINE` is `postgresql`. */
export function usualEngine(): EngineName {
  return process.env.GREFFE_TEST_ENGINE === 'postgresql' ? 'postgresql' : 'sqlite';
}

/** Makes an empty database in the cluster and gives its URL. */
async function newDatabase(cluster: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ connectionString: cluster });
  await client.connect();
  await client.query(`create database ${name} template template0`);
  await client.end();
  return Object.assign(new URL(cluster), { pathname: `/${name}` }).href;
}
