import type { Child } from 'hono/jsx';
import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';
import { type CodeFact, CodeFacts } from './code-facts.tsx';
import { CopiedText } from './copied-text.tsx';
import { type PubliccodeBadge, PubliccodeSnippet } from './publiccode-snippet.tsx';

export interface RepositoryPageProps {
  readonly messages: Messages;
  readonly name: string;
  readonly account: Link;
  readonly description: string | null;
  readonly marks: readonly string[];
  /** What one must know before anything else: that it is missing, or gone. */
  readonly notices: readonly string[];
  readonly open?: Link;
  /** What a person who reuses it copies. */
  readonly copied: readonly { readonly label: string; readonly text: string }[];
  readonly topics: readonly Link[];
  readonly facts: readonly CodeFact[];
  readonly badge?: PubliccodeBadge;
  readonly excerpt: string | null;
  /** Where the data come from, and when. */
  readonly source: { readonly sentence: string; readonly facts: readonly CodeFact[] };
  /** Files, publiccode.yml, releases, dependencies, score: each a section. */
  readonly children?: Child;
}

/** A repository of the register. */
export function RepositoryPage(props: RepositoryPageProps) {
  const { messages, account } = props;
  const { code: words, codeRepository } = messages;
  return (
    <article class="code-repository">
      <header class="page-header">
        <p class="kind">
          {words.repository} <a href={account.href}>{account.label}</a>
        </p>
        <h1>{props.name}</h1>
      </header>
      {props.notices.length > 0 && (
        <div class="code-notice">
          {props.notices.map((notice) => (
            <p>{notice}</p>
          ))}
        </div>
      )}
      <p class="code-description" dir="auto">
        {props.description ?? words.noDescription}
      </p>
      {props.marks.length > 0 && (
        <ul class="code-marks">
          {props.marks.map((mark) => (
            <li>{mark}</li>
          ))}
        </ul>
      )}
      {props.topics.length > 0 && (
        <ul class="code-topics" aria-label={words.facts.topics}>
          {props.topics.map(({ label, href }) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      )}
      {props.open && (
        <p>
          <a class="button" href={props.open.href} rel="external">
            {props.open.label}
          </a>
        </p>
      )}
      {props.copied.length > 0 && (
        <section class="code-reuse">
          <h2>{codeRepository.reuse}</h2>
          {props.copied.map(({ label, text }) => (
            <CopiedText label={label} text={text} />
          ))}
        </section>
      )}
      <CodeFacts facts={props.facts} />
      {props.excerpt && (
        <section>
          <h2>{codeRepository.readme}</h2>
          <blockquote class="code-description" dir="auto">
            {props.excerpt}
          </blockquote>
        </section>
      )}
      {props.children}
      {props.badge && <PubliccodeSnippet messages={messages} {...props.badge} />}
      <section>
        <h2>{codeRepository.source}</h2>
        <p>{props.source.sentence}</p>
        <CodeFacts facts={props.source.facts} />
      </section>
    </article>
  );
}
