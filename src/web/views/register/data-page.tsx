import type { Terms } from '../../../register/exports/description.ts';
import type { Messages } from '../../messages/messages.ts';
import { DateOf } from '../date.tsx';
import type { Link } from '../link.ts';

interface DataTable {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly files: readonly Link[];
  readonly columns: readonly {
    readonly name: string;
    readonly type: keyof Messages['openData']['types'];
    readonly meaning: string;
  }[];
}

export interface DataPageProps extends Terms {
  readonly messages: Messages;
  readonly tables: readonly DataTable[];
  /** Files under code.gouv.fr’s names. */
  readonly published: readonly Link[];
  readonly descriptions: readonly Link[];
  readonly modified?: string;
  readonly clone?: string;
}

/** The register as open data: its files, what their columns mean, under which licence. */
export function DataPage(props: DataPageProps) {
  const { messages, tables } = props;
  const words = messages.openData;
  return (
    <article class="code-data">
      <header class="page-header">
        <h1>{words.link}</h1>
        <p>{words.intro}</p>
      </header>
      <Use {...props} />
      {tables.map((table) => (
        <TableSection messages={messages} {...table} />
      ))}
      {props.clone !== undefined && (
        <section>
          <h2>{words.git}</h2>
          <p>{words.gitText}</p>
          <pre class="copyable" tabindex={0}>
            <code>git clone {props.clone}</code>
          </pre>
        </section>
      )}
      <section>
        <h2>{words.described}</h2>
        <Links links={props.descriptions} />
      </section>
      <section>
        <h2>{words.published}</h2>
        <p>{words.publishedText}</p>
        <Links links={props.published} />
      </section>
    </article>
  );
}

function Use({ messages, licence, publisher, modified }: DataPageProps) {
  const words = messages.openData;
  return (
    <dl class="row-cells">
      <div>
        <dt>{words.licence}</dt>
        <dd>
          {licence?.href === undefined ? (
            (licence?.name ?? words.noLicence)
          ) : (
            <a href={licence.href} rel="license">
              {licence.name}
            </a>
          )}
        </dd>
      </div>
      <div>
        <dt>{words.publisher}</dt>
        <dd>{publisher.url === undefined ? publisher.name : <a href={publisher.url}>{publisher.name}</a>}</dd>
      </div>
      {modified !== undefined && (
        <div>
          <dt>{words.modified}</dt>
          <dd>
            <DateOf iso={modified} messages={messages} />
          </dd>
        </div>
      )}
    </dl>
  );
}

function TableSection({ messages, ...table }: DataTable & { readonly messages: Messages }) {
  const words = messages.openData;
  return (
    <section>
      <h2 id={table.name}>{table.title}</h2>
      <p>{table.description}</p>
      <ul class="code-files">
        {table.files.map(({ label, href }) => (
          <li>
            <a href={href}>
              {label}
              <span class="visually-hidden"> ({table.title})</span>
            </a>
          </li>
        ))}
      </ul>
      <details>
        <summary>{words.columns(table.title)}</summary>
        <div class="table-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{words.column}</th>
                <th scope="col">{words.type}</th>
                <th scope="col">{words.meaning}</th>
              </tr>
            </thead>
            <tbody>
              {table.columns.map(({ name, type, meaning }) => (
                <tr>
                  <th scope="row">
                    <code>{name}</code>
                  </th>
                  <td>{words.types[type]}</td>
                  <td>{meaning}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

function Links({ links }: { readonly links: readonly Link[] }) {
  return (
    <ul>
      {links.map(({ label, href }) => (
        <li>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  );
}
