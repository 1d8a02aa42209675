import type { ListSettings } from '../config/settings.ts';
import { foldAddress } from '../mail/mail-address.ts';
import type { Decidable } from '../proposals/deciders.ts';
import type { Reader } from '../store/database.ts';
import type { AccessGrantTable, Role } from '../store/member-tables.ts';
import { grantsOf } from '../store/members.ts';
import { hasPath, isWhole, type Scope, scopeOf, WHOLE_WIKI } from './scope.ts';

/** From the least to the most: each may do what those before it may. */
export const ROLES: readonly Role[] = ['committer', 'maintainer', 'administrator'];

/** Whether a role is enough where another one is asked for. */
export function isAtLeast(role: Role | undefined, asked: Role): boolean {
  return role !== undefined && ROLES.indexOf(role) >= ROLES.indexOf(asked);
}

/** A role that somebody has now, and where. */
export interface Held {
  /** Of the grant; undefined of who keeps a list by the wiki's own settings. */
  readonly id: string | undefined;
  readonly role: Role;
  readonly scope: Scope;
  readonly grant: AccessGrantTable | undefined;
}

export interface RolesPlace {
  readonly lists: Readonly<Record<string, ListSettings>>;
  /** Seconds since 1970. */
  readonly now: number;
}

/** All the roles that somebody has now: what they were granted, and `maintainer` for who keeps one of the lists by the settings. */
export async function rolesOf(reader: Reader, address: string, { lists, now }: RolesPlace): Promise<Held[]> {
  const folded = foldAddress(address);
  const granted = (await grantsOf(reader, folded, now)).map(
    (grant): Held => ({ id: grant.id, role: grant.role, scope: scopeOf(grant), grant }),
  );
  const moderates = Object.values(lists).some(({ moderators }) =>
    moderators.some((one) => foldAddress(one) === folded),
  );
  if (!moderates) return granted;
  return [...granted, { id: undefined, role: 'maintainer', scope: WHOLE_WIKI, grant: undefined }];
}

/** The greatest role that is for the whole wiki, a role in a part of it being none; undefined for who may do what anybody may. */
export function wholeRole(held: readonly Held[]): Role | undefined {
  return ROLES.findLast((role) => held.some((one) => one.role === role && isWhole(one.scope)));
}

/** The greatest role, wherever it is for. */
export function greatestRole(held: readonly Held[]): Role | undefined {
  return ROLES.findLast((role) => held.some((one) => one.role === role));
}

/** The roles by which one writes without being asked for: a list is where proposals are decided, not where one writes. */
export function writing(held: readonly Held[]): readonly Held[] {
  return held.filter(({ scope }) => scope.lists.length === 0);
}

/** The first of some paths that none of one's roles lets one write; undefined when all may be written. */
export function firstOutside(held: readonly Held[], paths: readonly string[]): string | undefined {
  return paths.find((path) => !writing(held).some(({ scope }) => hasPath(scope, path)));
}

/** Where one may write, for who is told; undefined for everywhere. */
export function writtenPaths(held: readonly Held[]): readonly string[] | undefined {
  const scopes = writing(held).map(({ scope }) => scope);
  return scopes.some(isWhole) ? undefined : [...new Set(scopes.flatMap(({ paths }) => paths))].toSorted();
}

/** The roles that are of use to write some paths. */
export function usedToWrite(held: readonly Held[], paths: readonly string[] | undefined): string[] {
  return idsOf(
    writing(held).filter(({ scope }) => isWhole(scope) || paths?.some((path) => hasPath(scope, path))),
  );
}

/** The roles by which one decides of a proposal; none for who may not. */
export function decidingOf(held: readonly Held[], { list, paths }: Decidable): readonly Held[] {
  return held.filter(
    ({ role, scope }) =>
      isAtLeast(role, 'maintainer') &&
      (scope.lists.length === 0 || scope.lists.includes(list)) &&
      (scope.paths.length === 0 || (paths.length > 0 && paths.every((path) => hasPath(scope, path)))),
  );
}

export function idsOf(held: readonly Held[]): string[] {
  return held.flatMap(({ id }) => id ?? []);
}
