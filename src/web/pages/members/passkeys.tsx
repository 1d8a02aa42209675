import { type AddingFault, type Asked, addPasskey, beginAdding } from '../../../members/passkeys/add.ts';
import { type RelyingParty, relyingParty } from '../../../members/passkeys/relying-party.ts';
import { beginWithPasskey, type PasskeyFault, signInByPasskey } from '../../../members/passkeys/sign-in.ts';
import { siteTitle } from '../../../wiki/site.ts';
import { type Answer, answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../../context.ts';
import { Limiter } from '../../forms/limiter.ts';
import { setCookie } from '../../members/cookies.ts';
import { returnPath } from '../../members/return-path.ts';
import {
  type Member,
  type MemberPage,
  memberList,
  memberOf,
  secondsOf,
  type Visitor,
} from '../../members/visitor.ts';
import { MailNotice } from '../../views/mail-form.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';
import { missingPage } from '../missing.tsx';
import { oneLine } from './one-line.ts';
import { goOn } from './sign-in.tsx';

/** Sign-ins that a network may begin in an hour: that of an office has many people. */
const MAX_PER_CLIENT = 300;

const MAX_NAME = 100;

/** This site, as devices know it; undefined where there can be no passkeys. */
export function ownParty({ origin, site }: Context): RelyingParty | undefined {
  return relyingParty(origin, siteTitle(site, site.defaultLanguage));
}

/** What a script asks a device for, to sign in: `/-/sign-in/passkey/options`. */
export function passkeyOptions(): MemberPage {
  const limiter = new Limiter(MAX_PER_CLIENT);
  return async (context, { client }, fields) => {
    const party = ownParty(context);
    if (!party || !fields) return await missingPage(context, askedLanguage(context));
    if (!limiter.take(client)) return json(429, {});
    return asking(context, await beginWithPasskey(context.wiki.database, party, secondsOf(context)));
  };
}

/** What a script asks a device for, to add a passkey: `/-/account/passkey/options`. */
export const newPasskeyOptions: MemberPage = async (context, visitor, fields) => {
  const party = ownParty(context);
  const member = await memberOf(context, visitor);
  if (!party || !fields) return await missingPage(context, askedLanguage(context));
  if (!member) return json(403, {});
  return asking(context, await beginAdding(context.wiki.database, member, party, secondsOf(context)));
};

/** Signs in whom a device says it is: `/-/sign-in/passkey`. */
export const passkeySignIn: MemberPage = async (context, visitor, fields) => {
  const language = askedLanguage(context);
  const party = ownParty(context);
  if (!party) return await missingPage(context, language);
  const account = ownAddress(context.site, '/-/account', language);
  if (!fields) return goOn(account);
  const place = { database: context.wiki.database, party, now: secondsOf(context) };
  const sent = { token: visitor.attempt, json: fields.get('credential') ?? '' };
  const signed = await signInByPasskey(place, sent, visitor);
  if ('fault' in signed) return await faultAnswer(context, signed.fault);
  const moved = goOn(returnPath(fields.get('return')) ?? account);
  return { ...moved, headers: { ...moved.headers, 'set-cookie': setCookie(context, signed.cookie) } };
};

/** Adds the passkey of a form; why it is not, where it is not. */
export async function addSentPasskey(
  context: Context,
  { attempt }: Visitor,
  member: Member,
  fields: URLSearchParams,
): Promise<AddingFault | undefined> {
  const party = ownParty(context);
  if (!party) return 'wrong';
  const place = {
    ...{ database: context.wiki.database, party, list: memberList(context) },
    ...{ language: askedLanguage(context), now: secondsOf(context) },
  };
  const name = oneLine(fields, 'name', MAX_NAME) || party.name;
  return await addPasskey(place, member, { token: attempt, name, json: fields.get('credential') ?? '' });
}

async function faultAnswer(context: Context, fault: PasskeyFault): Promise<Answer> {
  const language = askedLanguage(context);
  const { members, signIn } = messagesOf(context, language);
  return await mailAnswer(context, {
    language,
    status: fault === 'stale' ? 400 : 403,
    title: signIn.passkeyNotTaken,
    content: (
      <MailNotice
        title={signIn.passkeyNotTaken}
        paragraphs={[signIn.passkeyFaults[fault]]}
        links={[{ label: members.signInTitle, href: ownAddress(context.site, '/-/sign-in', language) }]}
      />
    ),
  });
}

function asking(context: Context, { options, token }: Asked): Answer {
  return json(200, options, { 'set-cookie': setCookie(context, token, 'greffe-attempt') });
}

function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return answer(status, JSON.stringify(value), {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    ...headers,
  });
}
