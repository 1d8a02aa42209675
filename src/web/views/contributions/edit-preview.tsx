import type { Child } from 'hono/jsx';
import type { Finding } from '../../../wiki/checks/finding.ts';
import type { Hunk } from '../../../wiki/text-diff.ts';
import type { Messages } from '../../messages/messages.ts';
import { DiffTable } from '../diff-table.tsx';

/** What a text that is typed would make of a page. */
export interface EditPreview {
  /** The page as it would be; undefined of what is no page. */
  readonly body?: Child;
  /** Undefined where the texts are too different to be compared. */
  readonly hunks: readonly Hunk[] | undefined;
  readonly findings: readonly Finding[];
}

/** What changed, what the checks find, and the page as it would be. */
export function Preview({
  messages,
  preview: { body, hunks, findings },
  language,
}: {
  readonly messages: Messages;
  readonly preview: EditPreview;
  readonly language: string;
}) {
  const words = messages.contribution;
  return (
    <>
      <section>
        <h2>{words.changes}</h2>
        {hunks?.length === 0 && <p class="empty">{words.nothingChanged}</p>}
        {hunks === undefined && <p class="empty">{messages.diff.tooLarge}</p>}
        {hunks && hunks.length > 0 && (
          <div class="difference">
            <DiffTable messages={messages} hunks={hunks} language={language} />
          </div>
        )}
        <p class="edit-on">
          <a href="#edit-text">{words.goOn}</a>
        </p>
      </section>
      {findings.length > 0 && (
        <section>
          <h2>{words.findings}</h2>
          <ul>
            {findings.map((finding) => (
              <li>
                {finding.line}: {messages.checks.sentence(finding)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {body && (
        <section class="edit-preview" id="preview" aria-labelledby="edit-preview-title">
          <h2 id="edit-preview-title">{words.previewTitle}</h2>
          <div class="edit-preview-body">{body}</div>
        </section>
      )}
    </>
  );
}
