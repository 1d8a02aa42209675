/** How long after each failure a copy is tried again, in seconds; then every four hours. */
const WAITS = [300, 900, 1800, 3600, 7200, 14_400] as const;

/** For how long a copy is tried (RFC 5321, 4.5.4.1: at least four or five days). */
const GIVE_UP_AFTER = 5 * 86_400;

/** When something that failed `attempts` times is tried again, in seconds since 1970; undefined to give it up. */
export function nextTry(attempts: number, queuedAt: number, now: number): number | undefined {
  if (now - queuedAt >= GIVE_UP_AFTER) return undefined;
  return now + (WAITS[Math.min(attempts, WAITS.length) - 1] ?? (WAITS[0] as number));
}
