import { chmodSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The maintenance database of this run's PostgreSQL, or `null` where it is not installed. */
    postgres: string | null;
  }
}

/** Around a whole run: one temporary folder for everything, one PostgreSQL, both gone at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'greffe-test-'));
  chmodSync(folder, 0o755); // PostgreSQL, run as another user, has to reach its part of it
  process.env.TMPDIR = folder;
  const postgres = await startPostgres(join(folder, 'postgres')).catch((error) => {
    console.error(`Tests on PostgreSQL cannot run: ${error.message}`);
    return null;
  });
  if (!postgres) console.warn('Tests on PostgreSQL are skipped: install the package postgresql.');
  project.provide('postgres', postgres?.url ?? null);
  return async () => {
    await postgres?.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}
