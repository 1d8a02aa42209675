import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';
import { NumberedPager } from '../numbered-pager.tsx';
import { CodeCard, type CodeCardProps } from './code-card.tsx';
import { ChosenFilters, type CodeFilter, CodeFilters } from './code-filters.tsx';

export interface CodePageProps {
  readonly messages: Messages;
  readonly action: string;
  readonly text: string;
  /** What the address holds besides, and a search must keep. */
  readonly kept: readonly (readonly [string, string])[];
  readonly isEmpty: boolean;
  readonly total: number;
  readonly cards: readonly CodeCardProps[];
  readonly filters: readonly CodeFilter[];
  readonly sorts: readonly (Link & { readonly isHere: boolean })[];
  readonly pager: { readonly page: number; readonly pages: number; readonly href: (page: number) => string };
  readonly downloadTitle: string;
  /** What is listed, as files. */
  readonly downloads: readonly Link[];
  /** The whole register as open data. */
  readonly data: Link;
  readonly unfilteredHref?: string;
}

/** The register of source code: its search, its facets, the repositories. */
export function CodePage(props: CodePageProps) {
  const { messages, total, cards, filters } = props;
  const words = messages.code;
  return (
    <article class="code-page">
      <header class="page-header">
        <h1>{words.title}</h1>
        <p class="lead">{words.intro}</p>
      </header>
      {props.isEmpty ? (
        <section>
          <h2>{words.nothingYet}</h2>
          <p>{words.nothingYetText}</p>
        </section>
      ) : (
        <>
          <search>
            <form class="search-form" action={props.action} method="get">
              <label for="code:text">{words.search}</label>
              <div class="search-field">
                <input id="code:text" type="search" name="q" value={props.text} maxlength={300} />
                <button type="submit" class="button">
                  {words.searchButton}
                </button>
              </div>
              {props.kept.map(([name, value]) => (
                <input type="hidden" name={name} value={value} />
              ))}
            </form>
          </search>
          <ChosenFilters messages={messages} filters={filters} />
          <div class="code-columns">
            <CodeFilters messages={messages} filters={filters} />
            <div class="code-found">
              <div class="code-bar">
                <p role="status">{total === 0 ? words.nothing : words.found(total)}</p>
                <Sorts messages={messages} sorts={props.sorts} />
              </div>
              {total === 0 && props.unfilteredHref && (
                <p>
                  <a class="button" href={props.unfilteredHref}>
                    {words.withoutFilters}
                  </a>
                </p>
              )}
              {cards.length > 0 && (
                <ol class="code-list">
                  {cards.map((card) => (
                    <CodeCard messages={messages} card={card} />
                  ))}
                </ol>
              )}
              <NumberedPager messages={messages} label={words.pages} {...props.pager} />
            </div>
          </div>
          <section class="code-downloads">
            <h2>{props.downloadTitle}</h2>
            <ul>
              {props.downloads.map(({ label, href }) => (
                <li>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
            <p>
              <a href={props.data.href}>{props.data.label}</a>
            </p>
          </section>
        </>
      )}
    </article>
  );
}

function Sorts({ messages, sorts }: Pick<CodePageProps, 'messages' | 'sorts'>) {
  return (
    <nav class="code-sorts" aria-label={messages.code.sortBy}>
      <span aria-hidden="true">{messages.code.sortBy}</span>
      <ul>
        {sorts.map(({ label, href, isHere }) => (
          <li>
            <a href={href} aria-current={isHere ? 'true' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
