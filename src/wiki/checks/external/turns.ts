import { setTimeout } from 'node:timers/promises';

/**
 * Gives each site its turn: never two requests nearer than `intervalMs`. Keyed by the host, whatever the port.
 */
export function turns(intervalMs: number): (url: URL) => Promise<void> {
  const next = new Map<string, number>();
  return async ({ hostname }) => {
    const now = performance.now();
    const at = Math.max(next.get(hostname) ?? 0, now);
    next.set(hostname, at + intervalMs);
    if (at > now) await setTimeout(at - now);
  };
}
