import { raw } from 'hono/html';
import type { Messages } from '../messages/messages.ts';
import { DateOf } from './date.tsx';
import { type Notice, Notices } from './notices.tsx';
import type { OutlineHeading } from './outline.ts';
import { TableOfContents } from './table-of-contents.tsx';

export type { Notice } from './notices.tsx';
export type { OutlineHeading } from './outline.ts';

export interface WikiPageProps {
  readonly messages: Messages;
  readonly title: string;
  /** Language of the text, which may not be the interface's (BCP 47). */
  readonly language: string;
  readonly description?: string;
  /** From the front matter, ISO 8601. */
  readonly date?: string;
  readonly tags?: readonly string[];
  readonly notices?: readonly Notice[];
  /** Headings to list, as rendered; none for no table of contents. */
  readonly headings?: readonly OutlineHeading[];
  /** Safe HTML, from the Markdown layer. */
  readonly html: string;
}

/** A page of the wiki. */
export function WikiPage(props: WikiPageProps) {
  const { messages, language, notices = [], headings = [], tags = [] } = props;
  return (
    <article class={headings.length > 0 ? 'wiki-page has-contents' : 'wiki-page'}>
      <header class="page-header">
        <h1 lang={language}>{props.title}</h1>
        {props.description && (
          <p class="description" lang={language}>
            {props.description}
          </p>
        )}
        {(props.date || tags.length > 0) && (
          <div class="page-meta">
            {props.date && (
              <p>
                {messages.page.publishedOn} <DateOf iso={props.date} messages={messages} />
              </p>
            )}
            {tags.length > 0 && (
              <ul class="tags" aria-label={messages.page.tags}>
                {tags.map((tag) => (
                  <li lang={language}>{tag}</li>
                ))}
              </ul>
            )}
          </div>
        )}
        {notices.length > 0 && <Notices messages={messages} notices={notices} />}
      </header>
      {headings.length > 0 && <TableOfContents messages={messages} headings={headings} language={language} />}
      <div class="prose" lang={language}>
        {raw(props.html)}
      </div>
    </article>
  );
}
