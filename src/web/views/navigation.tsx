import { raw } from 'hono/html';
import { escapeXml } from '../escape-xml.ts';
import type { Messages } from '../messages/messages.ts';
import type { Link } from './link.ts';

/** An entry of the site's navigation, with the entries under it where they are shown: when the reader is in it. */
export interface NavigationItem extends Link {
  /** The page being read is somewhere under it. */
  readonly isAround?: boolean;
  readonly children?: readonly NavigationItem[];
}

interface NavigationProps {
  readonly messages: Messages;
  readonly items: readonly NavigationItem[];
  /** The page being read. */
  readonly here?: string | undefined;
}

/** The site's navigation, two levels: a column on a wide screen, folded under "Menu" elsewhere, without script. */
export function Navigation({ messages, items, here }: NavigationProps) {
  return (
    <nav class="site-navigation" aria-label={messages.layout.navigation}>
      <details class="fold">
        <summary>{messages.layout.menu}</summary>
        {raw(here === undefined ? writtenOnce(items) : markHere(writtenOnce(items), here))}
      </details>
    </nav>
  );
}

/** Lists that many pages have in common, written once for all of them. */
const written = new WeakMap<readonly NavigationItem[], string>();

function writtenOnce(items: readonly NavigationItem[]): string {
  const html = written.get(items) ?? navigationList(items);
  written.set(items, html);
  return html;
}

/** Written as text: most elements of a page are here, and each costs ten times less so. */
function navigationList(items: readonly NavigationItem[]): string {
  return `<ul>${items.map(navigationEntry).join('')}</ul>`;
}

function navigationEntry({ label, href, language, isAround, children = [] }: NavigationItem): string {
  const tongue =
    language === undefined ? '' : ` lang="${escapeXml(language)}" hreflang="${escapeXml(language)}"`;
  const below = children.length > 0 ? navigationList(children) : '';
  return `<li>${opening(href)}${isAround ? AROUND : ''}${tongue}>${escapeXml(label)}</a>${below}</li>`;
}

const AROUND = ' class="in-section"';

function opening(href: string): string {
  return `<a href="${escapeXml(href)}"`;
}

function markHere(html: string, here: string): string {
  const link = opening(here);
  return html.replaceAll(link + AROUND, () => link).replaceAll(link, () => `${link} aria-current="page"`);
}
