import { endSessionUrl } from '../../../members/openid/end.ts';
import type { OpenIdProvider } from '../../../members/openid/provider.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf } from '../../context.ts';
import { setCookie } from '../../members/cookies.ts';
import type { MemberPage, Visitor } from '../../members/visitor.ts';
import { MailNotice } from '../../views/mail-form.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';

/** Where a provider sends back who signed out of it too: it must know this address. */
export const SIGNED_OUT = '/-/signed-out';

/** `/-/signed-out` */
export const signedOutPage: MemberPage = (context) => notice(context);

/** What is shown to who signed out here; whom an OpenID provider signed in is sent to sign out there too. */
export async function signedOut(
  context: Context,
  { session }: Visitor,
  provider: OpenIdProvider | undefined,
): Promise<Answer> {
  const idToken = session?.id_token ?? undefined;
  const url =
    provider && idToken && (await endSessionUrl(provider, idToken, `${context.origin}${SIGNED_OUT}`));
  const made = await notice(context, url ? { url, name: provider.settings.name } : undefined);
  return {
    ...made,
    headers: {
      ...made.headers,
      'set-cookie': setCookie(context, undefined),
      // A page may send no form elsewhere, and a redirection of one counts as that.
      ...(url && { refresh: `0; url=${url}` }),
    },
  };
}

async function notice(
  context: Context,
  there?: { readonly url: string; readonly name: string },
): Promise<Answer> {
  const language = askedLanguage(context);
  const { members, signIn } = messagesOf(context, language);
  return await mailAnswer(context, {
    language,
    title: members.signedOut,
    content: (
      <MailNotice
        title={members.signedOut}
        paragraphs={[members.signedOutText]}
        {...(there && { links: [{ label: signIn.signOutThere(there.name), href: there.url }] })}
      />
    ),
  });
}
