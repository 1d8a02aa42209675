import type { ContributionFault } from '../../messages/contribution-messages.ts';
import type { Messages } from '../../messages/messages.ts';
import { type EditPreview, Preview } from './edit-preview.tsx';

/** What the form holds. */
export interface EditFields {
  readonly text: string;
  /** The commit that it was made from. */
  readonly base: string;
  readonly reason: string;
  readonly name: string;
  readonly address: string;
}

export interface EditPageProps {
  readonly messages: Messages;
  readonly path: string;
  /** Of the page, as it is now; its path where it is no page. */
  readonly title: string;
  readonly isPage: boolean;
  readonly isNew: boolean;
  readonly action: string;
  readonly fields: EditFields;
  /** Of the text (BCP 47). */
  readonly language: string;
  /** Whether who sends it is known: then no name is asked for. */
  readonly isKnown: boolean;
  readonly faults: readonly ContributionFault[];
  /** What happened to the page meanwhile. */
  readonly meanwhile?: 'merged' | 'conflict';
  readonly preview?: EditPreview;
  readonly backHref: string;
  readonly byMailHref: string;
}

/** The text of a page, to change it. */
export function EditPage(props: EditPageProps) {
  const { messages, path, isPage, isNew, action, fields, isKnown, faults, preview, meanwhile, language } =
    props;
  const words = messages.contribution;
  return (
    <article class="edit-page">
      <header class="page-header">
        <h1>{isNew ? words.newTitle(path) : words.editTitle(props.title)}</h1>
        <p class="description">{words.intro}</p>
        <ul class="page-meta">
          <li>
            <code>{path}</code>
          </li>
          {!isNew && (
            <li>
              <a href={props.backHref}>{words.backToPage}</a>
            </li>
          )}
          <li>
            <a href={props.byMailHref}>{words.byMail}</a>
          </li>
        </ul>
      </header>
      {faults.length > 0 && (
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
      )}
      {meanwhile && (
        <p class="proposal-verdict verdict-conflict" role="alert">
          {words[meanwhile]}
        </p>
      )}
      <p class="edit-draft" data-edit-draft hidden>
        {words.draftKept}{' '}
        <button type="button" class="button" data-restore>
          {words.draftRestore}
        </button>{' '}
        <button type="button" class="button" data-forget>
          {words.draftForget}
        </button>
      </p>
      <div class="edit-layout">
        <div class="edit-results">
          {preview && <Preview messages={messages} preview={preview} language={language} />}
        </div>
        <form class="edit-form" action={action} method="post" data-edit={path}>
          <input type="hidden" name="base" value={fields.base} />
          <div class="edit-field edit-field-text">
            <label for="edit-text">{words.text}</label>
            {isPage && (
              <p class="mail-help" id="edit-text-help">
                {words.textHelp}
              </p>
            )}
            <textarea
              id="edit-text"
              name="text"
              rows={24}
              lang={language}
              spellcheck={true}
              {...(isPage && { 'aria-describedby': 'edit-text-help' })}
              {...invalid(faults, 'same', 'large')}
            >
              {`\n${fields.text}`}
            </textarea>
          </div>
          <div>
            <button type="submit" class="button" name="do" value="preview">
              {words.preview}
            </button>
          </div>
          <Field
            id="edit-reason"
            name="reason"
            label={words.reason}
            help={words.reasonHelp}
            value={fields.reason}
            maxlength={200}
            {...invalid(faults, 'reason')}
          />
          {!isKnown && (
            <fieldset class="edit-who">
              <legend>{words.who}</legend>
              <Field
                id="edit-name"
                name="name"
                label={words.name}
                value={fields.name}
                maxlength={100}
                autocomplete="name"
                {...invalid(faults, 'name')}
              />
              <Field
                id="edit-address"
                name="address"
                type="email"
                label={words.address}
                help={words.addressHelp}
                value={fields.address}
                maxlength={254}
                autocomplete="email"
                {...invalid(faults, 'address')}
              />
              <div class="edit-trap" aria-hidden="true">
                <label for="edit-website">{words.leaveEmpty}</label>
                <input id="edit-website" name="website" tabindex={-1} autocomplete="off" />
              </div>
            </fieldset>
          )}
          <div>
            <button type="submit" class="button button-strong" name="do" value="send">
              {isKnown ? words.sendVersion : words.send}
            </button>
          </div>
          {!isNew && (
            <details class="edit-remove">
              <summary>{words.remove}</summary>
              <p>{words.removeHelp}</p>
              <button type="submit" class="button" name="do" value="remove">
                {words.removeButton}
              </button>
            </details>
          )}
        </form>
      </div>
    </article>
  );
}

const FIELDS: Readonly<Record<ContributionFault, string>> = {
  name: 'name',
  address: 'address',
  reason: 'reason',
  same: 'text',
  large: 'text',
};

function invalid(faults: readonly ContributionFault[], ...own: readonly ContributionFault[]) {
  return own.some((fault) => faults.includes(fault)) ? { 'aria-invalid': 'true' as const } : {};
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
  readonly 'aria-invalid'?: 'true';
}

function Field({ id, label, help, ...input }: FieldProps) {
  return (
    <div class="mail-field">
      <label for={id}>{label}</label>
      <input id={id} {...input} {...(help !== undefined && { 'aria-describedby': `${id}-help` })} />
      {help !== undefined && (
        <p class="mail-help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}
