import type { Messages } from '../messages/messages.ts';
import { shownPages } from './table-pager.tsx';

export interface ChecksPagerProps {
  readonly messages: Messages;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
}

/** The pages of a long list of findings. */
export function ChecksPager({ messages, page, pages, href }: ChecksPagerProps) {
  if (pages <= 1) return null;
  return (
    <div class="table-pager">
      <nav aria-label={messages.checks.pages}>
        <ul>
          {shownPages(page, pages).map((number) => (
            <li>
              {number === undefined ? (
                '…'
              ) : (
                <a
                  href={href(number)}
                  aria-label={messages.table.page(number)}
                  aria-current={number === page ? 'page' : undefined}
                >
                  {messages.number(number)}
                </a>
              )}
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
