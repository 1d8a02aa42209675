import type { KnownAuthor, WhoFields } from '../../contributions/who.ts';
import type { ContributionFault } from '../../messages/contribution-messages.ts';
import type { Messages } from '../../messages/messages.ts';

interface WhoFormProps {
  readonly messages: Messages;
  readonly fields: WhoFields;
  readonly faults: readonly ContributionFault[];
  /** Who is signed in. */
  readonly author?: KnownAuthor | undefined;
  /** Whether who made it is known from a version before. */
  readonly isVersion?: boolean;
}

/** Why a change is made, and by whom. */
export function WhoForm({ messages, fields, faults, author, isVersion = false }: WhoFormProps) {
  const words = messages.contribution;
  return (
    <>
      <Field
        id="edit-reason"
        name="reason"
        label={words.reason}
        help={words.reasonHelp}
        value={fields.reason}
        maxlength={200}
        isWrong={faults.includes('reason')}
      />
      {!isVersion && (
        <fieldset class="edit-who">
          <legend>{words.who}</legend>
          <Field
            id="edit-name"
            name="name"
            label={words.name}
            value={fields.name}
            maxlength={100}
            autocomplete="name"
            isWrong={faults.includes('name')}
          />
          {author ? (
            <p>{words.signedInAs(author.address)}</p>
          ) : (
            <>
              <Field
                id="edit-address"
                name="address"
                type="email"
                label={words.address}
                help={words.addressHelp}
                value={fields.address}
                maxlength={254}
                autocomplete="email"
                isWrong={faults.includes('address')}
              />
              <div class="edit-trap" aria-hidden="true">
                <label for="edit-website">{words.leaveEmpty}</label>
                <input id="edit-website" name="website" tabindex={-1} autocomplete="off" />
              </div>
            </>
          )}
        </fieldset>
      )}
    </>
  );
}

const FIELDS: Readonly<Record<ContributionFault, string>> = {
  name: 'name',
  address: 'address',
  reason: 'reason',
  same: 'text',
  large: 'text',
  data: 'text',
};

/** What keeps a change from being sent, with the way to each field. */
export function Faults({
  messages,
  faults,
}: {
  readonly messages: Messages;
  readonly faults: readonly ContributionFault[];
}) {
  const words = messages.contribution;
  if (faults.length === 0) return null;
  return (
    <div class="mail-wrong" role="alert">
      <p>{words.wrong}</p>
      <ul>
        {faults.map((fault) => (
          <li>
            <a href={`#edit-${FIELDS[fault]}`}>{words.wrongs[fault]}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FieldProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly maxlength: number;
  readonly type?: string;
  readonly autocomplete?: string;
  readonly isWrong?: boolean;
}

/** A field of one line, with its label and what helps to fill it in. */
export function Field({ id, label, help, isWrong = false, ...input }: FieldProps) {
  return (
    <div class="mail-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        {...input}
        {...(isWrong && { 'aria-invalid': 'true' as const })}
        {...(help !== undefined && { 'aria-describedby': `${id}-help` })}
      />
      {help !== undefined && (
        <p class="mail-help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}
