import type { Messages } from '../messages/messages.ts';
import type { Link } from './link.ts';

interface BreadcrumbProps {
  readonly messages: Messages;
  /** From the home page to the parent of the page being read. */
  readonly ancestors: readonly Link[];
}

/** Where the page stands in the site; its own name follows at once, as the title. */
export function Breadcrumb({ messages, ancestors }: BreadcrumbProps) {
  return (
    <nav class="breadcrumb" aria-label={messages.layout.breadcrumb}>
      <ol>
        {ancestors.map(({ label, href, language }) => (
          <li>
            <a href={href} lang={language} hreflang={language}>
              {label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
