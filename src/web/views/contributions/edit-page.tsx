import type { UploadFault } from '../../../contributions/uploads.ts';
import type { Published } from '../../../members/publish.ts';
import type { EditableEvent } from '../../../wiki/calendars/edit-event.ts';
import type { MoveFault } from '../../../wiki/move-page.ts';
import type { EventForm, TableForm } from '../../contributions/data-form.ts';
import type { Original } from '../../contributions/original.ts';
import type { EditedAs, WhoFields } from '../../contributions/who.ts';
import type { ContributionFault } from '../../messages/contribution-messages.ts';
import type { Messages } from '../../messages/messages.ts';
import { type FileProblem, FileProblems } from '../file-problems.tsx';
import { type EditPreview, Preview } from './edit-preview.tsx';
import { EventFields, EventsOfCalendar } from './event-form.tsx';
import { PictureFields } from './picture-fields.tsx';
import { TableFields } from './table-form.tsx';
import { Faults, Field, WhoForm } from './who-form.tsx';

/** What the form holds. */
export interface EditFields extends WhoFields {
  readonly text: string;
  /** The commit that it was made from. */
  readonly base: string;
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
  readonly as: EditedAs;
  readonly refusal?: Exclude<Published, 'landed'>;
  readonly faults: readonly ContributionFault[];
  /** What happened to the page meanwhile. */
  readonly meanwhile?: 'merged' | 'conflict';
  readonly preview?: EditPreview;
  /** What it translates. */
  readonly original?: Original;
  /** Of a page that may be moved: its path without language and extension. */
  readonly name?: string;
  /** Why it is not moved. */
  readonly moveFault?: MoveFault;
  /** Why a picture is not put in it. */
  readonly pictureFault?: UploadFault;
  /** Where the text goes on, in UTF-16 units. */
  readonly at?: string;
  /** The cells of a table, in the place of its text. */
  readonly table?: TableForm;
  /** An event to add, in the place of the text of a calendar. */
  readonly event?: EventForm;
  /** The events that may be changed in its place. */
  readonly events?: readonly EditableEvent[];
  /** What the table has wrong since it is changed. */
  readonly problems?: readonly FileProblem[];
  /** The same file edited the other way. */
  readonly otherHref?: string;
  readonly backHref: string;
  readonly byMailHref: string;
}

/** The text of a page, to change it. */
export function EditPage(props: EditPageProps) {
  const { messages, path, isNew, action, fields, as, refusal, faults, preview, meanwhile, language } = props;
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
          {props.otherHref && (
            <li>
              <a href={props.otherHref}>
                {words.otherForm[props.table ? 'text' : props.event ? 'text' : 'form']}
              </a>
            </li>
          )}
          <li>
            <a href={props.byMailHref}>{words.byMail}</a>
          </li>
        </ul>
      </header>
      <Faults messages={messages} faults={faults} />
      {meanwhile && (
        <p class="proposal-verdict verdict-conflict" role="alert">
          {words[meanwhile]}
        </p>
      )}
      {refusal && (
        <p class="proposal-verdict verdict-conflict" role="alert">
          {typeof refusal === 'string' ? words.notPublished[refusal] : words.outside(refusal.outside)}
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
        <div class="edit-beside">
          {props.original && (
            <details class="edit-original" open>
              <summary>{words.original(messages.languageName(props.original.language))}</summary>
              <p>
                <a
                  href={props.original.href}
                  lang={props.original.language}
                  hreflang={props.original.language}
                >
                  {props.original.title}
                </a>
              </p>
              <pre lang={props.original.language} tabindex={0}>
                {props.original.text}
              </pre>
            </details>
          )}
          <div class="edit-results">
            {preview && <Preview messages={messages} preview={preview} language={language} />}
          </div>
        </div>
        <form
          class="edit-form"
          action={action}
          method="post"
          {...(!props.table &&
            !props.event && { 'data-edit': path, 'data-editor-words': JSON.stringify(words.editor) })}
          {...(props.at !== undefined && { 'data-edit-at': props.at })}
        >
          <input type="hidden" name="base" value={fields.base} />
          {props.problems && props.problems.length > 0 && (
            <FileProblems
              messages={messages}
              problems={props.problems}
              problemCount={props.problems.length}
            />
          )}
          {props.table || props.event ? (
            <>
              <input type="hidden" name="form" value={props.table ? 'table' : 'event'} />
              <textarea name="text" hidden aria-label={words.text}>
                {`\n${fields.text}`}
              </textarea>
              {props.table && <TableFields messages={messages} form={props.table} language={language} />}
              {props.event && <EventFields messages={messages} form={props.event} />}
            </>
          ) : (
            <TextField {...props} />
          )}
          {props.isPage && (
            <PictureFields messages={messages} {...(props.pictureFault && { fault: props.pictureFault })} />
          )}
          <div>
            <button type="submit" class="button" name="do" value="preview">
              {words.preview}
            </button>
          </div>
          {props.events && props.events.length > 0 && (
            <EventsOfCalendar messages={messages} action={action} events={props.events} language={language} />
          )}
          {as.kind !== 'draft' && (
            <WhoForm
              messages={messages}
              fields={fields}
              faults={faults}
              {...(as.kind === 'version' ? { isVersion: true } : { author: as.author })}
            />
          )}
          <div class="edit-buttons">
            {as.kind === 'first' && as.author?.mayPublish && (
              <button type="submit" class="button button-strong" name="do" value="publish">
                {words.publish}
              </button>
            )}
            {as.kind !== 'draft' && (
              <button
                type="submit"
                class={`button${as.kind === 'first' && as.author?.mayPublish ? '' : ' button-strong'}`}
                name="do"
                value="send"
              >
                {as.kind === 'version' ? words.sendVersion : words.send}
              </button>
            )}
            <button
              type="submit"
              class={`button${as.kind === 'draft' ? ' button-strong' : ''}`}
              name="do"
              value="keep"
            >
              {as.kind === 'draft' ? words.keep : words.more}
            </button>
          </div>
          {props.name !== undefined && (
            <details class="edit-remove" open={props.moveFault !== undefined}>
              <summary>{words.move}</summary>
              {props.moveFault && (
                <p class="mail-wrong" role="alert">
                  {words.moveFaults[props.moveFault]}
                </p>
              )}
              <Field
                id="edit-to"
                name="to"
                label={words.moveTo}
                help={words.moveHelp}
                value={props.name}
                maxlength={1000}
                isWrong={props.moveFault !== undefined}
              />
              <button type="submit" class="button" name="do" value="move">
                {words.moveButton}
              </button>
            </details>
          )}
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

function invalid(faults: readonly ContributionFault[], ...own: readonly ContributionFault[]) {
  return own.some((fault) => faults.includes(fault)) ? { 'aria-invalid': 'true' as const } : {};
}

/** The text, as it is written. */
function TextField({ messages, isPage, fields, faults, language }: EditPageProps) {
  const words = messages.contribution;
  return (
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
  );
}
