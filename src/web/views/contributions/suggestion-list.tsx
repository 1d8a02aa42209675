import type { Suggestion } from '../../contributions/suggestions.ts';
import type { Messages } from '../../messages/messages.ts';
import { When } from '../lists/moment.tsx';

interface SuggestionListProps {
  readonly messages: Messages;
  readonly suggestions: readonly Suggestion[];
  /** Whether something may still become of the change. */
  readonly isOpen: boolean;
  readonly action: string;
  /** Of the wiki's texts (BCP 47). */
  readonly language: string;
}

/** What reviewers would word otherwise, for who made the change: each is accepted with one press. */
export function SuggestionList({ messages, suggestions, isOpen, action, language }: SuggestionListProps) {
  const words = messages.review;
  if (suggestions.length === 0) return null;
  return (
    <section class="suggestion-list">
      <h2>{words.suggestions}</h2>
      <p>{words.suggestionsHelp}</p>
      {suggestions.map(({ comment, path, wording, state, messageId, place }) => (
        <form class="suggestion" action={action} method="post">
          <h3>{words.suggestionBy(comment.author)}</h3>
          <p class="page-meta-line">
            <code>{path}</code>, <a href={comment.href}>{<When moment={comment.sent} />}</a>
          </p>
          {comment.text !== '' && <p class="line-note">{comment.text}</p>}
          <figure class="suggested-wording">
            <figcaption>{words.suggestion}</figcaption>
            <pre lang={language}>
              {wording.quoted.map(({ kind, text }) => kind !== 'removed' && <del>{`-${text}\n`}</del>)}
              {wording.lines.map((line) => (
                <ins>{`+${line}\n`}</ins>
              ))}
            </pre>
          </figure>
          {state === 'open' && isOpen && (
            <>
              <input type="hidden" name="message" value={messageId} />
              <input type="hidden" name="place" value={String(place)} />
              <button type="submit" class="button button-strong" name="do" value="accept">
                {words.accept}
                <span class="visually-hidden"> {words.suggestionBy(comment.author)}</span>
              </button>
            </>
          )}
          {state !== 'open' && <p class="mail-help">{words.suggestionState[state]}</p>}
        </form>
      ))}
    </section>
  );
}
