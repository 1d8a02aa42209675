import type { AccessGrantTable } from '../store/member-tables.ts';

/** A role that was of no use for so long is pointed out. */
export const UNUSED_MONTHS = 6;

/** Whether a role that is still one was of no use for {@link UNUSED_MONTHS} months. */
export function isUnused(
  { granted_at, used_at, until }: Pick<AccessGrantTable, 'granted_at' | 'used_at' | 'until'>,
  now: number,
): boolean {
  const since = new Date(now * 1000);
  since.setUTCMonth(since.getUTCMonth() - UNUSED_MONTHS);
  return (until === null || until > now) && Math.max(granted_at, used_at ?? 0) * 1000 < since.getTime();
}
