import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';
import { NumberedPager } from '../numbered-pager.tsx';

export interface ValueRow extends Link {
  readonly count: string;
  readonly stars: string;
  readonly forks: string;
  /** Who calls a licence free. */
  readonly freedom?: string;
}

export interface ValuesPageProps {
  readonly messages: Messages;
  readonly title: string;
  readonly intro: string;
  readonly total: number;
  readonly rows: readonly ValueRow[];
  readonly hasFreedom: boolean;
  readonly pager: { readonly page: number; readonly pages: number; readonly href: (page: number) => string };
}

/** What repositories are told apart by, with how many there are of each. */
export function ValuesPage({ messages, title, intro, total, rows, hasFreedom, pager }: ValuesPageProps) {
  const words = messages.codePages;
  return (
    <article class="code-values">
      <header class="page-header">
        <h1>{title}</h1>
        <p class="lead">{intro}</p>
      </header>
      {rows.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <div class="table-scroll">
          <table class="code-table">
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                {hasFreedom && <th scope="col">{words.freedom}</th>}
                <th scope="col" class="number">
                  {words.repositories}
                </th>
                <th scope="col" class="number">
                  {words.stars}
                </th>
                <th scope="col" class="number">
                  {words.forks}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr>
                  <th scope="row">
                    <a href={row.href}>{row.label}</a>
                  </th>
                  {hasFreedom && <td>{row.freedom}</td>}
                  <td class="number">{row.count}</td>
                  <td class="number">{row.stars}</td>
                  <td class="number">{row.forks}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {total > rows.length && <NumberedPager messages={messages} label={words.pages} {...pager} />}
    </article>
  );
}
