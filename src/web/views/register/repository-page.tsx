import type { ScorePart } from '../../../register/score.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';
import { type CodeFact, CodeFacts } from './code-facts.tsx';
import { type PubliccodeBadge, PubliccodeSnippet } from './publiccode-snippet.tsx';

export interface RepositoryPageProps {
  readonly messages: Messages;
  readonly name: string;
  readonly account: Link;
  readonly description: string | null;
  readonly marks: readonly string[];
  readonly notice?: string;
  readonly open?: Link;
  readonly clone?: string;
  readonly topics: readonly Link[];
  readonly facts: readonly CodeFact[];
  readonly score: number;
  readonly parts: readonly ScorePart[];
  readonly badge?: PubliccodeBadge;
}

/** A repository of the register. */
export function RepositoryPage(props: RepositoryPageProps) {
  const { messages, account } = props;
  const words = messages.code;
  return (
    <article class="code-repository">
      <header class="page-header">
        <p class="kind">
          {words.repository} <a href={account.href}>{account.label}</a>
        </p>
        <h1>{props.name}</h1>
      </header>
      {props.notice && <p class="code-notice">{props.notice}</p>}
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
      {props.clone && (
        <>
          <h2>{words.clone}</h2>
          <pre class="copyable" tabindex={0}>
            <code>git clone {props.clone}</code>
          </pre>
        </>
      )}
      <CodeFacts facts={props.facts} />
      <Score messages={messages} score={props.score} parts={props.parts} />
      {props.badge && <PubliccodeSnippet messages={messages} {...props.badge} />}
    </article>
  );
}

function Score({ messages, score, parts }: Pick<RepositoryPageProps, 'messages' | 'score' | 'parts'>) {
  const words = messages.code;
  return (
    <section class="code-score">
      <h2>{words.score(score)}</h2>
      <p>{words.scoreIntro}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.reason}</th>
            <th scope="col">{words.points}</th>
            <th scope="col">{words.advice}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ reason, points, possible }) => (
            <tr>
              <th scope="row">{words.reasons[reason][0]}</th>
              <td>{messages.number(points)}</td>
              <td>{isToDo(points, possible) ? words.reasons[reason][1] : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What gives less than it could, or takes what it need not. */
function isToDo(points: number, possible: number): boolean {
  return possible > 0 ? points < possible : points < 0;
}
