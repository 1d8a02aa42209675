import { raw } from 'hono/html';
import { escapeXml } from '../escape-xml.ts';
import type { Messages } from '../messages/messages.ts';
import type { Link } from './link.ts';

/** An entry of the site's navigation. Entries under it are shown when the reader is in it. */
export interface NavigationItem extends Link {
  /** `page`: it is the page being read; `section`: the page being read is somewhere under it. */
  readonly current?: 'page' | 'section';
  readonly children?: readonly NavigationItem[];
}

interface NavigationProps {
  readonly messages: Messages;
  readonly items: readonly NavigationItem[];
}

/** The site's navigation, two levels: a column on a wide screen, folded under "Menu" elsewhere, without script. */
export function Navigation({ messages, items }: NavigationProps) {
  return (
    <nav class="site-navigation" aria-label={messages.layout.navigation}>
      <details class="fold">
        <summary>{messages.layout.menu}</summary>
        {raw(navigationList(items))}
      </details>
    </nav>
  );
}

/** Written as text: most elements of a page are here, and each costs ten times less so. */
function navigationList(items: readonly NavigationItem[]): string {
  return `<ul>${items.map(navigationEntry).join('')}</ul>`;
}

function navigationEntry({ label, href, language, current, children = [] }: NavigationItem): string {
  const tongue =
    language === undefined ? '' : ` lang="${escapeXml(language)}" hreflang="${escapeXml(language)}"`;
  const state =
    current === 'section' ? ' class="in-section"' : current === 'page' ? ' aria-current="page"' : '';
  const below = current && children.length > 0 ? navigationList(children) : '';
  return `<li><a href="${escapeXml(href)}"${tongue}${state}>${escapeXml(label)}</a>${below}</li>`;
}
