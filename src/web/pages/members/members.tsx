import { isAtLeast, ROLES } from '../../../members/roles.ts';
import { scopeOf } from '../../../members/scope.ts';
import { isUnused, UNUSED_MONTHS } from '../../../members/unused.ts';
import type { AccessGrantTable, Role } from '../../../store/member-tables.ts';
import { accessRequests, allGrants, auditTrail } from '../../../store/members.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAction, ownAddress } from '../../context.ts';
import { moment } from '../../lists/moment.ts';
import { decideAccess, type GrantDone, type GrantFault } from '../../members/grant-form.ts';
import { keeperOf, notAllowed } from '../../members/keeper.tsx';
import { type Member, type MemberPage, secondsOf } from '../../members/visitor.ts';
import type { Messages } from '../../messages/messages.ts';
import type { GrantView } from '../../views/members/grants-table.tsx';
import { MembersPage } from '../../views/members/members-page.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';

export const MEMBERS = '/-/members';
export const TRAIL = '/-/members/trail';

/** Of what members did, so much is on this page. */
const MAX_TRAIL = 20;

/** Who has a role, who asks for one, and what members did: for those who keep the wiki. `/-/members`, `?show=unused` */
export const membersPage: MemberPage = async (context, visitor, fields) => {
  const member = await keeperOf(context, visitor, 'maintainer');
  if (!member) return await notAllowed(context);
  const done = fields && (await decideAccess(context, member, fields));
  // What they could do a moment ago is asked for once more.
  const still = fields ? await keeperOf(context, visitor, 'maintainer') : member;
  return still ? await shown(context, still, done) : await notAllowed(context);
};

async function shown(context: Context, member: Member, done?: GrantDone): Promise<Answer> {
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const { site, wiki, query } = context;
  const { reader } = wiki.database;
  const now = secondsOf(context);
  const isAdministrator = isAtLeast(member.role, 'administrator');
  const all = await allGrants(reader);
  const unused = all.filter((grant) => isUnused(grant, now));
  const isFiltered = query.get('show') === 'unused';
  const moderators = Object.values(site.settings.lists).flatMap((list) => list.moderators);
  const fault = done && 'fault' in done ? done.fault : undefined;
  return await mailAnswer(context, {
    language,
    ...(fault && { status: fault.kind === 'gone' || fault.kind === 'above' ? 409 : 400 }),
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
        moderators={isFiltered ? [] : [...new Set(moderators)]}
        grants={(isFiltered ? unused : all).map((grant) => grantView(context, messages, grant))}
        filter={
          isFiltered
            ? { label: messages.grants.showAll, href: ownAddress(site, MEMBERS, language) }
            : unused.length === 0
              ? undefined
              : {
                  label: messages.grants.showUnused(unused.length),
                  href: ownAddress(site, MEMBERS, language, { show: 'unused' }),
                }
        }
        empty={isFiltered ? messages.grants.noUnused(UNUSED_MONTHS) : messages.members.nobody}
        trail={
          isAdministrator
            ? (await auditTrail(reader, { limit: MAX_TRAIL })).map((entry) => ({
                ...entry,
                when: moment(site, messages, entry.at),
              }))
            : []
        }
        {...(isAdministrator && { trailHref: ownAddress(site, TRAIL, language) })}
        {...toldOf(messages, done, fault)}
      />
    ),
  });
}

function toldOf({ grants }: Messages, done: GrantDone | undefined, fault: GrantFault | undefined) {
  if (fault) return { told: { fault: true, text: faultText(grants, fault) } };
  const given = done && 'given' in done ? done.given : undefined;
  return given === undefined ? {} : { told: { fault: false, text: grants.given(given) } };
}

function faultText(words: Messages['grants'], fault: GrantFault): string {
  return 'subject' in fault ? words.scopeFaults[fault.kind](fault.subject) : words.faults[fault.kind];
}

/** A role as it is listed. */
export function grantView(context: Context, messages: Messages, grant: AccessGrantTable): GrantView {
  const { id, name, address, role, granted_at, until, used_at } = grant;
  const when = (seconds: number) => moment(context.site, messages, seconds);
  return {
    ...{ id, name, address, role },
    scope: scopeOf(grant),
    since: when(granted_at),
    ends: until === null ? undefined : when(until),
    used: used_at === null ? undefined : when(used_at),
    unusedMonths: isUnused(grant, secondsOf(context)) ? UNUSED_MONTHS : undefined,
  };
}
