import type { Messages } from '../../messages/messages.ts';
import type { PlacedComment } from '../../proposals/line-comments.ts';
import { When } from '../lists/moment.tsx';

/** What is said of one line, or of the lines of a file: with the line where it is not beside it. */
export function LineNotes({
  messages,
  label,
  comments,
  isQuoting = false,
  language,
}: {
  readonly messages: Messages;
  readonly label: string;
  readonly comments: readonly PlacedComment[];
  readonly isQuoting?: boolean;
  readonly language: string;
}) {
  return (
    <ul class="line-notes" aria-label={label}>
      {comments.map(({ author, sent, href, text, line, wording }) => (
        <li>
          {isQuoting && (
            <blockquote lang={language}>
              {line.kind === 'removed' ? <del>{line.text}</del> : line.text}
            </blockquote>
          )}
          {text !== '' && <p class="line-note">{text}</p>}
          {wording && <SuggestedWording messages={messages} lines={wording.lines} language={language} />}
          <p class="line-note-by">
            {author}, <a href={href}>{<When moment={sent} />}</a>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What somebody would have instead of some lines. */
export function SuggestedWording({
  messages,
  lines,
  language,
}: {
  readonly messages: Messages;
  readonly lines: readonly string[];
  readonly language: string;
}) {
  const words = messages.review;
  return (
    <figure class="suggested-wording">
      <figcaption>{words.suggestion}</figcaption>
      {lines.length === 0 ? <p>{words.removesLines}</p> : <pre lang={language}>{lines.join('\n')}</pre>}
    </figure>
  );
}
