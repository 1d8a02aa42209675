import type { Messages } from '../messages/messages.ts';

/** What a form of the API asks for. */
export type ApiField = {
  readonly name: string;
  readonly about: string;
  readonly required: boolean;
} & (
  | { readonly kind: 'text'; readonly value?: string }
  | { readonly kind: 'number'; readonly minimum: number; readonly maximum: number; readonly usual: string }
  | { readonly kind: 'choice'; readonly choices: readonly string[]; readonly usual?: string }
  | { readonly kind: 'several'; readonly choices: readonly string[] }
);

export interface ApiFormProps {
  readonly messages: Messages;
  readonly operation: string;
  /** Of the operation, in words. */
  readonly title: string;
  readonly action: string;
  readonly fields: readonly ApiField[];
}

/** The parameters of an operation, told and to be filled in. Without script, sending opens the answer. */
export function ApiForm({ messages, operation, title, action, fields }: ApiFormProps) {
  const words = messages.api;
  return (
    <form class="api-form" action={action}>
      <input type="hidden" name="operation" value={operation} />
      {fields.map((field) => (
        <Field words={words} operation={operation} field={field} />
      ))}
      <p class="api-send">
        <button type="submit" class="button">
          {words.send}
          <span class="visually-hidden">{` – ${title}`}</span>
        </button>
      </p>
    </form>
  );
}

interface FieldProps {
  readonly words: Messages['api'];
  readonly operation: string;
  readonly field: ApiField;
}

function Field({ words, operation, field }: FieldProps) {
  const { name, about, required, kind } = field;
  const id = `${operation}:${name}`;
  const hint = `${id}:about`;
  const label = (
    <>
      <code>{name}</code>
      {required && <span class="required">{words.required}</span>}
    </>
  );
  if (kind === 'several')
    return (
      <fieldset class="api-field" aria-describedby={hint}>
        <legend>{label}</legend>
        <p class="hint" id={hint}>
          {about}
        </p>
        <p class="api-choices">
          {field.choices.map((choice) => (
            <label>
              <input type="checkbox" name={name} value={choice} />
              <code>{choice}</code>
            </label>
          ))}
        </p>
      </fieldset>
    );
  return (
    <div class="api-field">
      <label for={id}>{label}</label>
      <p class="hint" id={hint}>
        {'usual' in field && field.usual !== undefined
          ? `${about.replace(/\.$/, '')} (${words.usual(field.usual)}).`
          : about}
      </p>
      {kind === 'choice' && (
        <select id={id} name={name} aria-describedby={hint}>
          <option value="">{field.usual ?? words.any}</option>
          {field.choices
            .filter((choice) => choice !== field.usual)
            .map((choice) => (
              <option value={choice}>{choice}</option>
            ))}
        </select>
      )}
      {kind === 'number' && (
        <input
          type="number"
          id={id}
          name={name}
          min={field.minimum}
          max={field.maximum}
          aria-describedby={hint}
        />
      )}
      {kind === 'text' && (
        <input
          type="text"
          id={id}
          name={name}
          value={field.value}
          required={required}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={hint}
        />
      )}
    </div>
  );
}
