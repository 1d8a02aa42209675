import { grantAccess, refuseAccess, revokeAccess } from '../../../members/access.ts';
import { isAtLeast, ROLES } from '../../../members/roles.ts';
import type { Role } from '../../../store/member-tables.ts';
import { accessRequestOf, accessRequests, allMembers, auditTrail, memberAt } from '../../../store/members.ts';
import { type Answer, textAnswer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAction, ownAddress } from '../../context.ts';
import { moment } from '../../lists/moment.ts';
import { type Member, type MemberPage, memberList, memberOf, secondsOf } from '../../members/visitor.ts';
import { rfc3339 } from '../../rfc3339.ts';
import { MailNotice } from '../../views/mail-form.tsx';
import { MembersPage } from '../../views/members/members-page.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';
import { oneLine } from './one-line.ts';

const MAX_TRAIL = 200;
const MAX_EXPORTED = 100_000;
const MAX_BECAUSE = 500;

/** Who has a role, who asks for one, and what members did: for those who keep the wiki. `/-/members` */
export const membersPage: MemberPage = async (context, visitor, fields) => {
  const member = await memberOf(context, visitor);
  if (!member || !isAtLeast(member.role, 'maintainer')) return await notAllowed(context);
  if (fields) await decide(context, member, fields);
  return await shown(context, member);
};

/** What was noted, as a table: for administrators. `/-/members/trail.csv` */
export const trailPage: MemberPage = async (context, visitor) => {
  const member = await memberOf(context, visitor);
  if (!member || !isAtLeast(member.role, 'administrator')) return await notAllowed(context);
  const trail = await auditTrail(context.wiki.database.reader, MAX_EXPORTED);
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = trail.map(({ at, ...row }) =>
    [rfc3339(at), row.who, row.what, row.about, row.detail].map(quoted).join(','),
  );
  const text = ['at,who,what,about,detail', ...rows].map((row) => `${row}\r\n`).join('');
  return textAnswer(text, 'text/csv; charset=utf-8', {
    'cache-control': 'no-store',
    'content-disposition': 'attachment; filename="trail.csv"',
  });
};

async function decide(context: Context, member: Member, fields: URLSearchParams): Promise<void> {
  const list = memberList(context);
  if (!list) return;
  const { origin, site, wiki } = context;
  const place = { list, origin, language: site.defaultLanguage, now: secondsOf(context) };
  const folded = fields.get('id') ?? '';
  const because = oneLine(fields, 'because', MAX_BECAUSE);
  const by = member.address;
  await wiki.database.write(async (writer) => {
    if (fields.get('do') === 'refuse') await refuseAccess(writer, { folded, by, because }, place);
    const known = await memberAt(writer, folded, 0);
    // Nobody changes what is above them.
    const isAbove = known !== undefined && !isAtLeast(member.role, known.role);
    if (fields.get('do') === 'revoke' && !isAbove) await revokeAccess(writer, { folded, by, because }, place);
    const request = await accessRequestOf(writer, folded);
    const role = ROLES.find((one) => one === fields.get('role')) ?? 'committer';
    if (fields.get('do') !== 'grant' || !request || isAbove || !isAtLeast(member.role, role)) return;
    const { address, name } = request;
    await grantAccess(writer, { address, name, role, until: endOf(fields), by, because }, place);
  });
}

/** The end of a day, in seconds since 1970; null for none. */
export function endOf(fields: URLSearchParams): number | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.exec(fields.get('until') ?? '')?.[0];
  const time = day === undefined ? Number.NaN : Date.parse(`${day}T23:59:59Z`);
  return Number.isNaN(time) ? null : Math.floor(time / 1000);
}

async function shown(context: Context, member: Member): Promise<Answer> {
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const { site, wiki } = context;
  const { reader } = wiki.database;
  const when = (seconds: number | null) => (seconds === null ? undefined : moment(site, messages, seconds));
  const isAdministrator = isAtLeast(member.role, 'administrator');
  const moderators = Object.values(site.settings.lists).flatMap((list) => list.moderators);
  return await mailAnswer(context, {
    language,
    title: messages.members.membersTitle,
    content: (
      <MembersPage
        messages={messages}
        action={ownAction(context)}
        blockedHref={ownAddress(site, '/-/members/blocked', language)}
        undoHref={ownAddress(site, '/-/members/undo', language)}
        roles={ROLES.filter((role): role is Role => isAtLeast(member.role, role))}
        requests={(await accessRequests(reader)).map((request) => ({
          ...request,
          asked: moment(site, messages, request.created_at),
        }))}
        moderators={[...new Set(moderators)]}
        members={(await allMembers(reader)).map((one) => ({
          ...one,
          since: moment(site, messages, one.granted_at),
          ends: when(one.until),
          used: when(one.used_at),
        }))}
        trail={
          isAdministrator
            ? (await auditTrail(reader, MAX_TRAIL)).map((entry) => ({
                ...entry,
                when: moment(site, messages, entry.at),
              }))
            : []
        }
        {...(isAdministrator && { exportHref: ownAddress(site, '/-/members/trail.csv', language) })}
      />
    ),
  });
}

export async function notAllowed(context: Context): Promise<Answer> {
  const language = askedLanguage(context);
  const words = messagesOf(context, language).members;
  return await mailAnswer(context, {
    language,
    status: 403,
    title: words.notAllowed,
    content: (
      <MailNotice
        title={words.notAllowed}
        paragraphs={[words.notAllowedText]}
        links={[{ label: words.signInTitle, href: ownAddress(context.site, '/-/sign-in', language) }]}
      />
    ),
  });
}
