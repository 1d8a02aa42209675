import type { MailList } from '../mail/list.ts';
import { foldAddress } from '../mail/mail-address.ts';
import { queueOwnMail } from '../mail/own-mail.ts';
import { newId, newToken, tokenHash } from '../mail/tokens.ts';
import type { Writer } from '../store/database.ts';
import type { Role } from '../store/member-tables.ts';
import {
  accessRequestOf,
  allMembers,
  memberAt,
  noteAudit,
  removeAccessRequest,
  removeMember,
  saveAccessRequest,
  saveMember,
} from '../store/members.ts';
import { addAccessToken } from '../store/sessions.ts';
import { isAtLeast } from './roles.ts';
import { memberWords } from './sign-in.ts';

/** Where and when it happens. `now` is in seconds since 1970. */
export interface AccessPlace {
  /** The list in whose name mails are sent. */
  readonly list: MailList;
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
  const granting = (await allMembers(writer)).filter(({ role }) => isAtLeast(role, 'maintainer'));
  const told = new Set([...list.settings.moderators, ...granting.map((member) => member.address)]);
  for (const to of told)
    await queueOwnMail(writer, {
      list,
      to,
      ...memberWords(language).requested({ name, address, reason, link: `${origin}/-/members` }),
      language,
      now,
    });
}

/** Gives somebody a role, and tells them. `by`: who does it. */
export async function grantAccess(
  writer: Writer,
  {
    address,
    name,
    role,
    until,
    by,
    because,
  }: {
    readonly address: string;
    readonly name: string;
    readonly role: Role;
    readonly until: number | null;
    readonly by: string;
    readonly because: string;
  },
  { list, origin, language, now }: AccessPlace,
): Promise<void> {
  const folded = foldAddress(address);
  await saveMember(writer, {
    ...{ folded, address, name, role, until },
    granted_by: by,
    granted_at: now,
    used_at: null,
  });
  await removeAccessRequest(writer, folded);
  await noteAudit(writer, {
    at: now,
    who: by,
    what: 'grant',
    about: address,
    detail: `${role} ${because}`.trim(),
  });
  const words = memberWords(language).granted({ site: origin, link: `${origin}/-/account`, because });
  await queueOwnMail(writer, { list, to: address, ...words, language, now });
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
  await queueOwnMail(writer, { list, to: request.address, ...words, language, now });
  return true;
}

/** Takes a role back, with the sessions, passkeys and tokens of who had it: nothing of theirs is done from now on. */
export async function revokeAccess(
  writer: Writer,
  { folded, by, because }: { readonly folded: string; readonly by: string; readonly because: string },
  { list, origin, language, now }: AccessPlace,
): Promise<boolean> {
  const member = await memberAt(writer, folded, 0);
  if (!(await removeMember(writer, folded))) return false;
  const address = member?.address ?? folded;
  await noteAudit(writer, { at: now, who: by, what: 'revoke', about: address, detail: because });
  const words = memberWords(language).revoked({ site: origin, because });
  await queueOwnMail(writer, { list, to: address, ...words, language, now });
  return true;
}

/** For how long a token is good, in days. */
export const TOKEN_DAYS = 365;

/** Makes what stands for somebody in programs; gives its text, which nobody keeps but them. */
export async function makeAccessToken(
  writer: Writer,
  { folded, label, now }: { readonly folded: string; readonly label: string; readonly now: number },
): Promise<string> {
  const token = newToken();
  await addAccessToken(writer, {
    hash: tokenHash(token),
    id: newId(),
    folded,
    label,
    created_at: now,
    expires_at: now + TOKEN_DAYS * 86_400,
    used_at: null,
  });
  await noteAudit(writer, { at: now, who: folded, what: 'token', about: folded, detail: label });
  return token;
}
