import type { Child } from 'hono/jsx';
import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';
import { type CodeFact, CodeFacts } from '../register/code-facts.tsx';
import { RowEvents, type SoftwareEventProps } from './software-events.tsx';

/** Something that a software has several of. */
export interface NamedItem {
  readonly name: string;
  readonly href?: string;
  readonly notes: readonly string[];
  readonly language?: string;
}

export interface ItemSection {
  readonly title: string;
  readonly items: readonly NamedItem[];
  readonly more?: Link;
}

export interface SoftwarePageProps {
  readonly messages: Messages;
  readonly name: string;
  readonly description: { readonly text: string; readonly language: string } | undefined;
  /** Who wrote it, where that is not the wiki. */
  readonly describedBy?: string;
  readonly marks: readonly string[];
  readonly notices: readonly string[];
  readonly links: readonly (Link & { readonly isOutside?: boolean })[];
  readonly facts: readonly CodeFact[];
  /** Those that have something. */
  readonly sections: readonly ItemSection[];
  readonly people: {
    readonly summary: readonly string[];
    readonly items: readonly NamedItem[];
    /** Where one declares; absent where nobody signs in. */
    readonly declareHref?: string;
  };
  readonly events: readonly SoftwareEventProps[];
}

/** A software of the catalogue. */
export function SoftwarePage(props: SoftwarePageProps) {
  const { messages, description, people, events } = props;
  const words = messages.software;
  return (
    <article class="code-repository software-page">
      <header class="page-header">
        <p class="kind">{words.software}</p>
        <h1 dir="auto">{props.name}</h1>
      </header>
      {props.notices.length > 0 && (
        <div class="code-notice">
          {props.notices.map((notice) => (
            <p dir="auto">{notice}</p>
          ))}
        </div>
      )}
      <p class="code-description" dir="auto" lang={description?.language}>
        {description?.text ?? words.noDescription}
      </p>
      {props.describedBy !== undefined && <p class="software-from">({props.describedBy})</p>}
      {props.marks.length > 0 && (
        <ul class="code-marks">
          {props.marks.map((mark) => (
            <li>{mark}</li>
          ))}
        </ul>
      )}
      {props.links.length > 0 && (
        <ul class="row-links">
          {props.links.map(({ label, href, isOutside }) => (
            <li>
              <a href={href} rel={isOutside ? 'external nofollow' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
      <CodeFacts facts={props.facts} />
      {props.sections.map(({ title, items, more }) => (
        <section>
          <h2>{title}</h2>
          <NamedItems items={items} />
          {more && (
            <p>
              <a href={more.href}>{more.label}</a>
            </p>
          )}
        </section>
      ))}
      <section>
        <h2>{words.people}</h2>
        <p>{people.summary.length === 0 ? words.nobody : people.summary.join(', ')}</p>
        <NamedItems items={people.items} />
        {people.declareHref !== undefined && (
          <p>
            <a class="button" href={people.declareHref}>
              {words.declare}
            </a>
          </p>
        )}
      </section>
      {events.length > 0 && (
        <section>
          <h2>{words.history}</h2>
          <RowEvents messages={messages} events={events} />
        </section>
      )}
    </article>
  );
}

export function NamedItems({ items }: { readonly items: readonly NamedItem[] }): Child {
  if (items.length === 0) return null;
  return (
    <ul class="software-items">
      {items.map(({ name, href, notes, language }) => (
        <li>
          <span dir="auto" lang={language}>
            {href === undefined ? (
              name
            ) : (
              <a href={href} rel={href.startsWith('/') ? undefined : 'external nofollow'}>
                {name}
              </a>
            )}
          </span>
          {notes.length > 0 && <span class="software-notes"> ({notes.join(', ')})</span>}
        </li>
      ))}
    </ul>
  );
}

/** A value with who told it. */
export function Told({ value, from }: { readonly value: Child; readonly from: string | undefined }) {
  return (
    <>
      {value}
      {from !== undefined && <small class="software-from"> {from}</small>}
    </>
  );
}
