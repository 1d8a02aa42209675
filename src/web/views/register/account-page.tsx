import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';
import { type CodeFact, CodeFacts } from './code-facts.tsx';
import { FollowCode } from './follow-code.tsx';

export interface AccountPageProps {
  readonly messages: Messages;
  readonly name: string;
  readonly description: string | null;
  readonly open?: Link;
  readonly repositories?: Link;
  readonly facts: readonly CodeFact[];
  readonly feeds: readonly Link[];
}

/** An account on a forge. */
export function AccountPage(props: AccountPageProps) {
  const { messages, name, description, open, repositories, facts, feeds } = props;
  return (
    <article class="code-account">
      <header class="page-header">
        <p class="kind">{messages.code.account}</p>
        <h1>{name}</h1>
      </header>
      {description && (
        <p class="code-description" dir="auto">
          {description}
        </p>
      )}
      <ul class="row-links">
        {repositories && (
          <li>
            <a href={repositories.href}>{repositories.label}</a>
          </li>
        )}
        {open && (
          <li>
            <a href={open.href} rel="external">
              {open.label}
            </a>
          </li>
        )}
      </ul>
      <CodeFacts facts={facts} />
      {feeds.length > 0 && <FollowCode messages={messages} feeds={feeds} />}
    </article>
  );
}
