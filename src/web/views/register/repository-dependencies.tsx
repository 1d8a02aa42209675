import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';

export interface DependencyGroup {
  readonly title: string;
  readonly isOpen: boolean;
  readonly packages: readonly (Link & { readonly version: string | undefined })[];
}

/** What a repository depends on. */
export function RepositoryDependencies({
  messages,
  groups,
  more,
}: {
  readonly messages: Messages;
  readonly groups: readonly DependencyGroup[];
  readonly more?: string | undefined;
}) {
  return (
    <section>
      <h2>{messages.codeRepository.dependencies}</h2>
      {groups.map(({ title, isOpen, packages }) => (
        <details class="code-packages" open={isOpen}>
          <summary>{title}</summary>
          <ul>
            {packages.map(({ label, href, version }) => (
              <li>
                <a href={href}>{label}</a> {version && <small>{version}</small>}
              </li>
            ))}
          </ul>
        </details>
      ))}
      {more && <p>{more}</p>}
    </section>
  );
}
