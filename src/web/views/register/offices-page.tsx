import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';

export interface OfficesPageProps {
  readonly messages: Messages;
  readonly offices: readonly (Link & { readonly description: string | undefined })[];
}

/** The free-software offices. */
export function OfficesPage({ messages, offices }: OfficesPageProps) {
  const words = messages.codePages;
  return (
    <article class="code-values">
      <header class="page-header">
        <h1>{words.titles.offices}</h1>
        <p class="lead">{words.intros.offices}</p>
      </header>
      {offices.length === 0 ? (
        <p>{words.noOffices}</p>
      ) : (
        <ul class="code-list">
          {offices.map(({ label, href, description }) => (
            <li class="code-card">
              <h2>
                <a href={href}>{label}</a>
              </h2>
              <p dir="auto">{description}</p>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
