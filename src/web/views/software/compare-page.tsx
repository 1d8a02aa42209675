import type { Child } from 'hono/jsx';
import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';

export interface ComparedRow {
  readonly name: string;
  /** One for each software; undefined where nobody knows. */
  readonly values: readonly (Child | undefined)[];
}

interface ComparePageProps {
  readonly messages: Messages;
  readonly catalogueHref: string;
  readonly software: readonly Link[];
  readonly rows: readonly ComparedRow[];
  readonly isTooMany: boolean;
}

/** Software side by side. */
export function ComparePage({ messages, catalogueHref, software, rows, isTooMany }: ComparePageProps) {
  const words = messages.software;
  return (
    <article class="software-compare">
      <header class="page-header">
        <h1>{words.compare}</h1>
        <p class="lead">{words.compareIntro}</p>
      </header>
      {isTooMany && <p class="code-notice">{words.compareTooMany}</p>}
      {software.length < 2 ? (
        <p>
          {words.compareTooFew} <a href={catalogueHref}>{words.title}</a>
        </p>
      ) : (
        <section class="software-compared" aria-label={words.compare} tabindex={0}>
          <table>
            <thead>
              <tr>
                <td />
                {software.map(({ label, href }) => (
                  <th scope="col" dir="auto">
                    <a href={href}>{label}</a>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, values }) => (
                <tr>
                  <th scope="row">{name}</th>
                  {values.map((value) => (
                    <td dir="auto">{value ?? '–'}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </article>
  );
}
