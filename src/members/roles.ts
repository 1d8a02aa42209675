import type { ListSettings } from '../config/settings.ts';
import { foldAddress } from '../mail/mail-address.ts';
import type { Reader } from '../store/database.ts';
import type { Role } from '../store/member-tables.ts';
import { memberAt } from '../store/members.ts';

/** From the least to the most: each may do what those before it may. */
export const ROLES: readonly Role[] = ['committer', 'maintainer', 'administrator'];

/** Whether a role is enough where another one is asked for. */
export function isAtLeast(role: Role | undefined, asked: Role): boolean {
  return role !== undefined && ROLES.indexOf(role) >= ROLES.indexOf(asked);
}

/**
 * What somebody may do now: what they were granted, else `maintainer` for who keeps one of the lists by the wiki's own
 * settings; undefined for who may do what anybody may.
 */
export async function roleOf(
  reader: Reader,
  address: string,
  { lists, now }: { readonly lists: Readonly<Record<string, ListSettings>>; readonly now: number },
): Promise<Role | undefined> {
  const folded = foldAddress(address);
  const member = await memberAt(reader, folded, now);
  const moderates = Object.values(lists).some(({ moderators }) =>
    moderators.some((one) => foldAddress(one) === folded),
  );
  if (!moderates) return member?.role;
  return isAtLeast(member?.role, 'maintainer') ? member?.role : 'maintainer';
}
