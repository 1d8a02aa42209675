import { PostgresAdapter } from 'kysely';
import type { Reader } from './database.ts';

/** Which of the two engines is behind it, for the few questions that each asks its own way. */
export function engineOf(reader: Reader): 'sqlite' | 'postgresql' {
  return reader.getExecutor().adapter instanceof PostgresAdapter ? 'postgresql' : 'sqlite';
}
