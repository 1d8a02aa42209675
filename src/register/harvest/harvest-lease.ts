import { randomUUID } from 'node:crypto';
import type { Database } from '../../store/database.ts';
import { endLease, takeLease } from '../../store/leases.ts';

const LEASE = 'harvest';

/** It outlives a slow disk, and not for long the process that held it. */
const LEASE_SECONDS = 90;
const RENEW_MS = 30_000;

/**
 * Does some work while no other process harvests into this database, whatever the engine; undefined where one does. The
 * signal ends the work of a process that was so slow that another took its place.
 */
export async function asOnlyHarvest<T>(
  database: Database,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const lease = { name: LEASE, holder: randomUUID(), seconds: LEASE_SECONDS };
  const take = () => takeLease(database, { ...lease, now: Math.floor(Date.now() / 1_000) });
  if (!(await take())) return undefined;
  const lost = new AbortController();
  const renewal = setInterval(() => {
    take().then(
      (isHeld) => isHeld || lost.abort(new Error('another process harvests')),
      (error: unknown) => lost.abort(error),
    );
  }, RENEW_MS);
  try {
    return await work(lost.signal);
  } finally {
    clearInterval(renewal);
    await endLease(database, lease);
  }
}
