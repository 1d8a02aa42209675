import type { QueueFilter, QueueOrder } from '../../store/proposal-queue.ts';
import type { ProposalState } from '../../store/proposal-tables.ts';
import { OPEN_STATES } from '../../store/proposals.ts';

/** What the address of a queue asks for: `?state=applied&list=x&from=ada&path=guides&q=faq&sort=oldest&page=2`. */
export interface AskedQueue {
  /** Undefined for what is open. */
  readonly state: ProposalState | undefined;
  readonly list: string;
  readonly from: string;
  readonly path: string;
  readonly text: string;
  readonly order: QueueOrder;
  readonly page: number;
}

/** What may be asked for by itself. */
export const QUEUE_STATES = ['proposed', 'needs_revision', 'approved', 'applied', 'rejected'] as const;

export const QUEUE_ORDERS: readonly QueueOrder[] = ['changed', 'newest', 'oldest'];

const MAX_TYPED = 200;

export function askedQueue(query: URLSearchParams): AskedQueue {
  const typed = (name: string) =>
    (query.get(name) ?? '')
      .replace(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, MAX_TYPED);
  return {
    state: QUEUE_STATES.find((state) => state === query.get('state')),
    list: typed('list'),
    from: typed('from'),
    path: typed('path').replace(/^\/+|\/+$/g, ''),
    text: typed('q'),
    order: QUEUE_ORDERS.find((order) => order === query.get('sort')) ?? 'changed',
    page: Math.min(Math.max(Math.floor(Number(query.get('page') ?? 1)) || 1, 1), 1_000),
  };
}

/** Its address, but for the path: what is as by default is not said. */
export function queueQuery({
  state,
  list,
  from,
  path,
  text,
  order,
  page,
}: AskedQueue): Record<string, string> {
  return {
    ...(state && { state }),
    ...(list !== '' && { list }),
    ...(from !== '' && { from }),
    ...(path !== '' && { path }),
    ...(text !== '' && { q: text }),
    ...(order !== 'changed' && { sort: order }),
    ...(page > 1 && { page: String(page) }),
  };
}

/** Which proposals it wants, of the lists that its reader may read. */
export function queueFilter(
  { list, from, path, text }: AskedQueue,
  readable: readonly string[],
): QueueFilter {
  return {
    lists: list === '' ? readable : readable.filter((one) => one === list),
    ...(from !== '' && { from }),
    ...(path !== '' && { path }),
    ...(text !== '' && { text }),
  };
}

export function queueStates({ state }: Pick<AskedQueue, 'state'>): readonly ProposalState[] {
  return state ? [state] : OPEN_STATES;
}
