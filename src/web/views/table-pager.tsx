import type { Messages } from '../messages/messages.ts';
import { inPlace } from './fragment.ts';

export interface TablePagerProps {
  readonly messages: Messages;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
  /** Rows a page, to choose from. */
  readonly sizes?: readonly { readonly size: number; readonly href: string; readonly current: boolean }[];
}

/** The pages of a table, and how many rows each has. */
export function TablePager({ messages, page, pages, href, sizes = [] }: TablePagerProps) {
  const words = messages.table;
  if (pages <= 1 && sizes.length < 2) return null;
  return (
    <div class="table-pager">
      {pages > 1 && (
        <nav aria-label={words.pages}>
          <ul>
            {page > 1 && (
              <li>
                <a rel="prev" href={inPlace(href(page - 1))}>
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
                    href={inPlace(href(number))}
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
                <a rel="next" href={inPlace(href(page + 1))}>
                  {words.nextPage}
                </a>
              </li>
            )}
          </ul>
        </nav>
      )}
      {sizes.length > 1 && (
        <div class="page-sizes">
          <span id="page-sizes">{words.perPage}</span>
          <ul aria-labelledby="page-sizes">
            {sizes.map(({ size, href, current }) => (
              <li>
                <a href={inPlace(href)} aria-current={current ? 'true' : undefined}>
                  {messages.number(size)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
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
