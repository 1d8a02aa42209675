import type { Messages } from '../../messages/messages.ts';
import type { PlacedComment } from '../../proposals/line-comments.ts';
import { type DiffBody, DiffContent } from '../diff-body.tsx';
import type { BlockLink } from '../diff-rendered.tsx';
import type { BelowLine, LineLink } from '../diff-table.tsx';
import { LineNotes } from './line-notes.tsx';

export interface ShownFile {
  readonly path: string;
  readonly body: DiffBody;
  /** The page as it would be. */
  readonly previewHref?: string;
  readonly sourceHref: string;
  /** Of its lines. */
  readonly comments: readonly PlacedComment[];
  /** Where one comments on a line of its source, where one may. */
  readonly lineLink?: LineLink;
  /** Where one comments on a passage of it, as it is read. */
  readonly blockLink?: BlockLink;
}

export interface ProposedFilesProps {
  readonly messages: Messages;
  readonly files: readonly ShownFile[];
  readonly language: string;
}

/** Each file, before and after. */
export function ProposedFiles({ messages, files, language }: ProposedFilesProps) {
  const words = messages.proposals;
  return (
    <>
      {files.map((file) => (
        <section class="proposed-file">
          <h3>
            <code>{file.path}</code>
          </h3>
          <ul class="page-meta">
            {file.previewHref && (
              <li>
                <a href={file.previewHref}>{words.preview}</a>
              </li>
            )}
          </ul>
          <div class="difference">
            <DiffContent
              messages={messages}
              body={file.body}
              language={language}
              sourceHref={file.sourceHref}
              below={notesBelow(messages, file, language)}
              lineLink={file.lineLink}
              blockLink={file.blockLink}
            />
          </div>
          {file.body.kind !== 'lines' && file.comments.length > 0 && (
            <LineNotes
              messages={messages}
              label={words.comments}
              comments={file.comments}
              isQuoting
              language={language}
            />
          )}
        </section>
      ))}
    </>
  );
}

function notesBelow(messages: Messages, { comments }: ShownFile, language: string): BelowLine {
  const label = messages.proposals.comments;
  return (line) => {
    const own = comments.filter(({ beside }) => beside === line);
    return (
      own.length > 0 && <LineNotes messages={messages} label={label} comments={own} language={language} />
    );
  };
}
