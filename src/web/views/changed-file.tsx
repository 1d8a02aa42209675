import type { Messages } from '../messages/messages.ts';

/** What a commit did to a file. */
export interface ChangedFile {
  readonly kind: 'added' | 'modified' | 'renamed' | 'deleted';
  readonly path: string;
  /** Of the page that it is today; none for another file. */
  readonly title?: string;
  /** Of the title, where it is not the reader's (BCP 47). */
  readonly language?: string;
  /** Where it is read today. */
  readonly href?: string;
  readonly oldPath?: string;
  readonly diffHref: string;
}

interface ChangedFileProps {
  readonly messages: Messages;
  readonly file: ChangedFile;
}

/** A file's name, what happened to it, and the way to what changed. */
export function ChangedFileLine({ messages, file }: ChangedFileProps) {
  const words = messages.happened;
  return (
    <>
      <FileName file={file} />{' '}
      {(file.kind === 'added' || file.kind === 'deleted') && (
        <span class={`happened happened-${file.kind}`}>{words[file.kind]}</span>
      )}
      {file.oldPath !== undefined && <span class="happened">{words.renamed(file.oldPath)}</span>}{' '}
      <a class="changes-link" href={file.diffHref}>
        {words.changes}
        <span class="visually-hidden"> – {file.title ?? file.path}</span>
      </a>
    </>
  );
}

export function FileName({ file }: Pick<ChangedFileProps, 'file'>) {
  const { title, path, href, language } = file;
  const name = title === undefined ? <code>{path}</code> : <span lang={language}>{title}</span>;
  return href === undefined ? (
    name
  ) : (
    <a class="changed-file" href={href} hreflang={language}>
      {name}
    </a>
  );
}
