import type { Messages } from '../messages/messages.ts';
import { inPlace } from './fragment.ts';
import { NumberedPager } from './numbered-pager.tsx';

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
  return (
    <NumberedPager
      messages={messages}
      label={words.pages}
      page={page}
      pages={pages}
      href={(number) => inPlace(href(number))}
    >
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
    </NumberedPager>
  );
}
