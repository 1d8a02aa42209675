import type { Messages } from '../messages/messages.ts';
import type { Link } from './link.ts';
import { Pager } from './pager.tsx';
import { SearchForm } from './search-form.tsx';

/** A piece of text, and whether it is what was searched for. */
export interface MarkedText {
  readonly text: string;
  readonly matched: boolean;
}

export interface SearchHit {
  readonly href: string;
  readonly kind: 'page' | 'row' | 'event' | 'file';
  readonly language: string;
  readonly title: readonly MarkedText[];
  /** Where it is: its section, the heading it is under. */
  readonly place: readonly string[];
  readonly excerpt: readonly MarkedText[];
}

/** A value by which results can be restricted; `href` chooses it, or gives it up when it is chosen. */
export interface SearchChoice extends Link {
  readonly count?: string;
  readonly selected: boolean;
}

export interface SearchFilter {
  readonly name: string;
  readonly choices: readonly SearchChoice[];
}

export interface SearchPageProps {
  readonly messages: Messages;
  readonly action: string;
  readonly kept: readonly (readonly [string, string])[];
  readonly text: string;
  /** Undefined when nothing was asked for. */
  readonly found?: {
    readonly total: number;
    readonly exact: boolean;
    /** The number of the first one shown, from 1. */
    readonly first: number;
    readonly hits: readonly SearchHit[];
    readonly filters: readonly SearchFilter[];
    readonly relaxed: boolean;
    readonly didYouMean?: Link;
    readonly unfilteredHref?: string;
    readonly feedHref?: string;
    readonly previousHref?: string;
    readonly nextHref?: string;
    readonly endsHere: boolean;
  };
}

/** What answers a search, the best first. */
export function SearchPage({ messages, action, kept, text, found }: SearchPageProps) {
  const words = messages.search;
  return (
    <article class="search-page">
      <header class="page-header">
        <h1>{words.title}</h1>
      </header>
      <search>
        <SearchForm messages={messages} action={action} kept={kept} text={text} id="search:text" />
      </search>
      {found ? <Found messages={messages} text={text} {...found} /> : <Help messages={messages} />}
    </article>
  );
}

type FoundProps = NonNullable<SearchPageProps['found']> & {
  readonly messages: Messages;
  readonly text: string;
};

function Found(props: FoundProps) {
  const { messages, text, hits, didYouMean, filters } = props;
  const words = messages.search;
  return (
    <>
      <div role="status">
        <p class="search-count">
          {hits.length === 0 ? words.nothing(text) : words.found(props.total, props.exact)}
        </p>
        {didYouMean && (
          <p class="search-correction">
            {words.didYouMean}{' '}
            <a href={didYouMean.href} lang={didYouMean.language}>
              {didYouMean.label}
            </a>
            {messages.locale === 'fr' ? '\u202f?' : '?'}
          </p>
        )}
        {props.relaxed && <p>{words.relaxed}</p>}
      </div>
      {filters.length > 0 && <Filters messages={messages} filters={filters} />}
      {hits.length === 0 && <Nothing messages={messages} unfilteredHref={props.unfilteredHref} />}
      {hits.length > 0 && (
        <ol class="search-results" start={props.first}>
          {hits.map((hit) => (
            <Hit messages={messages} hit={hit} />
          ))}
        </ol>
      )}
      <Pager
        messages={messages}
        label={words.pages}
        words={{ newer: words.previous, older: words.next }}
        {...(props.previousHref && { newerHref: props.previousHref })}
        {...(props.nextHref && { olderHref: props.nextHref })}
      />
      {props.endsHere && <p class="search-end">{words.tooFar}</p>}
      {props.feedHref && (
        <p class="search-feed">
          <a href={props.feedHref} type="application/atom+xml">
            {words.feed}
          </a>
        </p>
      )}
    </>
  );
}

function Filters({ messages, filters }: { messages: Messages; filters: readonly SearchFilter[] }) {
  return (
    <nav class="search-filters" aria-label={messages.search.filters}>
      {filters.map(({ name, choices }, at) => (
        <div class="search-filter">
          <p id={`search:filter-${at}`}>{name}</p>
          <ul aria-labelledby={`search:filter-${at}`}>
            {choices.map(({ label, href, language, count, selected }) => (
              <li>
                <a href={href} aria-current={selected ? 'true' : undefined} lang={language}>
                  {label}
                  {count !== undefined && <span class="count"> {count}</span>}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function Hit({ messages, hit }: { messages: Messages; hit: SearchHit }) {
  const foreign = hit.language === messages.locale ? undefined : hit.language;
  return (
    <li>
      <h2>
        <a href={hit.href} hreflang={foreign} lang={foreign}>
          <Marked text={hit.title} />
        </a>
      </h2>
      <ul class="page-meta facts">
        {hit.kind !== 'page' && <li>{messages.search.kinds[hit.kind]}</li>}
        {foreign && <li>{messages.languageName(foreign)}</li>}
        {hit.place.map((place) => (
          <li lang={foreign}>{place}</li>
        ))}
      </ul>
      {hit.excerpt.length > 0 && (
        <p lang={foreign}>
          <Marked text={hit.excerpt} />
        </p>
      )}
    </li>
  );
}

function Marked({ text }: { text: readonly MarkedText[] }) {
  return <>{text.map(({ text, matched }) => (matched ? <mark>{text}</mark> : text))}</>;
}

function Nothing({ messages, unfilteredHref }: { messages: Messages; unfilteredHref: string | undefined }) {
  const words = messages.search;
  return (
    <section class="search-nothing">
      {unfilteredHref && (
        <p>
          <a class="button" href={unfilteredHref}>
            {words.withoutFilters}
          </a>
        </p>
      )}
      <p>{words.tryThis}</p>
      <ul>
        {words.tries.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    </section>
  );
}

function Help({ messages }: { messages: Messages }) {
  const words = messages.search;
  return (
    <section class="search-help">
      <h2>{words.helpTitle}</h2>
      <dl>
        {words.help.map(({ write, finds }) => (
          <div>
            <dt>
              <code>{write}</code>
            </dt>
            <dd>{finds}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
