import { isCheckRule, type Severity } from '../../config/check-rules.ts';
import type { Messages } from '../messages/messages.ts';

/** The values of one kind to choose among. */
export interface CheckFacet {
  readonly kind: 'severities' | 'rules' | 'sections';
  readonly values: readonly {
    readonly value: string;
    readonly count: number;
    readonly selected: boolean;
    /** With this value chosen, or no longer so. */
    readonly href: string;
  }[];
}

interface CheckFiltersProps {
  readonly messages: Messages;
  readonly facets: readonly CheckFacet[];
  /** Without any choice. */
  readonly clearHref?: string;
}

/** Choices among the findings, each a link. */
export function CheckFilters({ messages, facets, clearHref }: CheckFiltersProps) {
  const words = messages.checks.filters;
  const labels = { severities: words.severity, rules: words.rule, sections: words.section } as const;
  return (
    <nav class="check-filters" aria-label={words.label}>
      {facets
        .filter(({ values }) => values.length > 1 || values.some(({ selected }) => selected))
        .map(({ kind, values }) => (
          <div class="check-facet">
            <h2 id={`facet-${kind}`}>{labels[kind]}</h2>
            <ul aria-labelledby={`facet-${kind}`}>
              {values.map(({ value, count, selected, href }) => (
                <li>
                  <a href={href} aria-current={selected ? 'true' : undefined}>
                    {nameOf(messages, kind, value)} <span class="count">{messages.number(count)}</span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      {clearHref !== undefined && (
        <a class="check-clear" href={clearHref}>
          {words.clear}
        </a>
      )}
    </nav>
  );
}

function nameOf({ checks }: Messages, kind: CheckFacet['kind'], value: string): string {
  if (kind === 'severities') return checks.severity[value as Severity];
  if (kind === 'rules') return isCheckRule(value) ? checks.rules[value].title : value;
  return value === '' ? checks.filters.root : `${value}/`;
}
