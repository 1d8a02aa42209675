import type { Link } from './link.ts';

export interface DiffViewsProps {
  readonly label: string;
  readonly views: readonly (Link & { readonly current?: 'page' })[];
  /** To what did not change, or away from it. */
  readonly contextLink?: Link | undefined;
}

/** The ways in which changes can be seen. */
export function DiffViews({ label, views, contextLink }: DiffViewsProps) {
  return (
    <nav class="diff-views" aria-label={label}>
      <ul>
        {views.length > 1 &&
          views.map(({ label: name, href, current }) => (
            <li>
              <a href={href} aria-current={current}>
                {name}
              </a>
            </li>
          ))}
        {contextLink && (
          <li class="context-link">
            <a href={contextLink.href}>{contextLink.label}</a>
          </li>
        )}
      </ul>
    </nav>
  );
}
