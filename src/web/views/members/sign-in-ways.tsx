import type { Messages } from '../../messages/messages.ts';

interface SignInWaysProps {
  readonly messages: Messages;
  /** How an OpenID provider is called, where there is one. */
  readonly provider: string | undefined;
  readonly providerAction: string;
  /** Where to go then; undefined for the account. */
  readonly returnTo: string | undefined;
}

/** The ways to sign in besides a mail. */
export function SignInWays({ messages, provider, providerAction, returnTo }: SignInWaysProps) {
  const words = messages.signIn;
  if (provider === undefined) return null;
  return (
    <section class="sign-in-ways">
      <h2>{words.otherWays}</h2>
      <form action={providerAction} method="post">
        {returnTo !== undefined && <input type="hidden" name="return" value={returnTo} />}
        <button type="submit" class="button">
          {words.withProvider(provider)}
        </button>
      </form>
    </section>
  );
}
