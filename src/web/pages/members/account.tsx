import { requestAccess } from '../../../members/access.ts';
import type { OpenIdProvider } from '../../../members/openid/provider.ts';
import { type AddingFault, forgetPasskey } from '../../../members/passkeys/add.ts';
import { endSession, signOutEverywhere } from '../../../members/sessions.ts';
import { removeOwnSshKey } from '../../../members/ssh-keys.ts';
import { scopesOfToken } from '../../../members/token-scopes.ts';
import { accessRequestOf, noteAudit } from '../../../store/members.ts';
import { passkeysOf } from '../../../store/passkeys.ts';
import { accessTokensOf, removeAccessToken, sessionsOf } from '../../../store/sessions.ts';
import { sshKeysOf } from '../../../store/ssh-keys.ts';
import { type Answer, movedAnswer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAction, ownAddress } from '../../context.ts';
import { moment } from '../../lists/moment.ts';
import { addSentSshKey } from '../../members/ssh-key-form.ts';
import { makeToken } from '../../members/token-form.ts';
import {
  type Member,
  type MemberPage,
  memberList,
  memberOf,
  secondsOf,
  type Visitor,
} from '../../members/visitor.ts';
import { OWN_PROPOSALS } from '../../proposals/addresses.ts';
import { AccountPage } from '../../views/members/account-page.tsx';
import { Passkeys } from '../../views/members/passkeys.tsx';
import { type RefusedKey, SshKeys } from '../../views/members/ssh-keys.tsx';
import type { TokenFault } from '../../views/members/tokens-section.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';
import { oneLine } from './one-line.ts';
import { OWN_DATA } from './own-data.tsx';
import { addSentPasskey, ownParty } from './passkeys.tsx';
import { toAccount } from './sign-in.tsx';
import { signedOut } from './signed-out.tsx';

const MAX_LABEL = 100;
const MAX_REASON = 2_000;

/** Who one is, where one is signed in, and what stands for one in programs: `/-/account`. */
export function accountPage(provider: OpenIdProvider | undefined): MemberPage {
  return (context, visitor, fields) => account(context, provider, visitor, fields);
}

async function account(
  context: Context,
  provider: OpenIdProvider | undefined,
  visitor: Visitor,
  fields: URLSearchParams | undefined,
): Promise<Answer> {
  const language = askedLanguage(context);
  const member = await memberOf(context, visitor);
  if (!member) return movedAnswer(ownAddress(context.site, '/-/sign-in', language), 303);
  if (!fields) return await shown(context, member);
  const { database } = context.wiki;
  const now = secondsOf(context);
  const { folded, address } = member;
  const id = fields.get('id') ?? '';
  switch (fields.get('do')) {
    case 'sign-out':
      await database.write((writer) =>
        endSession(writer, { folded, address, id: member.session }, 'sign-out', now),
      );
      return await signedOut(context, visitor, provider);
    case 'sign-out-everywhere':
      await database.write((writer) => signOutEverywhere(writer, member, now));
      return await signedOut(context, visitor, provider);
    case 'end-session':
      await database.write((writer) => endSession(writer, { folded, address, id }, 'end-session', now));
      break;
    case 'add-passkey': {
      const fault = await addSentPasskey(context, visitor, member, fields);
      if (fault) return await shown(context, member, { fault });
      break;
    }
    case 'remove-passkey':
      await forgetPasskey(database, member, id, now);
      break;
    case 'add-ssh-key': {
      const refusedKey = await addSentSshKey(context, member, fields);
      if (refusedKey) return await shown(context, member, { refusedKey });
      break;
    }
    case 'remove-ssh-key':
      await removeOwnSshKey(database, member, id, now);
      break;
    case 'revoke-token':
      await database.write(async (writer) => {
        const label = await removeAccessToken(writer, folded, id);
        if (label === undefined) return;
        const entry = { at: now, who: folded, what: 'token-revoked', about: folded, detail: label };
        await noteAudit(writer, entry);
      });
      break;
    case 'token': {
      const made = await makeToken(context, member, fields);
      if (made) return await shown(context, member, made);
      break;
    }
    case 'request':
      await request(context, member, fields);
      break;
  }
  return toAccount(context);
}

