import type { PlacedComment } from '../../proposals/line-comments.ts';
import { When } from '../lists/moment.tsx';

/** What is said of one line, or of the lines of a file: with the line where it is not beside it. */
export function LineNotes({
  label,
  comments,
  isQuoting = false,
  language,
}: {
  readonly label: string;
  readonly comments: readonly PlacedComment[];
  readonly isQuoting?: boolean;
  readonly language: string;
}) {
  return (
    <ul class="line-notes" aria-label={label}>
      {comments.map(({ author, sent, href, text, line }) => (
        <li>
          {isQuoting && (
            <blockquote lang={language}>
              {line.kind === 'removed' ? <del>{line.text}</del> : line.text}
            </blockquote>
          )}
          <p class="line-note">{text}</p>
          <p class="line-note-by">
            {author}, <a href={href}>{<When moment={sent} />}</a>
          </p>
        </li>
      ))}
    </ul>
  );
}
