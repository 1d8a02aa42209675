import { foldAddress, readMailAddress } from '../../../mail/mail-address.ts';
import type { OpenIdProvider } from '../../../members/openid/provider.ts';
import { relyingParty } from '../../../members/passkeys/relying-party.ts';
import { askSignIn, isSignInLink, signInByLink } from '../../../members/sign-in.ts';
import { type Answer, movedAnswer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAction, ownAddress } from '../../context.ts';
import { gate } from '../../forms/gate.tsx';
import { Limiter } from '../../forms/limiter.ts';
import { setCookie } from '../../members/cookies.ts';
import { returnPath } from '../../members/return-path.ts';
import { type MemberPage, memberList, memberOf, secondsOf } from '../../members/visitor.ts';
import { MailFormPage, MailNotice } from '../../views/mail-form.tsx';
import { SignInWays } from '../../views/members/sign-in-ways.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';
import { sent, tooMany } from '../mail/subscribe.tsx';
import { missingPage } from '../missing.tsx';

/** Links that a client may have sent in an hour. */
const MAX_PER_CLIENT = 20;

/** The form in which one asks for a link to sign in: `/-/sign-in`. What is answered depends on what was typed alone. */
export function signInPage(provider: OpenIdProvider | undefined): MemberPage {
  const limiter = new Limiter(MAX_PER_CLIENT);
  return async (context, visitor, fields) => {
    const language = askedLanguage(context);
    const list = memberList(context);
    if (!list && !provider) return await missingPage(context, language);
    const to = returnPath((fields ?? context.query).get('return'));
    if (await memberOf(context, visitor)) return to === undefined ? toAccount(context) : goOn(to);
    // Where nobody is written to, there are the other ways.
    if (!fields || !list) return await form(context, provider);
    const typed = (fields.get('address') ?? '').trim().slice(0, 300);
    const address = readMailAddress(typed);
    if (address === undefined) return await form(context, provider, { wrong: typed, to });
    if (!limiter.take(visitor.client)) return await tooMany(context);
    const gated = await gate(context, { client: visitor.client, fields, address });
    if (gated.kind === 'answer') return gated.answer;
    const { origin } = context;
    if (gated.kind === 'taken')
      await context.wiki.database.write((writer) =>
        askSignIn(writer, { address: foldAddress(address), language, list, origin, to, now: gated.at }),
      );
    return await sent(context, undefined, address);
  };
}

/** The page of a link to sign in, whose button uses it up: `/-/sign-in/TOKEN`. */
export const signInLink: MemberPage = async (context, visitor, fields) => {
  const language = askedLanguage(context);
  const words = messagesOf(context, language).members;
  const token = context.path.slice('/-/sign-in/'.length);
  const now = secondsOf(context);
  const { database } = context.wiki;
  const cookie = fields && (await database.write((writer) => signInByLink(writer, token, visitor, now)));
  if (cookie !== undefined) {
    const to = returnPath(fields?.get('return'));
    const moved = to === undefined ? toAccount(context) : goOn(to);
    return { ...moved, headers: { ...moved.headers, 'set-cookie': setCookie(context, cookie) } };
  }
  const to = returnPath(context.query.get('return'));
  const isGood = !fields && (await isSignInLink(database.reader, token, now));
  const title = isGood ? words.linkTitle : words.linkGone;
  return await mailAnswer(context, {
    language,
    status: isGood ? 200 : 404,
    title,
    content: isGood ? (
      <MailNotice
        title={title}
        paragraphs={[words.linkText]}
        button={{
          action: ownAction(context),
          label: words.linkButton,
          ...(to !== undefined && { hidden: { return: to } }),
        }}
      />
    ) : (
      <MailNotice
        title={title}
        paragraphs={[words.linkGoneText]}
        links={[{ label: words.signInTitle, href: ownAddress(context.site, '/-/sign-in', language) }]}
      />
    ),
  });
};

export function toAccount(context: Context): Answer {
  return goOn(ownAddress(context.site, '/-/account', askedLanguage(context)));
}

/** See other (RFC 9110, 15.4.4): what was sent is not sent again. */
export function goOn(path: string): Answer {
  const made = movedAnswer(path, 303);
  return { ...made, headers: { ...made.headers, 'cache-control': 'no-store' } };
}

async function form(
  context: Context,
  provider: OpenIdProvider | undefined,
  { wrong, to }: { readonly wrong?: string; readonly to?: string | undefined } = {},
): Promise<Answer> {
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const words = messages.members;
  const returnTo = to ?? returnPath(context.query.get('return'));
  const ways = (
    <SignInWays
      messages={messages}
      provider={provider?.settings.name}
      providerAction={ownAddress(context.site, '/-/sign-in/openid', language)}
      passkeyAction={
        relyingParty(context.origin, '') && ownAddress(context.site, '/-/sign-in/passkey', language)
      }
      returnTo={returnTo}
    />
  );
  return await mailAnswer(context, {
    language,
    status: wrong === undefined ? 200 : 400,
    title: words.signInTitle,
    content: memberList(context) ? (
      <MailFormPage
        messages={messages}
        title={words.signInTitle}
        intro={words.signInIntro}
        action={ownAction(context)}
        button={words.signInButton}
        {...(returnTo !== undefined && { hidden: { return: returnTo } })}
        {...(wrong !== undefined && { wrong })}
        below={ways}
      />
    ) : (
      <MailNotice title={words.signInTitle} paragraphs={[words.signInIntro]} below={ways} />
    ),
  });
}
