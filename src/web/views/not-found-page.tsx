import type { Messages } from '../messages/messages.ts';
import type { Link } from './link.ts';

/** A page near the one asked for. `moved`: Git says this is where it went. */
export interface Suggestion extends Link {
  readonly path: string;
  readonly moved?: boolean;
}

export interface NotFoundPageProps {
  readonly messages: Messages;
  /** What was asked for, decoded. */
  readonly path: string;
  readonly homeHref: string;
  readonly suggestions?: readonly Suggestion[];
  /** The same page in the languages it exists in. */
  readonly otherLanguages?: readonly Link[];
}

/** 404, with what may have been meant. */
export function NotFoundPage({
  messages,
  path,
  homeHref,
  suggestions = [],
  otherLanguages = [],
}: NotFoundPageProps) {
  const words = messages.notFound;
  return (
    <article class="error-page">
      <header class="page-header">
        <p class="error-code">{messages.errors.code(404)}</p>
        <h1>{words.title}</h1>
        <p class="description">
          {words.sentence} <code class="asked">{path}</code>
        </p>
      </header>
      {otherLanguages.length > 0 && (
        <section>
          <h2>{words.otherLanguages}</h2>
          <ul>
            {otherLanguages.map(({ label, href, language }) => (
              <li>
                <a href={href} lang={language} hreflang={language}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {suggestions.length > 0 && (
        <section>
          <h2>{words.didYouMean}</h2>
          <ul class="suggestions">
            {suggestions.map(({ label, href, language, path, moved }) => (
              <li>
                <a href={href} lang={language} hreflang={language}>
                  {label}
                </a>{' '}
                <span class="count">
                  <code>{path}</code>
                  {moved && <> ({words.moved})</>}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>{words.remedy}</p>
      <p>
        <a class="button" href={homeHref}>
          {words.home}
        </a>
      </p>
    </article>
  );
}
