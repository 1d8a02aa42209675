import type { MailList } from '../mail/list.ts';
import { foldAddress } from '../mail/mail-address.ts';
import { queueOwnMail } from '../mail/own-mail.ts';
import { newId, newToken, tokenHash } from '../mail/tokens.ts';
import type { Writer } from '../store/database.ts';
import type { Role } from '../store/member-tables.ts';
import {
  accessRequestOf,
  allGrants,
  grantById,
  noteAudit,
  removeAccessRequest,
  removeGrant,
  saveAccessRequest,
  saveGrant,
} from '../store/members.ts';
import { addAccessToken } from '../store/sessions.ts';
import { isAtLeast } from './roles.ts';
import { isWhole, keptScope, type Scope, scopeOf, scopeText, WHOLE_WIKI } from './scope.ts';
import { memberWords } from './sign-in.ts';
import type { TokenScope } from './token-scopes.ts';

/** Where and when it happens. `now` is in seconds since 1970. */
export interface AccessPlace {
  /** The list in whose name mails are sent; undefined where there is none: then nobody is written to. */
  readonly list: MailList | undefined;
  readonly origin: string;
  readonly language: string;
  readonly now: number;
}

/** Asks for write access, and tells those who may grant it. */
export async function requestAccess(
  writer: Writer,
  { address, name, reason }: { readonly address: string; readonly name: string; readonly reason: string },
  { list, origin, language, now }: AccessPlace,
): Promise<void> {
  const folded = foldAddress(address);
  const isNew = (await accessRequestOf(writer, folded)) === undefined;
  await saveAccessRequest(writer, { folded, address, name, reason, created_at: now });
  await noteAudit(writer, { at: now, who: address, what: 'request', about: address, detail: reason });
  if (!isNew) return;
  const granting = (await allGrants(writer)).filter(
    (grant) => isAtLeast(grant.role, 'maintainer') && isWhole(scopeOf(grant)) && (grant.until ?? now) >= now,
  );
  const told = new Set([...(list?.settings.moderators ?? []), ...granting.map((member) => member.address)]);
  if (!list) return;
  for (const to of told)
    await queueOwnMail(writer, {
      list,
      to,
      ...memberWords(language).requested({ name, address, reason, link: `${origin}/-/members` }),
      language,
      now,
    });
}

/** Gives somebody a role, in the whole wiki unless a `scope` is named, and tells them. `by`: who does it. */
export async function grantAccess(
  writer: Writer,
  {
    address,
    name,
    role,
    scope = WHOLE_WIKI,
    until,
    by,
    because,
  }: {
    readonly address: string;
    readonly name: string;
    readonly role: Role;
    readonly scope?: Scope;
    readonly until: number | null;
    readonly by: string;
    readonly because: string;
  },
  { list, origin, language, now }: AccessPlace,
): Promise<void> {
  const folded = foldAddress(address);
  await saveGrant(writer, {
    id: newId(),
    ...{ folded, address, name, role, until },
    ...keptScope(scope),
    granted_by: by,
    granted_at: now,
    used_at: null,
    told_at: null,
  });
  await removeAccessRequest(writer, folded);
  await noteAudit(writer, {
    at: now,
    who: by,
    what: 'grant',
    about: address,
    detail: grantDetail({ role, scope, because }),
  });
  const words = memberWords(language).granted({ site: origin, link: `${origin}/-/account`, because });
  if (list) await queueOwnMail(writer, { list, to: address, ...words, language, now });
}

/** Does not give it, and says so. */
export async function refuseAccess(
  writer: Writer,
  { folded, by, because }: { readonly folded: string; readonly by: string; readonly because: string },
  { list, origin, language, now }: AccessPlace,
): Promise<boolean> {
  const request = await accessRequestOf(writer, folded);
  if (!request) return false;
  await removeAccessRequest(writer, folded);
  await noteAudit(writer, { at: now, who: by, what: 'refuse', about: request.address, detail: because });
  const words = memberWords(language).refused({ site: origin, because });
  if (list) await queueOwnMail(writer, { list, to: request.address, ...words, language, now });
  return true;
}

/** What the trail says of a grant: `committer [guides/**] welcome`. */
export function grantDetail({
  role,
  scope,
  because = '',
}: {
  readonly role: Role;
  readonly scope: Scope;
  readonly because?: string;
}): string {
  return [role, ...(isWhole(scope) ? [] : [`[${scopeText(scope)}]`]), because].join(' ').trim();
}

/** Takes a role back: with the last one, the sessions, passkeys, keys and tokens of who had it. */
export async function revokeAccess(
  writer: Writer,
  { id, by, because }: { readonly id: string; readonly by: string; readonly because: string },
  { list, origin, language, now }: AccessPlace,
): Promise<boolean> {
  const grant = await grantById(writer, id);
  if (!grant || !(await removeGrant(writer, id))) return false;
  const { address, role } = grant;
  const detail = grantDetail({ role, scope: scopeOf(grant), because });
  await noteAudit(writer, { at: now, who: by, what: 'revoke', about: address, detail });
  const words = memberWords(language).revoked({ site: origin, because });
  if (list) await queueOwnMail(writer, { list, to: address, ...words, language, now });
  return true;
}

/** For how long a token may be good, in days. */
export const TOKEN_DAYS = 365;

/** Makes what stands for somebody in programs; gives its text, which nobody keeps but them. */
export async function makeAccessToken(
  writer: Writer,
  {
    folded,
    label,
    scopes = ['push'],
    days = TOKEN_DAYS,
    now,
  }: {
    readonly folded: string;
    readonly label: string;
    readonly scopes?: readonly TokenScope[];
    /** For how many it is good: {@link TOKEN_DAYS} at most. */
    readonly days?: number;
    readonly now: number;
  },
): Promise<string> {
  const token = newToken();
  await addAccessToken(writer, {
    hash: tokenHash(token),
    id: newId(),
    folded,
    label,
    scopes: scopes.join(' '),
    created_at: now,
    expires_at: now + Math.min(days, TOKEN_DAYS) * 86_400,
    used_at: null,
  });
  await noteAudit(writer, {
    at: now,
    who: folded,
    what: 'token',
    about: folded,
    detail: `${label} (${scopes.join(' ')})`,
  });
  return token;
}
