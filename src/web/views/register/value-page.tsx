import type { Child } from 'hono/jsx';
import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';
import { CodeCard, type CodeCardProps } from './code-card.tsx';
import { type CodeFact, CodeFacts } from './code-facts.tsx';
import { FollowCode } from './follow-code.tsx';

/** How many repositories have one thing beside another. */
export interface CountedLink extends Link {
  readonly count: string;
}

export interface ValuePageProps {
  readonly messages: Messages;
  /** What it is: a language, a licence. */
  readonly kind: string;
  readonly title: string;
  readonly lead?: string | undefined;
  readonly links?: readonly Link[];
  readonly facts?: readonly CodeFact[];
  /** The repositories, where there are any. */
  readonly all?: Link | undefined;
  readonly openest: readonly CodeCardProps[];
  readonly latest: readonly CodeCardProps[];
  /** What it goes with, most often first. */
  readonly beside: readonly { readonly name: string; readonly values: readonly CountedLink[] }[];
  readonly feeds: readonly Link[];
  /** What only this kind of page has, before the repositories. */
  readonly children?: Child;
}

/** A value by which repositories are told apart: how many have it, which are the most open, what it goes with. */
export function ValuePage(props: ValuePageProps) {
  const { messages, links = [], facts = [], all, openest, latest } = props;
  const words = messages.codePages;
  return (
    <article class="code-value">
      <header class="page-header">
        <p class="kind">{props.kind}</p>
        <h1>{props.title}</h1>
        {props.lead && <p class="lead">{props.lead}</p>}
      </header>
      {facts.length > 0 && <CodeFacts facts={facts} />}
      {links.length > 0 && (
        <ul class="row-links">
          {links.map(({ label, href }) => (
            <li>
              <a href={href} rel={href.startsWith('/') ? undefined : 'external'}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {props.children}
      {all ? (
        <>
          <p>
            <a class="button" href={all.href}>
              {all.label}
            </a>
          </p>
          <div class="code-besides">
            {props.beside.map(({ name, values }) => (
              <section>
                <h2>{name}</h2>
                <ul class="counted">
                  {values.map(({ label, href, count }) => (
                    <li>
                      <a href={href}>{label}</a> <span class="count">{count}</span>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
          <Cards messages={messages} title={words.openest} cards={openest} />
          <Cards messages={messages} title={words.latest} cards={latest} />
          <FollowCode messages={messages} feeds={props.feeds} />
        </>
      ) : (
        <p>{messages.code.nothing}</p>
      )}
    </article>
  );
}

function Cards({
  messages,
  title,
  cards,
}: {
  readonly messages: Messages;
  readonly title: string;
  readonly cards: readonly CodeCardProps[];
}) {
  if (cards.length === 0) return null;
  return (
    <section class="code-cards">
      <h2>{title}</h2>
      <ul class="code-list">
        {cards.map((card) => (
          <CodeCard messages={messages} card={card} level={3} />
        ))}
      </ul>
    </section>
  );
}
