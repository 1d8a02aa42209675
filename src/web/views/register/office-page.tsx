import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';
import { type AccountLink, AccountLinks } from './account-links.tsx';
import { type CodeFact, CodeFacts } from './code-facts.tsx';

export interface OfficePageProps {
  readonly messages: Messages;
  readonly name: string;
  readonly description: string | undefined;
  readonly site: Link;
  readonly facts: readonly CodeFact[];
  readonly accounts: readonly AccountLink[];
}

/** A free-software office. */
export function OfficePage({ messages, name, description, site, facts, accounts }: OfficePageProps) {
  const words = messages.codePages;
  return (
    <article class="code-value">
      <header class="page-header">
        <p class="kind">{words.kindOf.office}</p>
        <h1>{name}</h1>
        {description && (
          <p class="lead" dir="auto">
            {description}
          </p>
        )}
      </header>
      <p>
        <a class="button" href={site.href} rel="external">
          {site.label}
        </a>
      </p>
      <CodeFacts facts={facts} />
      {accounts.length > 0 && (
        <section>
          <h2>{words.officeCode}</h2>
          <AccountLinks accounts={accounts} />
        </section>
      )}
    </article>
  );
}
