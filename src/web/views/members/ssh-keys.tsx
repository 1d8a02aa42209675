import type { SshKeyFault } from '../../../members/ssh-keys.ts';
import type { Moment } from '../../lists/moment.ts';
import type { Messages } from '../../messages/messages.ts';
import { Small } from './small.tsx';

interface SshKeysProps {
  readonly messages: Messages;
  readonly action: string;
  /** Why one was not added, and what was typed. */
  readonly refused: RefusedKey | undefined;
  readonly keys: readonly {
    readonly fingerprint: string;
    readonly type: string;
    readonly label: string;
    readonly added: Moment;
  }[];
}

/** A key that was not added; its text is not sent back where it is a private one. */
export interface RefusedKey {
  readonly fault: SshKeyFault;
  readonly text: string;
  readonly label: string;
}

/** The keys by which a member comes over SSH, and the form that adds one. */
export function SshKeys({ messages, action, refused, keys }: SshKeysProps) {
  const words = messages.sshKeys;
  return (
    <section id="ssh-keys">
      <h2>{words.title}</h2>
      <p>{words.intro}</p>
      {keys.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="member-list">
          {keys.map(({ fingerprint, type, label, added }) => (
            <li>
              <span>
                {label}, {words.added(added.text)}
                <span class="member-key">
                  {type} – {words.fingerprint} <code>{fingerprint}</code>
                </span>
              </span>
              <Small
                action={action}
                what="remove-ssh-key"
                id={fingerprint}
                label={words.remove}
                about={words.removeOf(label)}
              />
            </li>
          ))}
        </ul>
      )}
      <form class="mail-form" action={`${action}#ssh-keys`} method="post">
        {refused && (
          <p class="mail-wrong" role="alert" id="ssh-key-fault">
            {words.faults[refused.fault]}
          </p>
        )}
        <div class="mail-field">
          <label for="ssh-key">{words.key}</label>
          <textarea
            id="ssh-key"
            name="key"
            rows={4}
            maxlength={12_000}
            spellcheck={false}
            autocomplete="off"
            autocapitalize="off"
            required
            {...(refused && { 'aria-invalid': 'true' })}
            aria-describedby={refused ? 'ssh-key-fault ssh-key-help' : 'ssh-key-help'}
          >
            {refused && refused.fault !== 'private' ? refused.text : ''}
          </textarea>
          <p class="mail-help" id="ssh-key-help">
            {words.keyHelp}
          </p>
        </div>
        <div class="mail-field">
          <label for="ssh-key-label">{words.label}</label>
          <input
            id="ssh-key-label"
            name="label"
            maxlength={100}
            value={refused?.label ?? ''}
            aria-describedby="ssh-key-label-help"
          />
          <p class="mail-help" id="ssh-key-label-help">
            {words.labelHelp}
          </p>
        </div>
        <button type="submit" class="button" name="do" value="add-ssh-key">
          {words.add}
        </button>
      </form>
    </section>
  );
}
