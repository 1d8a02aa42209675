import type { Child } from 'hono/jsx';
import type { Messages } from '../messages/messages.ts';

/** What became of the file since. */
export type TodayLinks =
  | {
      readonly kind: 'unchanged' | 'present' | 'moved';
      /** Where it is read today. */
      readonly href: string;
      /** What changed since, where that can be told. */
      readonly diffHref?: string;
    }
  | { readonly kind: 'deleted' };

interface VersionNoticeProps {
  readonly messages: Messages;
  /** Of the commit: ISO 8601, in the site's zone, and the time of day as people write it. */
  readonly date: string;
  readonly time: string;
  readonly subject: string;
  readonly commitHref: string;
  readonly fileHref: string;
  readonly historyHref: string;
  readonly today: TodayLinks;
}

/** That this is the past, and the ways back. */
export function VersionNotice({ messages, date, time, today, ...props }: VersionNoticeProps) {
  const words = messages.version;
  const links = [
    ...(today.kind === 'deleted'
      ? []
      : [{ label: today.kind === 'moved' ? words.moved : words.today, href: today.href }]),
    ...('diffHref' in today && today.kind !== 'unchanged'
      ? [{ label: words.since, href: today.diffHref }]
      : []),
    { label: messages.history.label, href: props.historyHref },
    { label: words.file, href: props.fileHref },
  ];
  return (
    <div class="notice notice-past">
      <p>
        {words.notice(`${messages.date(date)} ${messages.recent.atTime(time)}`)}
        {today.kind === 'unchanged' && ` ${words.unchanged}`}
        {today.kind === 'deleted' && ` ${words.deleted}`}
      </p>
      <p class="made-by">
        <a href={props.commitHref}>{props.subject}</a>
      </p>
      <ul class="notice-links">
        {links.map(({ label, href }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface VersionPageProps {
  readonly title: string;
  /** Language of the title (BCP 47). */
  readonly language: string;
  readonly body: Child;
  /** The notice. */
  readonly children: Child;
}

/** A page as it was. */
export function VersionPage({ title, language, body, children }: VersionPageProps) {
  return (
    <article class="version-page">
      <header class="page-header">
        <h1 lang={language}>{title}</h1>
        {children}
      </header>
      {body}
    </article>
  );
}
