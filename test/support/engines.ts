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
  const url = inject('postgres');
  describe(`${title} on SQLite`, () =>
    tests({ name: 'sqlite', place: async () => ({ dataFolder: await temporaryFolder('data') }) }));
  describe.skipIf(!url)(`${title} on PostgreSQL`, () =>
    tests({
      name: 'postgresql',
      place: async () => ({
        dataFolder: await temporaryFolder('data'),
        databaseUrl: await newDatabase(url ?? ''),
      }),
    }),
  );
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
