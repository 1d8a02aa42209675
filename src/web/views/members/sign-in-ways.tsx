import type { Messages } from '../../messages/messages.ts';
import { PasskeyForm } from './passkey-form.tsx';

interface SignInWaysProps {
  readonly messages: Messages;
  /** How an OpenID provider is called, where there is one. */
  readonly provider: string | undefined;
  readonly providerAction: string;
  /** Where a passkey signs in; undefined where there can be none. */
  readonly passkeyAction: string | undefined;
  /** Where to go then; undefined for the account. */
  readonly returnTo: string | undefined;
}

/** The ways to sign in besides a mail. */
export function SignInWays(props: SignInWaysProps) {
  const { messages, provider, providerAction, passkeyAction, returnTo } = props;
  const words = messages.signIn;
  const kept = returnTo !== undefined && <input type="hidden" name="return" value={returnTo} />;
  return (
    <>
      {provider !== undefined && (
        <form class="mail-form" action={providerAction} method="post">
          {kept}
          <button type="submit" class="button">
            {words.withProvider(provider)}
          </button>
        </form>
      )}
      {passkeyAction !== undefined && (
        <PasskeyForm
          messages={messages}
          kind="get"
          action={passkeyAction}
          optionsAction="/-/sign-in/passkey/options"
          button={words.withPasskey}
        >
          {kept}
        </PasskeyForm>
      )}
    </>
  );
}
