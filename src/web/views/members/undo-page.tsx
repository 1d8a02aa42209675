import type { Moment } from '../../lists/moment.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';
import { When } from '../lists/moment.tsx';
import { ProposedFiles, type ShownFile } from '../proposals/proposed-files.tsx';

interface UndoneCommit extends Link {
  readonly id: string;
  readonly when: Moment;
  readonly isChosen: boolean;
  readonly isMerge: boolean;
  /** The files in which others have changed what it did, where it is left for that. */
  readonly leftOut: readonly string[] | undefined;
}

/** What would be undone of an address. */
export interface ShownUndo {
  readonly address: string;
  /** What its owner may do, in words; undefined where nothing that others may not. */
  readonly role: string | undefined;
  readonly proposals: readonly Link[];
  readonly held: readonly string[];
  readonly unsent: readonly string[];
  readonly commits: readonly UndoneCommit[];
  /** The place in the history before which these commits are; undefined for the newest. */
  readonly before: string | undefined;
  /** Where the older ones are shown. */
  readonly older: string | undefined;
  readonly files: readonly ShownFile[];
  /** The tree that it would make. */
  readonly seen: string;
}

interface UndoPageProps {
  readonly messages: Messages;
  readonly action: string;
  /** Of the form that asks for the address. */
  readonly language: string | undefined;
  readonly wikiLanguage: string;
  readonly typed: string;
  readonly max: number;
  /** Why nothing is shown, or nothing was done. */
  readonly wrong?: string | undefined;
  readonly undo?: ShownUndo | undefined;
}

/** Asks for an address, then shows what would be undone of it. */
export function UndoPage(props: UndoPageProps) {
  const { messages, action, language, typed, wrong, undo } = props;
  const words = messages.abuse;
  return (
    <article class="member-page">
      <header class="page-header">
        <h1>{words.undoTitle}</h1>
        <p class="description">{words.undoIntro}</p>
      </header>
      <form class="mail-form" action={action} method="get">
        {language !== undefined && <input type="hidden" name="lang" value={language} />}
        <div class="mail-field">
          <label for="undo-address">{words.undoAddress}</label>
          <input id="undo-address" name="address" type="email" value={typed} required maxlength={254} />
        </div>
        <button type="submit" class="button">
          {words.undoShow}
        </button>
      </form>
      {wrong !== undefined && (
        <p class="mail-wrong" role="alert">
          {wrong}
        </p>
      )}
      {undo && <Undo {...props} undo={undo} />}
    </article>
  );
}

function Undo({ messages, action, wikiLanguage, max, undo }: UndoPageProps & { readonly undo: ShownUndo }) {
  const words = messages.abuse;
  const { address, role, proposals, held, unsent, commits, before, older, files, seen } = undo;
  return (
    <>
      {role !== undefined && (
        <p class="mail-wrong" id="undo-role">
          {words.undoRole(role)}
        </p>
      )}
      <Links title={words.undoProposals} links={proposals} />
      <Texts title={words.undoHeld} texts={held} />
      <Texts title={words.undoUnsent} texts={unsent} />
      {commits.length > 0 && <Commits messages={messages} commits={commits} />}
      {older !== undefined && (
        <p>
          {words.undoMore(max)} <a href={older}>{words.undoOlder}</a>
        </p>
      )}
      {files.length > 0 && (
        <>
          <h2>{words.undoFiles}</h2>
          <ProposedFiles messages={messages} files={files} language={wikiLanguage} />
        </>
      )}
      <form class="mail-form" id={FORM} action={action} method="post">
        <input type="hidden" name="address" value={address} />
        <input type="hidden" name="choosing" value="yes" />
        {before !== undefined && <input type="hidden" name="before" value={before} />}
        <input type="hidden" name="seen" value={seen} />
        <div class="mail-field">
          <label for="undo-reason">{words.undoReason}</label>
          <input id="undo-reason" name="reason" maxlength={500} />
        </div>
        <p>
          <label>
            <input type="checkbox" name="block" value="yes" /> {words.undoBlock}
          </label>
        </p>
        {role !== undefined && (
          <p>
            <label>
              <input type="checkbox" name="sure" value="yes" aria-describedby="undo-role" /> {words.undoSure}
            </label>
          </p>
        )}
        <button type="submit" class="button button-strong" name="do" value="undo">
          {words.undoButton}
        </button>
      </form>
    </>
  );
}

/** The form that undoes: the boxes of commits, above what they change, are of it. */
const FORM = 'undo-form';

function Commits({
  messages: { abuse: words },
  commits,
}: Pick<UndoPageProps, 'messages'> & Pick<ShownUndo, 'commits'>) {
  return (
    <>
      <h2 id="undo-commits">{words.undoCommits}</h2>
      <p>{words.undoForged}</p>
      <ul class="undo-commits" aria-labelledby="undo-commits">
        {commits.map(({ id, label, href, when, isChosen, isMerge, leftOut }) => (
          <li>
            <input
              type="checkbox"
              form={FORM}
              id={`commit-${id}`}
              name="commit"
              value={id}
              checked={isChosen}
              aria-labelledby={`subject-${id}`}
            />
            <span>
              <a id={`subject-${id}`} href={href}>
                {label}
              </a>
              , <When moment={when} />
              {isMerge && ` – ${words.undoMerge}`}
              {leftOut && <span class="undo-left">{words.undoLeftOut([...leftOut])}</span>}
            </span>
          </li>
        ))}
      </ul>
      <button type="submit" class="button" form={FORM} name="do" value="show">
        {words.undoChoose}
      </button>
    </>
  );
}

function Links({ title, links }: { readonly title: string; readonly links: readonly Link[] }) {
  if (links.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {links.map(({ label, href }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Texts({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {texts.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    </>
  );
}
