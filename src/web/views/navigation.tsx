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
        <NavigationList items={items} />
      </details>
    </nav>
  );
}

function NavigationList({ items }: { readonly items: readonly NavigationItem[] }) {
  return (
    <ul>
      {items.map(({ label, href, language, current, children }) => (
        <li>
          <a
            href={href}
            lang={language}
            hreflang={language}
            class={current === 'section' ? 'in-section' : undefined}
            aria-current={current === 'page' ? 'page' : undefined}
          >
            {label}
          </a>
          {current && children && children.length > 0 && <NavigationList items={children} />}
        </li>
      ))}
    </ul>
  );
}
