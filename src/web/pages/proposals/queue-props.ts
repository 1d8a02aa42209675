import type { ProposalState, ProposalTable } from '../../../store/proposal-tables.ts';
import { OPEN_STATES } from '../../../store/proposals.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../../context.ts';
import { moment } from '../../lists/moment.ts';
import { personName } from '../../lists/shielded.ts';
import { PROPOSALS } from '../../proposals/addresses.ts';
import type { AskedQueue } from '../../proposals/queue.ts';
import type { ProposalListProps } from '../../views/proposals/proposal-list.tsx';

/** Proposals of a page of a queue. */
export const QUEUE_PAGE = 40;

const CLOSED = ['applied', 'rejected'] as const;

interface Queue {
  readonly asked: AskedQueue;
  /** Those of the page, and one more where there is another page. */
  readonly rows: readonly ProposalTable[];
  readonly counts: ReadonlyMap<ProposalState, number>;
  readonly href: (to: AskedQueue) => string;
  readonly action: string;
  readonly lists: readonly { readonly name: string; readonly title: string }[];
  /** What the address says besides. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** Under the address of each. */
  readonly under?: string;
}

export function countOf(
  counts: ReadonlyMap<ProposalState, number>,
  states: readonly ProposalState[],
): number {
  return states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
}

/** What is shown of a queue, but for what it is called. */
export function queueProps(
  context: Context,
  { asked, rows, counts, href, action, lists, hidden = {}, under = '' }: Queue,
): Pick<ProposalListProps, 'filters' | 'form' | 'entries' | 'older' | 'newer'> {
  const { site } = context;
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const words = messages.proposals;
  const { state, page } = asked;
  const first = { ...asked, page: 1 };
  const cleared = { ...first, list: '', from: '', path: '', text: '', order: 'changed' as const };
  return {
    filters: [
      {
        label: words.open,
        href: href({ ...first, state: undefined }),
        count: countOf(counts, OPEN_STATES),
        isHere: state === undefined,
      },
      ...CLOSED.map((closed) => ({
        label: words.closed[closed],
        href: href({ ...first, state: closed }),
        count: countOf(counts, [closed]),
        isHere: state === closed,
      })),
    ],
    form: {
      action,
      asked,
      lists,
      hidden: { ...hidden, ...(language !== site.defaultLanguage && { lang: language }) },
      clearHref: href(cleared),
    },
    entries: rows
      .slice(0, QUEUE_PAGE)
      .map(({ number, title, state: at, from_name, from_address, created_at }) => ({
        number,
        title,
        state: at,
        href: ownAddress(site, `${PROPOSALS}${number}${under}`, language),
        from: personName(from_name, from_address, messages.lists.nobody),
        received: moment(site, messages, created_at),
      })),
    ...(rows.length > QUEUE_PAGE && { older: href({ ...asked, page: page + 1 }) }),
    ...(page > 1 && { newer: href({ ...asked, page: page - 1 }) }),
  };
}
