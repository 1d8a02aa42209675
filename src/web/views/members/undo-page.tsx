import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';
import { ProposedFiles, type ShownFile } from '../proposals/proposed-files.tsx';

/** What would be undone of an address. */
export interface ShownUndo {
  readonly address: string;
  /** What its owner may do, in words; undefined where nothing that others may not. */
  readonly role: string | undefined;
  readonly proposals: readonly Link[];
  readonly held: readonly string[];
  readonly unsent: readonly string[];
  readonly commits: readonly Link[];
  readonly leftOut: readonly (Link & { readonly paths: readonly string[] })[];
  readonly hasMore: boolean;
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
  const { address, role, proposals, held, unsent, commits, leftOut, hasMore, files, seen } = undo;
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
      <Links title={words.undoCommits} links={commits} />
      {commits.length > 0 && <p>{words.undoForged}</p>}
      {hasMore && <p>{words.undoMore(max)}</p>}
      <Links
        title={words.undoLeftOut}
        links={leftOut.map(({ label, href, paths }) => ({ label: [label, ...paths].join(', '), href }))}
      />
      {files.length > 0 && (
        <>
          <h2>{words.undoFiles}</h2>
          <ProposedFiles messages={messages} files={files} language={wikiLanguage} />
        </>
      )}
      <form class="mail-form" action={action} method="post">
        <input type="hidden" name="address" value={address} />
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
