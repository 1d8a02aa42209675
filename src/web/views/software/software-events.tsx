import type { Messages } from '../../messages/messages.ts';
import { DateOf } from '../date.tsx';
import type { Link } from '../link.ts';

/** What a commit did to a row of the table. */
export interface SoftwareEventProps {
  readonly text: string;
  readonly software: Link;
  /** ISO 8601. */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
  readonly commitHref: string;
}

/** What happened to one row, the newest first. */
export function RowEvents({
  messages,
  events,
}: {
  readonly messages: Messages;
  readonly events: readonly SoftwareEventProps[];
}) {
  return (
    <ol class="software-events">
      {events.map(({ text, date, author, subject, commitHref }) => (
        <li>
          <DateOf iso={date} messages={messages} /> <strong dir="auto">{text}</strong>
          <br />
          <a href={commitHref} dir="auto">
            {subject}
          </a>{' '}
          {messages.software.by} {author}
        </li>
      ))}
    </ol>
  );
}
