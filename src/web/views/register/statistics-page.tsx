import type { Messages } from '../../messages/messages.ts';
import type { Statistic } from '../../register/statistics.tsx';
import type { Link } from '../link.ts';

export interface StatisticsPageProps {
  readonly messages: Messages;
  readonly total: number;
  readonly statistics: readonly (Statistic & { readonly files: readonly Link[] })[];
}

/** The register in pictures, each with the table of its figures. */
export function StatisticsPage({ messages, total, statistics }: StatisticsPageProps) {
  const words = messages.codePages;
  return (
    <article class="code-statistics">
      <header class="page-header">
        <h1>{words.titles.statistics}</h1>
        <p class="lead">{words.intros.statistics}</p>
      </header>
      <p>{total === 0 ? words.nothing : messages.code.found(total)}</p>
      <div class="statistics">
        {statistics.map((one) => (
          <Drawn messages={messages} one={one} />
        ))}
      </div>
    </article>
  );
}

function Drawn({
  messages,
  one,
}: {
  readonly messages: Messages;
  readonly one: StatisticsPageProps['statistics'][number];
}) {
  const words = messages.codeStatistics;
  return (
    <section class="statistic" id={one.name}>
      <h2>{one.title}</h2>
      <figure>
        <figcaption>{one.description}</figcaption>
        {one.picture(false)}
      </figure>
      <details>
        <summary>{words.table}</summary>
        <div class="table-scroll">
          <table class="code-table">
            <caption>{one.title}</caption>
            <thead>
              <tr>
                {one.columns.map((column, index) => (
                  <th scope="col" class={index > 0 ? 'number' : undefined}>
                    {column || words.what}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {one.rows.map(([name, ...figures]) => (
                <tr>
                  <th scope="row">{name}</th>
                  {figures.map((figure) => (
                    <td class="number">{typeof figure === 'number' ? messages.number(figure) : figure}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      <ul class="row-links">
        {one.files.map(({ label, href }) => (
          <li>
            <a href={href} download aria-label={words.download(label, one.title)}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
