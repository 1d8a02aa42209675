import type { RepositoryRecord, SaidRepository } from '../record.ts';

/** On how many days a forge must have said that a repository is no more, before it is believed. */
export const DAYS_UNTIL_GONE = 7;

type Missing = NonNullable<RepositoryRecord['missing']>;

export interface Absence {
  readonly reason: Missing['reason'];
  /** When it was last seen, and now: seconds since 1970. */
  readonly lastSeen: number;
  readonly now: number;
}

/**
 * What is said of a repository that was not found: its last data stay. Only a forge that says on enough days that it does
 * not exist (404, 410) makes it gone; a listing that leaves it out does not.
 */
export function absent(record: RepositoryRecord, { reason, lastSeen, now }: Absence): SaidRepository {
  const { id, name, organization_name, platform, repository_url, missing } = record;
  const isDenied = reason === 'not-found' || reason === 'gone';
  const today = rfc3339(now).slice(0, 10);
  const before = missing?.days ?? 0;
  const days = !isDenied ? 0 : missing?.day === today ? Math.max(before, 1) : before + 1;
  const told: Missing = {
    last_seen: missing?.last_seen ?? rfc3339(lastSeen),
    reason,
    days,
    day: isDenied || missing === null ? today : missing.day,
  };
  return {
    ...{ id, name, organization_name, platform, repository_url },
    missing: told,
    gone: days >= DAYS_UNTIL_GONE ? rfc3339(now) : null,
  };
}

export function rfc3339(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
