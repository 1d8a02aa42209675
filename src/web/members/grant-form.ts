import { foldAddress, readMailAddress } from '../../mail/mail-address.ts';
import { grantAccess, refuseAccess, revokeAccess } from '../../members/access.ts';
import { isAtLeast, ROLES, rolesOf, wholeRole } from '../../members/roles.ts';
import { readScope, type ScopeFault } from '../../members/scope.ts';
import type { Writer } from '../../store/database.ts';
import type { Role } from '../../store/member-tables.ts';
import { accessRequestOf, grantById, memberAt } from '../../store/members.ts';
import type { Context } from '../context.ts';
import { oneLine } from '../pages/members/one-line.ts';
import { endOfDay } from './end-of-day.ts';
import { type Member, memberList, secondsOf } from './visitor.ts';

/** Why what was sent is not done. */
export type GrantFault =
  | ScopeFault
  | { readonly kind: 'address' | 'name' | 'day' | 'above' | 'gone' | 'list' };

/** What was done: to whom a role was given. */
export type GrantDone = { readonly given?: string } | { readonly fault: GrantFault };

const MAX_BECAUSE = 500;
const MAX_NAME = 100;

/** Gives, refuses or takes back a role, as the form says, for somebody whose own role is asked for anew in the same transaction. */
export async function decideAccess(
  context: Context,
  member: Member,
  fields: URLSearchParams,
): Promise<GrantDone> {
  const list = memberList(context);
  const { origin, site, wiki } = context;
  const { lists } = site.settings;
  const place = { list, origin, language: site.defaultLanguage, now: secondsOf(context) };
  const by = member.address;
  const because = oneLine(fields, 'because', MAX_BECAUSE);
  return await wiki.database.write(async (writer): Promise<GrantDone> => {
    const own = wholeRole(await rolesOf(writer, by, { lists, now: place.now }));
    if (!isAtLeast(own, 'maintainer')) return { fault: { kind: 'above' } };
    const id = fields.get('id') ?? '';
    switch (fields.get('do')) {
      case 'refuse':
        return (await refuseAccess(writer, { folded: id, by, because }, place))
          ? {}
          : { fault: { kind: 'gone' } };
      case 'revoke': {
        const grant = await grantById(writer, id);
        if (!grant) return { fault: { kind: 'gone' } };
        // Nobody changes what is above them.
        if (!isAtLeast(own, grant.role)) return { fault: { kind: 'above' } };
        await revokeAccess(writer, { id, by, because }, place);
        return {};
      }
      case 'grant':
      case 'give': {
        const read = await readGrant(writer, fields, { lists: Object.keys(lists), now: place.now });
        if ('fault' in read) return read;
        const { folded, role } = read;
        const known = await memberAt(writer, folded, 0);
        if (!isAtLeast(own, role) || (known && !isAtLeast(own, known.role)))
          return { fault: { kind: 'above' } };
        await grantAccess(writer, { ...read, by, because }, place);
        return { given: read.address };
      }
    }
    return {};
  });
}

interface ReadGrant {
  readonly folded: string;
  readonly address: string;
  readonly name: string;
  readonly role: Role;
  readonly scope: { readonly paths: readonly string[]; readonly lists: readonly string[] };
  readonly until: number | null;
}

/** Reads what is to be granted: to whom asked for it, or to an address. */
async function readGrant(
  writer: Writer,
  fields: URLSearchParams,
  { lists, now }: { readonly lists: readonly string[]; readonly now: number },
): Promise<ReadGrant | { readonly fault: GrantFault }> {
  const isAsked = fields.get('do') === 'grant';
  const request = isAsked ? await accessRequestOf(writer, fields.get('id') ?? '') : undefined;
  if (isAsked && !request) return { fault: { kind: 'gone' } };
  const address = request?.address ?? readMailAddress(fields.get('address') ?? '');
  if (address === undefined) return { fault: { kind: 'address' } };
  const name = request?.name ?? oneLine(fields, 'name', MAX_NAME);
  if (name === '') return { fault: { kind: 'name' } };
  const role = ROLES.find((one) => one === fields.get('role')) ?? 'committer';
  const typed = { paths: fields.get('paths') ?? '', lists: fields.get('lists') ?? '' };
  const scope = readScope(typed, { role, known: lists });
  if ('fault' in scope) return scope;
  const until = endOfDay(fields);
  if (until === undefined || (until !== null && until <= now)) return { fault: { kind: 'day' } };
  return { folded: foldAddress(address), address, name, role, scope, until };
}
