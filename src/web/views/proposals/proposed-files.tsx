import type { Messages } from '../../messages/messages.ts';
import { type DiffBody, DiffContent } from '../diff-body.tsx';

export interface ShownFile {
  readonly path: string;
  readonly body: DiffBody;
  /** The page as it would be. */
  readonly previewHref?: string;
  readonly sourceHref: string;
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
            />
          </div>
        </section>
      ))}
    </>
  );
}
