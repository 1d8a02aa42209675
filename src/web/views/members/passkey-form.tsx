import type { Child } from 'hono/jsx';
import type { Messages } from '../../messages/messages.ts';

interface PasskeyFormProps {
  readonly messages: Messages;
  /** Whether a device makes a passkey, or uses one. */
  readonly kind: 'create' | 'get';
  readonly action: string;
  /** Where the script learns what to ask the device for. */
  readonly optionsAction: string;
  readonly button: string;
  /** What it sends besides. */
  readonly children?: Child;
  /** What its button does. */
  readonly what?: string;
}

/** A form that a script shows, where the browser has passkeys: without one it could send nothing. */
export function PasskeyForm(props: PasskeyFormProps) {
  const { messages, kind, action, optionsAction, button, children, what } = props;
  return (
    <form
      class="mail-form passkey-form"
      action={action}
      method="post"
      hidden
      data-passkey={kind}
      data-passkey-options={optionsAction}
      data-passkey-words={JSON.stringify(messages.signIn.passkeyScript)}
    >
      {children}
      <input type="hidden" name="credential" value="" />
      {what !== undefined && <input type="hidden" name="do" value={what} />}
      <button type="submit" class="button">
        {button}
      </button>
      <p class="mail-wrong" role="status"></p>
    </form>
  );
}
