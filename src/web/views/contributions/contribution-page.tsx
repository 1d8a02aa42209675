import { isPicture } from '../../../contributions/uploads.ts';
import type { Published } from '../../../members/publish.ts';
import type { ContributionTable } from '../../../store/contribution-tables.ts';
import type { ProposalState } from '../../../store/proposal-tables.ts';
import type { Hunk } from '../../../wiki/text-diff.ts';
import type { Suggestion } from '../../contributions/suggestions.ts';
import type { KnownAuthor, WhoFields } from '../../contributions/who.ts';
import type { ContributionFault } from '../../messages/contribution-messages.ts';
import type { Messages } from '../../messages/messages.ts';
import { DiffTable } from '../diff-table.tsx';
import type { Link } from '../link.ts';
import { StateMark } from '../proposals/proposal-list.tsx';
import { AddToChange } from './add-to-change.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { Faults, WhoForm } from './who-form.tsx';

/** A file of a change. */
export interface ChangedFileView {
  readonly path: string;
  readonly pageHref: string | undefined;
  readonly kind: 'added' | 'changed' | 'deleted';
  /** Of what it is to hold. */
  readonly bytes: number;
  /** Undefined where the texts are too different to be compared. */
  readonly hunks?: readonly Hunk[] | undefined;
  readonly isText: boolean;
  readonly isConflict: boolean;
  readonly editHref?: string;
}

interface ContributionPageProps {
  readonly messages: Messages;
  readonly title: string;
  readonly stage: ContributionTable['state'];
  /** Whether it waits for a moderator. */
  readonly isHeld: boolean;
  /** Whether something may still become of it. */
  readonly isOpen: boolean;
  /** Whether files were changed since it was sent. */
  readonly hasUnsent: boolean;
  readonly state?: ProposalState;
  readonly reason: string;
  readonly files: readonly ChangedFileView[];
  /** Of the wiki's texts (BCP 47). */
  readonly language: string;
  readonly action: string;
  readonly addAction: string;
  readonly proposalLink: Link | undefined;
  readonly who: {
    readonly fields: WhoFields;
    readonly faults: readonly ContributionFault[];
    readonly author: KnownAuthor | undefined;
  };
  /** What reviewers would word otherwise. */
  readonly suggestions: readonly Suggestion[];
  /** Whether one was accepted whose lines have changed. */
  readonly isOutdated: boolean;
  readonly refusal?: Exclude<Published, 'landed'>;
}

/** A change, for who made it. */
export function ContributionPage(props: ContributionPageProps) {
  const { messages, title, stage, isOpen, state, reason, files, proposalLink, who, refusal } = props;
  const words = messages.contribution;
  const isConflict = files.some((file) => file.isConflict);
  return (
    <article class="contribution-page">
      <header class="page-header">
        <h1>{title}</h1>
        {stage !== 'draft' && (
          <p class="page-meta-line">
            {state && <StateMark messages={messages} state={state} />} {reason}
          </p>
        )}
      </header>
      <p>{words.stage[props.isHeld ? 'held' : stage === 'withdrawn' ? 'draft' : stage]}</p>
      <Faults messages={messages} faults={who.faults} />
      {isConflict && (
        <p class="proposal-verdict verdict-conflict" role="alert">
          {words.filesConflict}
        </p>
      )}
      {refusal && (
        <p class="proposal-verdict verdict-conflict" role="alert">
          {typeof refusal === 'string' ? words.notPublished[refusal] : words.outside(refusal.outside)}
        </p>
      )}
      {props.isOutdated && (
        <p class="proposal-verdict verdict-conflict" role="alert">
          {messages.review.notAccepted}
        </p>
      )}
      {stage === 'sent' && !props.isHeld && (
        <p>{proposalLink ? <a href={proposalLink.href}>{proposalLink.label}</a> : words.onItsWay}</p>
      )}
      {isOpen && stage !== 'draft' && <Buttons {...props} />}
      <SuggestionList {...props} />
      <h2>{words.changes}</h2>
      <form action={props.action} method="post">
        {files.map((file) => (
          <ChangedFileSection
            {...props}
            file={file}
            canDrop={isOpen && (stage === 'draft' || files.length > 1)}
          />
        ))}
      </form>
      {isOpen && stage !== 'asked' && <AddToChange messages={messages} action={props.addAction} />}
      {stage === 'draft' && (
        <form class="edit-form" action={props.action} method="post">
          <h2>{words.sendAll}</h2>
          <WhoForm messages={messages} fields={who.fields} faults={who.faults} author={who.author} />
          <div class="edit-buttons">
            {who.author?.mayPublish && (
              <button type="submit" class="button button-strong" name="do" value="publish">
                {words.publish}
              </button>
            )}
            <button
              type="submit"
              class={`button${who.author?.mayPublish ? '' : ' button-strong'}`}
              name="do"
              value="send"
            >
              {words.send}
            </button>
            <button type="submit" class="button" name="do" value="withdraw">
              {words.forget}
            </button>
          </div>
        </form>
      )}
    </article>
  );
}

function Buttons({ messages, stage, hasUnsent, action, files }: ContributionPageProps) {
  const words = messages.contribution;
  const [only] = files;
  return (
    <form class="contribution-buttons" action={action} method="post">
      {(stage === 'asked' || stage === 'forgotten' || hasUnsent) && (
        <button type="submit" class="button button-strong" name="do" value="send">
          {stage === 'forgotten' ? words.sendAgain : hasUnsent ? words.sendVersion : words.confirm}
        </button>
      )}
      {stage === 'sent' && files.length === 1 && only?.editHref && (
        <a class="button" href={only.editHref}>
          {words.improve}
        </a>
      )}
      <button type="submit" class="button" name="do" value="withdraw">
        {words.withdraw}
      </button>
      {stage === 'sent' && <p class="mail-help">{words.withdrawHelp}</p>}
    </form>
  );
}

function ChangedFileSection({
  messages,
  file,
  canDrop,
  language,
}: ContributionPageProps & { readonly file: ChangedFileView; readonly canDrop: boolean }) {
  const words = messages.contribution;
  const { path, kind, hunks, isText, editHref, isConflict } = file;
  return (
    <section class="contribution-file">
      <h3>
        {file.pageHref ? <a href={file.pageHref}>{path}</a> : <code>{path}</code>}{' '}
        <span class="contribution-kind">{words.fileKind[kind]}</span>
      </h3>
      {isConflict && <p class="contribution-conflict">{words.fileConflict}</p>}
      {isText && hunks === undefined && <p class="empty">{messages.diff.tooLarge}</p>}
      {isText && hunks && (
        <div class="difference">
          <DiffTable messages={messages} hunks={hunks} language={language} />
        </div>
      )}
      {!isText && kind !== 'deleted' && (
        <>
          <p>{messages.fileSize(file.bytes)}</p>
          <p>
            {words.useFile} <code>{isPicture(path) ? `![…](/${path})` : `[…](/${path})`}</code>
          </p>
        </>
      )}
      {canDrop && (
        <p class="contribution-file-buttons">
          {editHref && (
            <a class="button" href={editHref}>
              {words.edit}
              <span class="visually-hidden"> {path}</span>
            </a>
          )}
          <button type="submit" class="button" name="drop" value={path}>
            {words.drop}
            <span class="visually-hidden"> {path}</span>
          </button>
        </p>
      )}
    </section>
  );
}
