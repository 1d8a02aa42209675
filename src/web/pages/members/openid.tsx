import { beginAttempt, takeAttempt } from '../../../members/attempts.ts';
import { beginOpenId } from '../../../members/openid/begin.ts';
import type { OpenIdFault } from '../../../members/openid/fault.ts';
import { finishOpenId } from '../../../members/openid/finish.ts';
import type { OpenIdProvider } from '../../../members/openid/provider.ts';
import { beginSession } from '../../../members/sessions.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../../context.ts';
import { Limiter } from '../../forms/limiter.ts';
import { setCookie } from '../../members/cookies.ts';
import { returnPath } from '../../members/return-path.ts';
import { type MemberPage, secondsOf } from '../../members/visitor.ts';
import type { RequestLog } from '../../request-log.ts';
import { MailNotice } from '../../views/mail-form.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';
import { tooMany } from '../mail/subscribe.tsx';
import { missingPage } from '../missing.tsx';
import { goOn } from './sign-in.tsx';

/** Sign-ins that a network may begin in an hour: that of an office has many people. */
const MAX_PER_CLIENT = 300;

/** Where the provider sends people back: it must know this address, whatever the language. */
const callbackUri = ({ origin }: Context) => `${origin}/-/sign-in/openid/callback`;

type Log = Pick<RequestLog, 'failed'>;

/** Sends somebody to the provider, and has their browser remember that it did: `/-/sign-in/openid`. */
export function openIdBeginning(provider: OpenIdProvider | undefined, log: Log): MemberPage {
  const limiter = new Limiter(MAX_PER_CLIENT);
  return async (context, { client }, fields) => {
    const language = askedLanguage(context);
    if (!provider) return await missingPage(context, language);
    if (!fields) return goOn(ownAddress(context.site, '/-/sign-in', language));
    if (!limiter.take(client)) return await tooMany(context);
    const begun = await beginOpenId(provider, {
      redirectUri: callbackUri(context),
      language,
      returnTo: returnPath(fields.get('return')),
    });
    if ('fault' in begun) return await faultAnswer(context, language, provider, begun, log);
    const token = await context.wiki.database.write((writer) =>
      beginAttempt(writer, 'openid', begun.expected, secondsOf(context)),
    );
    return await leaving(context, provider.settings.name, begun.url, token);
  };
}

/** A page may send no form elsewhere, and a redirection of one counts as that: this one leads there by itself. */
async function leaving(context: Context, name: string, url: string, token: string): Promise<Answer> {
  const language = askedLanguage(context);
  const words = messagesOf(context, language).signIn;
  const title = words.withProvider(name);
  const made = await mailAnswer(context, {
    language,
    title,
    content: (
      <MailNotice
        title={title}
        paragraphs={[words.leaving(name)]}
        links={[{ label: words.goThere(name), href: url }]}
      />
    ),
  });
  const cookie = setCookie(context, token, 'greffe-attempt');
  return { ...made, headers: { ...made.headers, 'set-cookie': cookie, refresh: `0; url=${url}` } };
}

/** Signs in whom the provider sends back: `/-/sign-in/openid/callback`. */
export function openIdCallback(provider: OpenIdProvider | undefined, log: Log): MemberPage {
  return async (context, visitor) => {
    if (!provider) return await missingPage(context, askedLanguage(context));
    const { database } = context.wiki;
    const now = secondsOf(context);
    const state = context.query.get('state');
    const expected = await database.write((writer) =>
      takeAttempt(writer, { token: visitor.attempt, kind: 'openid', now }, (one) => one.state === state),
    );
    const language = expected?.language ?? askedLanguage(context);
    if (!expected) return await faultAnswer(context, language, provider, { fault: 'stale' }, log);
    const identity = await finishOpenId(
      provider,
      new URL(`${callbackUri(context)}?${context.query}`),
      expected,
    );
    if ('fault' in identity) return await faultAnswer(context, language, provider, identity, log);
    const cookie = await database.write((writer) => beginSession(writer, identity, visitor, now));
    const moved = goOn(expected.returnTo ?? ownAddress(context.site, '/-/account', language));
    return { ...moved, headers: { ...moved.headers, 'set-cookie': setCookie(context, cookie) } };
  };
}

const STATUSES: Readonly<Record<OpenIdFault['fault'], number>> = {
  away: 503,
  wrong: 502,
  refused: 403,
  unverified: 403,
  level: 403,
  stale: 400,
};

/** Why nobody was signed in, and what to do; the operator is told what the provider did. */
async function faultAnswer(
  context: Context,
  language: string,
  { settings }: OpenIdProvider,
  { fault, cause }: OpenIdFault,
  log: Log,
): Promise<Answer> {
  if (cause !== undefined && fault !== 'stale') log.failed(cause, { path: context.path });
  const messages = messagesOf(context, language);
  const words = messages.signIn.faults[fault];
  return await mailAnswer(context, {
    language,
    status: STATUSES[fault],
    title: words.title(settings.name),
    content: (
      <MailNotice
        title={words.title(settings.name)}
        paragraphs={[words.remedy(settings.name)]}
        links={[
          { label: messages.members.signInTitle, href: ownAddress(context.site, '/-/sign-in', language) },
        ]}
      />
    ),
  });
}
