import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';
import { type AccountLink, AccountLinks } from './account-links.tsx';

export interface OrganisationPartsProps {
  readonly messages: Messages;
  readonly below: readonly Link[];
  readonly accounts: readonly AccountLink[];
  readonly offices: readonly Link[];
  readonly policies: readonly Link[];
}

/** What an organisation has: services, accounts, offices, policies. */
export function OrganisationParts({ messages, below, accounts, offices, policies }: OrganisationPartsProps) {
  const words = messages.codePages;
  return (
    <div class="code-besides">
      <Links title={words.below} links={below} />
      <Links title={words.offices} links={offices} />
      <Links title={words.policies} links={policies} />
      {accounts.length > 0 && (
        <section>
          <h2>{words.accounts}</h2>
          <AccountLinks accounts={accounts} />
        </section>
      )}
    </div>
  );
}

function Links({ title, links }: { readonly title: string; readonly links: readonly Link[] }) {
  if (links.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="counted">
        {links.map(({ label, href }) => (
          <li>
            <a href={href} rel={href.startsWith('/') ? undefined : 'external nofollow'}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
