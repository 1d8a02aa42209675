import type { Messages } from '../../messages/messages.ts';

interface DeclareForm {
  readonly kind: 'user' | 'referent';
  readonly isDeclared: boolean;
  readonly name: string;
  readonly organisation: string;
  readonly purpose: string;
  readonly version: string;
  readonly showsName: boolean;
  readonly showsOrganisation: boolean;
  readonly showsAddress: boolean;
}

interface DeclarePageProps {
  readonly messages: Messages;
  readonly name: string;
  readonly address: string;
  readonly action: string;
  readonly backHref: string;
  readonly forms: readonly DeclareForm[];
  readonly told?: { readonly fault: boolean; readonly text: string };
}

/** Where somebody says that they use a software or can help, and takes it back. */
export function DeclarePage({ messages, name, address, action, backHref, forms, told }: DeclarePageProps) {
  const words = messages.software;
  return (
    <article class="member-page">
      <header class="page-header">
        <h1>{words.declareTitle(name)}</h1>
        <p class="description">{messages.members.signedInAs(address)}</p>
      </header>
      {told && (
        <p class={told.fault ? 'mail-wrong' : 'mail-done'} role={told.fault ? 'alert' : 'status'}>
          {told.text}
        </p>
      )}
      <p>{words.declareIntro}</p>
      <p>
        <a href={backHref}>{words.backTo(name)}</a>
      </p>
      {forms.map((form) => (
        <section>
          <h2>{words.kinds[form.kind]}</h2>
          <form class="mail-form" action={action} method="post">
            <input type="hidden" name="kind" value={form.kind} />
            <Field kind={form.kind} name="name" label={words.yourName} value={form.name} complete="name" />
            <Field
              kind={form.kind}
              name="organisation"
              label={words.yourOrganisation}
              value={form.organisation}
              complete="organization"
            />
            <Field kind={form.kind} name="purpose" label={words.purpose} value={form.purpose} />
            {form.kind === 'user' && (
              <Field kind={form.kind} name="version" label={words.version} value={form.version} />
            )}
            <fieldset class="mail-modes">
              <legend>{words.visible}</legend>
              <p>{words.visibleIntro}</p>
              <Tick name="shows_name" label={words.showName} isTicked={form.showsName} />
              <Tick
                name="shows_organisation"
                label={words.showOrganisation}
                isTicked={form.showsOrganisation}
              />
              <Tick name="shows_address" label={words.showAddress(address)} isTicked={form.showsAddress} />
            </fieldset>
            <p class="software-buttons">
              <button type="submit" class="button" name="do" value="declare">
                {words.declareButton}
              </button>{' '}
              {form.isDeclared && (
                <button type="submit" class="button" name="do" value="withdraw">
                  {words.withdrawButton}
                </button>
              )}
            </p>
          </form>
        </section>
      ))}
    </article>
  );
}

function Field(props: {
  readonly kind: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly complete?: string;
}) {
  const id = `${props.kind}-${props.name}`;
  return (
    <div class="mail-field">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        name={props.name}
        value={props.value}
        maxlength={200}
        autocomplete={props.complete ?? 'off'}
      />
    </div>
  );
}

function Tick({
  name,
  label,
  isTicked,
}: {
  readonly name: string;
  readonly label: string;
  readonly isTicked: boolean;
}) {
  return (
    <label>
      <input type="checkbox" name={name} value="yes" checked={isTicked} />
      <span>{label}</span>
    </label>
  );
}
