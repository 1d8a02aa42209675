import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';
import { NumberedPager } from '../numbered-pager.tsx';

export interface DependenciesPageProps {
  readonly messages: Messages;
  readonly ecosystems: readonly (Link & { readonly isHere: boolean })[];
  readonly packages: readonly {
    readonly name: string;
    readonly ecosystem: string;
    readonly href: string;
    readonly count: string;
  }[];
  readonly pager: { readonly page: number; readonly pages: number; readonly href: (page: number) => string };
}

/** The packages that most repositories depend on. */
export function DependenciesPage({ messages, ecosystems, packages, pager }: DependenciesPageProps) {
  const words = messages.codePages;
  return (
    <article class="code-values">
      <header class="page-header">
        <h1>{words.titles.dependencies}</h1>
        <p class="lead">{words.intros.dependencies}</p>
      </header>
      {ecosystems.length > 2 && (
        <nav class="code-sorts" aria-label={words.ecosystems}>
          <ul>
            {ecosystems.map(({ label, href, isHere }) => (
              <li>
                <a href={href} aria-current={isHere ? 'true' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {packages.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <div class="table-scroll">
          <table class="code-table">
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.ecosystem}</th>
                <th scope="col" class="number">
                  {words.repositories}
                </th>
              </tr>
            </thead>
            <tbody>
              {packages.map(({ name, ecosystem, href, count }) => (
                <tr>
                  <th scope="row">
                    <a href={href}>{name}</a>
                  </th>
                  <td>{ecosystem}</td>
                  <td class="number">{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <NumberedPager messages={messages} label={words.pages} {...pager} />
    </article>
  );
}
