import type { Messages } from '../messages/messages.ts';
import { DateOf } from './date.tsx';
import type { Link } from './link.ts';

export interface CollectionEntry extends Link {
  readonly description?: string;
  /** ISO 8601. */
  readonly date?: string;
}

interface CollectionEntriesProps {
  readonly messages: Messages;
  readonly entries: readonly CollectionEntry[];
}

/** Pages with what they are about and their date. */
export function CollectionEntries({ messages, entries }: CollectionEntriesProps) {
  return (
    <ul class="page-list">
      {entries.map(({ label, href, language, description, date }) => (
        <li>
          <a href={href} lang={language} hreflang={language}>
            {label}
          </a>
          {description && <p lang={language}>{description}</p>}
          {date && (
            <p class="changed">
              <DateOf iso={date} messages={messages} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
