import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';

export interface CodeChoice extends Link {
  readonly count: string;
  readonly isChosen: boolean;
}

/** A facet: its values, and how to give up the one that is chosen. */
export interface CodeFilter {
  readonly name: string;
  readonly choices: readonly CodeChoice[];
  readonly chosen?: Link;
  /** The page of what is chosen, and the list of all. */
  readonly links?: readonly Link[];
}

interface FiltersProps {
  readonly messages: Messages;
  readonly filters: readonly CodeFilter[];
}

/** What is chosen, each with the way to give it up. */
export function ChosenFilters({ messages, filters }: FiltersProps) {
  const words = messages.code;
  const chosen = filters.flatMap((filter) => filter.chosen ?? []);
  if (chosen.length === 0) return null;
  return (
    <ul class="code-chosen" aria-label={words.chosen}>
      {chosen.map(({ label, href }) => (
        <li>
          <a href={href} aria-label={words.giveUp(label)}>
            {label} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The facets, each folded but those in which something is chosen. */
export function CodeFilters({ messages, filters }: FiltersProps) {
  const facets = filters.filter(({ choices }) => choices.length > 0);
  if (facets.length === 0) return null;
  return (
    <nav class="code-filters" aria-label={messages.code.filters}>
      {facets.map(({ name, choices, chosen, links = [] }) => (
        <details open={chosen !== undefined}>
          <summary>{name}</summary>
          <ul>
            {choices.map(({ label, href, count, isChosen }) => (
              <li>
                <a href={href} aria-current={isChosen ? 'true' : undefined}>
                  {label} <span class="count">{count}</span>
                </a>
              </li>
            ))}
            {links.map(({ label, href }) => (
              <li class="code-more">
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </nav>
  );
}
