import type { Messages } from '../messages/messages.ts';
import { DateOf } from './date.tsx';
import { MadeBy } from './made-by.tsx';

/** Lines that follow each other, and the commit that wrote them. `first` counts from 1, `date` is ISO 8601. */
export interface BlameGroup {
  readonly first: number;
  readonly lines: readonly string[];
  readonly by?: {
    readonly subject: string;
    readonly href: string;
    readonly date: string;
    readonly author: string;
    readonly committer?: string;
  };
}

/** Lines, or why there are none. */
export type BlameBody =
  | { readonly kind: 'lines'; readonly count: number; readonly groups: readonly BlameGroup[] }
  | { readonly kind: 'tooLarge' | 'binary' | 'tooLong' | 'empty' };

export interface BlamePageProps {
  readonly messages: Messages;
  readonly title: string;
  /** Language of the file (BCP 47). */
  readonly language: string;
  readonly path: string;
  readonly body: BlameBody;
  readonly historyHref: string;
  readonly versionHref: string;
  /** Of the commit that was asked for, where one was. */
  readonly date?: string;
}

/** Who wrote each line of a file. */
export function BlamePage({ messages, title, language, path, body, date, ...links }: BlamePageProps) {
  const words = messages.blame;
  return (
    <article class="blame-page">
      <header class="page-header">
        <h1>{title}</h1>
        <p class="description">{words.intro}</p>
        {date !== undefined && (
          <div class="notice notice-past">
            <p>{words.asOf(date)}</p>
          </div>
        )}
        <ul class="page-meta facts">
          <li>
            <code>{path}</code>
          </li>
          {body.kind === 'lines' && <li>{words.lines(body.count)}</li>}
          <li>
            <a href={links.historyHref}>{messages.history.label}</a>
          </li>
          <li>
            <a href={links.versionHref}>
              {date === undefined ? messages.history.backToPage : messages.versions.asItWas}
            </a>
          </li>
        </ul>
      </header>
      {body.kind === 'lines' ? (
        <ol class="blame">
          {body.groups.map((group) => (
            <Group messages={messages} group={group} language={language} />
          ))}
        </ol>
      ) : (
        <p class="empty">{words[body.kind]}</p>
      )}
    </article>
  );
}

interface GroupProps {
  readonly messages: Messages;
  readonly group: BlameGroup;
  readonly language: string;
}

function Group({ messages, group: { first, lines, by }, language }: GroupProps) {
  return (
    <li class="blame-group">
      <div class="blame-by">
        <span class="visually-hidden">{messages.blame.linesOf(first, first + lines.length - 1)} </span>
        {by && (
          <>
            <a href={by.href}>{by.subject}</a>
            <p class="made-by">
              <DateOf iso={by.date} messages={messages} />{' '}
              <MadeBy
                messages={messages}
                author={by.author}
                {...(by.committer !== undefined && { committer: by.committer })}
              />
            </p>
          </>
        )}
      </div>
      <ol class="blame-lines" start={first} lang={language}>
        {lines.map((line, index) => (
          <li id={`L${first + index}`}>
            <code>{line}</code>
          </li>
        ))}
      </ol>
    </li>
  );
}
