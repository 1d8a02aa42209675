import type { Child } from 'hono/jsx';
import type { Messages } from '../../messages/messages.ts';
import { DateOf } from '../date.tsx';
import type { Link } from '../link.ts';

/** A repository in a list. */
export interface CodeCardProps {
  readonly href: string;
  readonly name: string;
  readonly account: Link;
  readonly description: string | null;
  readonly language: string | null;
  readonly licence: string | null;
  readonly stars: number;
  readonly forks: number;
  /** ISO 8601. */
  readonly updated: string | undefined;
  readonly marks: readonly string[];
}

interface CardProps {
  readonly messages: Messages;
  readonly card: CodeCardProps;
  /** Of its heading. */
  readonly level?: 2 | 3;
  readonly children?: Child;
}

export function CodeCard({ messages, card, level = 2, children }: CardProps) {
  const words = messages.code;
  const Heading = `h${level}` as const;
  return (
    <li class="code-card">
      <Heading>
        <a href={card.href}>{card.name}</a>
      </Heading>
      <p class="code-owner">
        <a href={card.account.href}>{card.account.label}</a>
      </p>
      {card.marks.length > 0 && (
        <ul class="code-marks">
          {card.marks.map((mark) => (
            <li>{mark}</li>
          ))}
        </ul>
      )}
      <p class="code-description" dir="auto">
        {card.description}
      </p>
      <ul class="page-meta facts">
        {card.language && <li>{card.language}</li>}
        {card.licence && <li>{card.licence}</li>}
        {card.stars > 0 && <li>{words.stars(card.stars)}</li>}
        {card.forks > 0 && <li>{words.forks(card.forks)}</li>}
        {card.updated && (
          <li>
            {words.updated} <DateOf iso={card.updated} messages={messages} />
          </li>
        )}
      </ul>
      {children}
    </li>
  );
}
