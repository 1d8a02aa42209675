import { raw } from 'hono/html';
import type { Messages } from '../messages/messages.ts';
import { DateOf } from './date.tsx';

/** The commit that deleted the page; `date` is ISO 8601. */
export interface Deletion {
  readonly date: string;
  readonly author: string;
  readonly subject: string;
  readonly diffHref?: string;
  readonly historyHref?: string;
}

export interface GonePageProps {
  readonly messages: Messages;
  /** Title and language of the last version. */
  readonly title: string;
  readonly language: string;
  readonly deletion: Deletion;
  /** Safe HTML of the last version. */
  readonly html?: string;
}

/** 410: when and why the page was deleted, then its last version. */
export function GonePage({ messages, title, language, deletion, html }: GonePageProps) {
  const words = messages.gone;
  return (
    <article class="gone-page">
      <header class="page-header">
        <p class="error-code">{words.title}</p>
        <h1 lang={language}>{title}</h1>
        <div class="notice notice-gone">
          <p>
            {words.deletedOn} <DateOf iso={deletion.date} messages={messages} /> {words.by}{' '}
            <span class="person">{deletion.author}</span>.
          </p>
          <p>{words.reason(deletion.subject)}</p>
          {(deletion.diffHref || deletion.historyHref) && (
            <ul class="notice-links">
              {deletion.diffHref && (
                <li>
                  <a href={deletion.diffHref}>{words.commit}</a>
                </li>
              )}
              {deletion.historyHref && (
                <li>
                  <a href={deletion.historyHref}>{messages.history.label}</a>
                </li>
              )}
            </ul>
          )}
        </div>
      </header>
      {html !== undefined && (
        <section class="last-version" aria-label={words.lastVersionOf(title)}>
          <p class="last-version-label">{words.lastVersion}</p>
          <div class="prose" lang={language}>
            {raw(html)}
          </div>
        </section>
      )}
    </article>
  );
}
