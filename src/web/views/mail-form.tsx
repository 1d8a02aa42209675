import type { Child } from 'hono/jsx';
import type { Messages } from '../messages/messages.ts';
import type { Link } from './link.ts';

interface MailFormPageProps {
  readonly messages: Messages;
  readonly title: string;
  readonly intro: string;
  readonly action: string;
  readonly button: string;
  /** What was typed, where it was no address. */
  readonly wrong?: string;
  readonly hidden?: Readonly<Record<string, string>>;
  /** Fields besides the address. */
  readonly fields?: Child;
  /** What stands below the form. */
  readonly below?: Child;
}

/** A form that asks for an address, and what to do with it. */
export function MailFormPage({
  messages,
  title,
  intro,
  action,
  button,
  wrong,
  hidden = {},
  fields,
  below,
}: MailFormPageProps) {
  const words = messages.subscription;
  return (
    <article class="mail-page">
      <header class="page-header">
        <h1>{title}</h1>
        <p class="description">{intro}</p>
      </header>
      <form class="mail-form" action={action} method="post">
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="mail-field">
          <label for="mail-address">{words.address}</label>
          {wrong !== undefined && (
            <p class="mail-wrong" id="mail-wrong">
              {words.addressWrong}
            </p>
          )}
          <input
            id="mail-address"
            type="email"
            name="address"
            value={wrong}
            required
            maxlength={254}
            autocomplete="email"
            placeholder={words.addressExample}
            aria-invalid={wrong === undefined ? undefined : 'true'}
            aria-describedby={wrong === undefined ? 'mail-help' : 'mail-wrong mail-help'}
          />
          <p class="mail-help" id="mail-help">
            {words.addressHelp}
          </p>
        </div>
        {fields}
        <button type="submit" class="button button-strong">
          {button}
        </button>
        <p class="mail-help">{words.privacy}</p>
      </form>
      {below}
    </article>
  );
}

interface MailNoticeProps {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** A button that does what the page is about. */
  readonly button?: {
    readonly action: string;
    readonly label: string;
    readonly hidden?: Readonly<Record<string, string>>;
  };
  /** What stands below it. */
  readonly below?: Child;
  readonly links?: readonly Link[];
}

/** What was done, or what a button is about to do. */
export function MailNotice({ title, paragraphs, button, below, links = [] }: MailNoticeProps) {
  return (
    <article class="mail-page">
      <header class="page-header">
        <h1>{title}</h1>
      </header>
      {paragraphs.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      {button && (
        <form action={button.action} method="post">
          {Object.entries(button.hidden ?? {}).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button type="submit" class="button button-strong">
            {button.label}
          </button>
        </form>
      )}
      {links.map(({ href, label }) => (
        <p>
          <a href={href}>{label}</a>
        </p>
      ))}
      {below}
    </article>
  );
}
