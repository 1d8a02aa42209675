import { raw } from 'hono/html';
import type { Messages } from '../messages/messages.ts';
import { DateOf } from './date.tsx';
import type { Link } from './link.ts';

/** Who changed the page last, and when (ISO 8601). */
export interface LastChange {
  readonly date: string;
  readonly author: string;
  readonly historyHref?: string;
}

export interface SiteFooterProps {
  readonly messages: Messages;
  readonly siteTitle: string;
  readonly lastChange?: LastChange;
  /** The page's source, as Markdown. */
  readonly sourceHref?: string;
  /** How to change this very page. */
  readonly improveHref?: string;
  /** How to follow this very page. */
  readonly followHref?: string;
  readonly licence?: { readonly name: string; readonly href?: string };
  /** Whatever the site wants at hand on every page: state of translations, legal notice. */
  readonly links?: readonly Link[];
}

/** Lists that many pages have in common, written once for all of them. */
const written = new WeakMap<readonly Link[], string>();

function linkList(links: readonly Link[]): string {
  const known = written.get(links);
  if (known !== undefined) return known;
  const list = (
    <ul>
      {links.map(({ label, href, language }) => (
        <li>
          <a href={href} lang={language} hreflang={language}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  ).toString() as string;
  written.set(links, list);
  return list;
}

/** Foot of every page: what happened to it, under which licence, and the site's own links. */
export function SiteFooter(props: SiteFooterProps) {
  const { messages, siteTitle, lastChange, sourceHref, followHref, improveHref, licence, links } = props;
  const words = messages.layout;
  return (
    <footer class="site-footer">
      <div class="site-footer-inner">
        {(lastChange || sourceHref || followHref || improveHref) && (
          <p class="last-change">
            {lastChange && (
              <span>
                {words.lastChangedOn} <DateOf iso={lastChange.date} messages={messages} /> {words.by}{' '}
                <span class="person">{lastChange.author}</span>
              </span>
            )}
            {improveHref && <a href={improveHref}>{messages.contribute.improve}</a>}
            {lastChange?.historyHref && <a href={lastChange.historyHref}>{words.history}</a>}
            {sourceHref && <a href={sourceHref}>{words.source}</a>}
            {followHref && <a href={followHref}>{messages.follow.linkHere}</a>}
          </p>
        )}
        <div class="about-site">
          <p>
            <strong>{siteTitle}</strong>
            {licence && (
              <span class="licence">
                {words.licence} {licence.href ? <a href={licence.href}>{licence.name}</a> : licence.name}
              </span>
            )}
          </p>
          {links && links.length > 0 && raw(linkList(links))}
        </div>
      </div>
    </footer>
  );
}
