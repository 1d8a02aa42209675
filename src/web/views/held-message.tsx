import type { Messages } from '../messages/messages.ts';
import { When } from './lists/moment.tsx';

interface HeldMessageProps {
  readonly messages: Messages;
  readonly title: string;
  readonly action: string;
  readonly from: string;
  readonly subject: string;
  readonly came: { readonly iso: string; readonly text: string };
  readonly reason: string;
  readonly text: string;
  readonly isCut: boolean;
  /** A refusal was sent without the words that its writer is told. */
  readonly lacksWords: boolean;
  readonly maxWords: number;
}

/** A message that waits for who keeps its list, and what can be done with it. */
export function HeldMessage(props: HeldMessageProps) {
  const { messages, title, action, from, subject, came, reason, text, isCut, lacksWords, maxWords } = props;
  const words = messages.subscription.held;
  const reasons: Readonly<Record<string, string>> = words.reasons;
  return (
    <article class="mail-page">
      <header class="page-header">
        <h1>{title}</h1>
        <p class="description">{reasons[reason] ?? reason}</p>
      </header>
      <dl class="held-facts">
        <dt>{words.from}</dt>
        <dd>{from}</dd>
        <dt>{words.subject}</dt>
        <dd>{subject}</dd>
        <dt>{words.came}</dt>
        <dd>
          <When moment={came} />
        </dd>
      </dl>
      <section class="held-text" tabindex={0} aria-label={words.text}>
        {text}
        {isCut && '\n[…]'}
      </section>
      <form class="mail-form" action={action} method="post">
        <div class="held-buttons">
          <button type="submit" class="button button-strong" name="decision" value="approve">
            {words.approve}
          </button>
          <button type="submit" class="button" name="decision" value="discard">
            {words.discard}
          </button>
        </div>
        <p class="mail-help">{words.help}</p>
        <div class="mail-field">
          <label for="held-because">{words.because}</label>
          {lacksWords && (
            <p class="mail-wrong" id="held-wrong">
              {words.becauseMissing}
            </p>
          )}
          <textarea
            id="held-because"
            name="because"
            rows={4}
            maxlength={maxWords}
            aria-invalid={lacksWords ? 'true' : undefined}
            aria-describedby={lacksWords ? 'held-wrong' : undefined}
          />
        </div>
        <button type="submit" class="button" name="decision" value="refuse">
          {words.refuse}
        </button>
      </form>
    </article>
  );
}