async function request(context: Context, { address, held }: Member, fields: URLSearchParams): Promise<void> {
  const list = memberList(context);
  const name = oneLine(fields, 'name', MAX_LABEL);
  const reason = (fields.get('reason') ?? '').replace(/\r\n?/g, '\n').trim().slice(0, MAX_REASON);
  if (name === '' || reason === '' || held.length > 0) return;
  const { origin, site, wiki } = context;
  const place = { list, origin, language: site.defaultLanguage, now: secondsOf(context) };
  await wiki.database.write((writer) => requestAccess(writer, { address, name, reason }, place));
}

/** What was just done, or could not be. */
interface Done {
  readonly token?: string;
  readonly fault?: AddingFault;
  readonly tokenFault?: TokenFault;
  readonly refusedKey?: RefusedKey;
}

async function shown(
  context: Context,
  member: Member,
  { token, fault, tokenFault, refusedKey }: Done = {},
): Promise<Answer> {
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const { site, wiki } = context;
  const { reader } = wiki.database;
  const { folded, address, role, held } = member;
  const tokens = await accessTokensOf(reader, folded);
  const sessions = await sessionsOf(reader, folded);
  const when = (seconds: number) => moment(site, messages, seconds);
  return await mailAnswer(context, {
    language,
    title: messages.members.accountTitle,
    ...((fault ?? tokenFault ?? refusedKey) && { status: 400 }),
    content: (
      <AccountPage
        messages={messages}
        address={address}
        role={role}
        held={held}
        ownDataHref={ownAddress(site, OWN_DATA, language)}
        action={ownAction(context)}
        reviewHref={ownAddress(site, OWN_PROPOSALS, language)}
        membersHref={ownAddress(site, '/-/members', language)}
        name={member.name}
        hasAsked={(await accessRequestOf(reader, folded)) !== undefined}
        token={token}
        {...(tokenFault && { tokenFault })}
        tokens={tokens.map(({ id, label, scopes, expires_at, used_at }) => ({
          id,
          label,
          scopes: scopesOfToken({ scopes }),
          expires: when(expires_at),
          used: used_at === null ? undefined : when(used_at),
        }))}
        {...(held.length > 0 && { sshKeys: await sshKeySection(context, member, refusedKey) })}
        passkeys={await passkeySection(context, member, fault)}
        sessions={sessions.map(({ id, agent, seen_at }) => ({
          id,
          agent,
          seen: when(seen_at),
          isThis: id === member.session,
        }))}
      />
    ),
  });
}

async function passkeySection(context: Context, { folded }: Member, fault: AddingFault | undefined) {
  if (!ownParty(context)) return undefined;
  const { site, wiki } = context;
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const passkeys = await passkeysOf(wiki.database.reader, folded);
  return (
    <Passkeys
      messages={messages}
      action={ownAction(context)}
      optionsAction="/-/account/passkey/options"
      fault={fault}
      passkeys={passkeys.map(({ id, name, created_at, used_at }) => ({
        id,
        name,
        added: moment(site, messages, created_at),
        used: used_at === null ? undefined : moment(site, messages, used_at),
      }))}
    />
  );
}

async function sshKeySection(context: Context, { folded }: Member, refused: RefusedKey | undefined) {
  const { site, wiki } = context;
  const messages = messagesOf(context, askedLanguage(context));
  const keys = await sshKeysOf(wiki.database.reader, folded);
  return (
    <SshKeys
      messages={messages}
      action={ownAction(context)}
      refused={refused}
      keys={keys.map(({ fingerprint, type, label, created_at }) => ({
        ...{ fingerprint, type, label },
        added: moment(site, messages, Number(created_at)),
      }))}
    />
  );
}
