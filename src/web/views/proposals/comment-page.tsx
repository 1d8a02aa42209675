import type { Quote } from '../../../proposals/review/quote-lines.ts';
import type { Messages } from '../../messages/messages.ts';
import type { ReviewMessages } from '../../messages/review-messages.ts';
import type { ReviewedLines } from '../../proposals/reviewed-lines.ts';
import { Field } from '../contributions/who-form.tsx';
import type { Link } from '../link.ts';

export type ReviewFault = keyof ReviewMessages['review']['faults'];

interface CommentPageProps {
  readonly messages: Messages;
  readonly title: string;
  /** Of the wiki's texts (BCP 47). */
  readonly language: string;
  readonly action: string;
  /** The commit whose lines are shown. */
  readonly seen: string;
  /** Undefined for the whole. */
  readonly lines: ReviewedLines | undefined;
  readonly quote: Quote | undefined;
  readonly comment: string;
  /** The lines, to be worded otherwise; undefined where there are none. */
  readonly wording: string | undefined;
  readonly name: string;
  readonly address: string;
  readonly faults: readonly ReviewFault[];
  readonly back: Link;
}

/** What somebody says of a proposal. */
export function CommentPage(props: CommentPageProps) {
  const { messages, title, language, action, lines, quote, faults, back } = props;
  const words = messages.review;
  return (
    <article class="proposal-page">
      <header class="page-header">
        <h1>{title}</h1>
        <p>
          <a href={back.href}>{back.label}</a>
        </p>
      </header>
      {faults.length > 0 && (
        <div class="mail-wrong" role="alert">
          {faults.map((fault) => (
            <p>{words.faults[fault]}</p>
          ))}
        </div>
      )}
      {lines && <OtherLines messages={messages} action={action} lines={lines} />}
      {quote && (
        <figure class="quoted-lines">
          <figcaption>{words.quoted}</figcaption>
          <pre lang={language}>
            {quote.lines.map(({ kind, text }) =>
              kind === 'added' ? (
                <ins>{`+${text}\n`}</ins>
              ) : kind === 'removed' ? (
                <del>{`-${text}\n`}</del>
              ) : (
                ` ${text}\n`
              ),
            )}
          </pre>
        </figure>
      )}
      <CommentForm {...props} />
    </article>
  );
}

/** The lines that are commented on, to choose others. */
function OtherLines({
  messages,
  action,
  lines: { path, side, from, to },
}: {
  readonly messages: Messages;
  readonly action: string;
  readonly lines: ReviewedLines;
}) {
  const words = messages.review;
  return (
    <details class="other-lines">
      <summary>{words.otherLines}</summary>
      <form class="mail-form" action={action} method="get">
        <input type="hidden" name="file" value={path} />
        <input type="hidden" name="side" value={side} />
        <input type="hidden" name="lang" value={messages.locale} />
        <div class="mail-field">
          <label for="lines-from">{words.from}</label>
          <input id="lines-from" name="from" type="number" min={1} value={from} required />
        </div>
        <div class="mail-field">
          <label for="lines-to">{words.to}</label>
          <input id="lines-to" name="to" type="number" min={1} value={to} required />
        </div>
        <button type="submit" class="button">
          {words.show}
        </button>
      </form>
    </details>
  );
}

type CommentFormProps = Pick<
  CommentPageProps,
  | 'messages'
  | 'action'
  | 'lines'
  | 'seen'
  | 'comment'
  | 'wording'
  | 'name'
  | 'address'
  | 'faults'
  | 'language'
>;

/** The form of what somebody says. */
export function CommentForm(props: CommentFormProps) {
  const { messages, action, lines, seen, comment, wording, name, address, faults, language } = props;
  const words = messages.review;
  return (
    <form class="mail-form review-form" action={action} method="post">
      <input type="hidden" name="seen" value={seen} />
      {lines && (
        <>
          <input type="hidden" name="file" value={lines.path} />
          <input type="hidden" name="side" value={lines.side} />
          <input type="hidden" name="from" value={String(lines.from)} />
          <input type="hidden" name="to" value={String(lines.to)} />
        </>
      )}
      <div class="mail-field">
        <label for="comment">{words.comment}</label>
        <textarea
          id="comment"
          name="comment"
          rows={5}
          maxlength={10_000}
          {...(faults.includes('empty') && { 'aria-invalid': 'true' as const })}
        >
          {`\n${comment}`}
        </textarea>
      </div>
      {wording !== undefined && (
        <div class="mail-field">
          <label for="wording">{words.wording}</label>
          <textarea
            id="wording"
            name="wording"
            lang={language}
            rows={Math.min(20, wording.split('\n').length + 2)}
            maxlength={20_000}
            aria-describedby="wording-help"
          >
            {`\n${wording}`}
          </textarea>
          <p class="mail-help" id="wording-help">
            {words.wordingHelp}
          </p>
        </div>
      )}
      <Field
        id="reviewer-name"
        name="name"
        label={messages.contribution.name}
        value={name}
        maxlength={100}
        autocomplete="name"
        isWrong={faults.includes('name')}
      />
      <button type="submit" class="button button-strong">
        {words.send}
      </button>
      <p class="mail-help">{words.public(address)}</p>
    </form>
  );
}
