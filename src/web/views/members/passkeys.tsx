import type { AddingFault } from '../../../members/passkeys/add.ts';
import type { Moment } from '../../lists/moment.ts';
import type { Messages } from '../../messages/messages.ts';
import { PasskeyForm } from './passkey-form.tsx';
import { Small } from './small.tsx';

interface PasskeysProps {
  readonly messages: Messages;
  readonly action: string;
  readonly optionsAction: string;
  /** Why one was not added. */
  readonly fault: AddingFault | undefined;
  readonly passkeys: readonly {
    readonly id: string;
    readonly name: string;
    readonly added: Moment;
    readonly used: Moment | undefined;
  }[];
}

/** The passkeys of an account, and what adds one. */
export function Passkeys({ messages, action, optionsAction, fault, passkeys }: PasskeysProps) {
  const words = messages.signIn;
  return (
    <section>
      <h2>{words.passkeysTitle}</h2>
      <p>{words.passkeysIntro}</p>
      {fault && (
        <p class="mail-wrong" role="alert">
          {words.addingFaults[fault]}
        </p>
      )}
      <ul class="member-list">
        {passkeys.map(({ id, name, added, used }) => (
          <li>
            <span>
              {name}, {words.passkeyAdded(added.text)},{' '}
              {used ? messages.members.lastUsed(used.text) : words.passkeyNeverUsed}
            </span>
            <Small action={action} what="remove-passkey" id={id} label={words.passkeyRemove} />
          </li>
        ))}
      </ul>
      <noscript>
        <p>{words.passkeyNeedsScript}</p>
      </noscript>
      <PasskeyForm
        messages={messages}
        kind="create"
        action={action}
        optionsAction={optionsAction}
        button={words.passkeyAdd}
        what="add-passkey"
      >
        <div class="mail-field">
          <label for="passkey-name">{words.passkeyName}</label>
          <input id="passkey-name" name="name" maxlength={100} required />
        </div>
      </PasskeyForm>
    </section>
  );
}
