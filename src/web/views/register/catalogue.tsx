import type { Child } from 'hono/jsx';
import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';
import { NumberedPager } from '../numbered-pager.tsx';
import { ChosenFilters, type CodeFilter, CodeFilters } from './code-filters.tsx';

/** What a catalogue calls itself and what is in it. */
export interface CatalogueWords {
  readonly title: string;
  readonly intro: string;
  readonly search: string;
  readonly found: (count: number) => string;
  readonly nothing: string;
  readonly nothingYet: string;
  readonly nothingYetText: string;
  readonly pages: string;
}

/** What the page of a catalogue shows, whatever is in it. */
export interface CatalogueProps {
  readonly messages: Messages;
  readonly action: string;
  readonly text: string;
  /** What the address holds besides, and a search must keep. */
  readonly kept: readonly (readonly [string, string])[];
  readonly isEmpty: boolean;
  readonly total: number;
  readonly filters: readonly CodeFilter[];
  readonly sorts: readonly (Link & { readonly isHere: boolean })[];
  readonly pager: { readonly page: number; readonly pages: number; readonly href: (page: number) => string };
  readonly downloadTitle: string;
  /** What is listed, as files. */
  readonly downloads: readonly Link[];
  /** The whole as open data. */
  readonly data?: Link;
  readonly unfilteredHref?: string;
}

/** A catalogue: its search, its facets, and some of what is in it (`children`). */
export function Catalogue({
  words,
  children,
  before,
  after,
  ...props
}: CatalogueProps & {
  readonly words: CatalogueWords;
  readonly children: Child;
  /** Between what it is and its search. */
  readonly before?: Child;
  readonly after?: Child;
}) {
  const { messages, total, filters } = props;
  const { code } = messages;
  return (
    <article class="code-page">
      <header class="page-header">
        <h1>{words.title}</h1>
        <p class="lead">{words.intro}</p>
      </header>
      {before}
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
                  {code.searchButton}
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
                    {code.withoutFilters}
                  </a>
                </p>
              )}
              {children}
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
            {props.data && (
              <p>
                <a href={props.data.href}>{props.data.label}</a>
              </p>
            )}
          </section>
        </>
      )}
      {after}
    </article>
  );
}

function Sorts({ messages, sorts }: Pick<CatalogueProps, 'messages' | 'sorts'>) {
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
