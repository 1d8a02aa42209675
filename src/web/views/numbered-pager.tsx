import type { Child } from 'hono/jsx';
import type { Messages } from '../messages/messages.ts';

export interface NumberedPagerProps {
  readonly messages: Messages;
  readonly label: string;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
  /** What stands beside them. */
  readonly children?: Child;
}

/** The numbers of the pages of a long list, with the one before and the one after. */
export function NumberedPager({ messages, label, page, pages, href, children }: NumberedPagerProps) {
  const words = messages.table;
  if (pages <= 1 && !children) return null;
  return (
    <div class="numbered-pager">
      {pages > 1 && (
        <nav aria-label={label}>
          <ul>
            {page > 1 && (
              <li>
                <a rel="prev" href={href(page - 1)}>
                  {words.previousPage}
                </a>
              </li>
            )}
            {shownPages(page, pages).map((number) => (
              <li>
                {number === undefined ? (
                  '…'
                ) : (
                  <a
                    href={href(number)}
                    aria-label={words.page(number)}
                    aria-current={number === page ? 'page' : undefined}
                  >
                    {messages.number(number)}
                  </a>
                )}
              </li>
            ))}
            {page < pages && (
              <li>
                <a rel="next" href={href(page + 1)}>
                  {words.nextPage}
                </a>
              </li>
            )}
          </ul>
        </nav>
      )}
      {children}
    </div>
  );
}

/** The first page, the last, those around this one; undefined where some are left out. */
export function shownPages(page: number, pages: number): readonly (number | undefined)[] {
  const kept = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const shown: (number | undefined)[] = [];
  let last = 0;
  for (const number of new Set(kept.toSorted((a, b) => a - b))) {
    if (number === last + 2) shown.push(last + 1);
    else if (number > last + 2) shown.push(undefined);
    shown.push(number);
    last = number;
  }
  return shown;
}
