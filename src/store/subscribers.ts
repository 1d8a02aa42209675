import type { Reader, Writer } from './database.ts';
import type { SubscriberTable } from './subscription-tables.ts';

/** A day between two bounces of an address at least, and a fortnight at most, for them to be counted together. */
const DAY = 86_400;
const FORTNIGHT = 14 * DAY;

/** How many days of bounces suspend a subscription. */
export const MAX_BOUNCES = 4;

/** The subscriber of a list at an address, folded; suspended ones too. */
export function subscriberAt(
  reader: Reader,
  list: string,
  folded: string,
): Promise<SubscriberTable | undefined> {
  return reader
    .selectFrom('subscriber')
    .selectAll()
    .where('list', '=', list)
    .where('folded', '=', folded)
    .executeTakeFirst();
}

export function subscriberById(reader: Reader, id: string): Promise<SubscriberTable | undefined> {
  return reader.selectFrom('subscriber').selectAll().where('id', '=', id).executeTakeFirst();
}

/** All who are subscribed to a list, in order of their addresses. */
export function subscribersOf(reader: Reader, list: string): Promise<SubscriberTable[]> {
  return reader.selectFrom('subscriber').selectAll().where('list', '=', list).orderBy('folded').execute();
}

/** Those who get mail, of one mode or of all. */
export function activeSubscribers(
  reader: Reader,
  list: string,
  modes: readonly SubscriberTable['mode'][],
): Promise<SubscriberTable[]> {
  return reader
    .selectFrom('subscriber')
    .selectAll()
    .where('list', '=', list)
    .where('state', '=', 'active')
    .where('mode', 'in', modes)
    .execute();
}

/** How many get mail of a list. */
export async function countActive(reader: Reader, list: string): Promise<number> {
  const row = await reader
    .selectFrom('subscriber')
    .select((e) => e.fn.countAll<number | string>().as('count'))
    .where('list', '=', list)
    .where('state', '=', 'active')
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Subscribes an address; one that is already there gets these preferences, and mail again if it was suspended. */
export async function saveSubscriber(
  writer: Writer,
  {
    id,
    list,
    address,
    folded,
    language,
    mode,
    since,
  }: Omit<SubscriberTable, 'state' | 'bounces' | 'last_bounce_at'>,
): Promise<void> {
  const fresh = { address, language, mode, state: 'active', bounces: 0, last_bounce_at: 0 } as const;
  await writer
    .insertInto('subscriber')
    .values({ id, list, folded, since, ...fresh })
    .onConflict((conflict) => conflict.columns(['list', 'folded']).doUpdateSet(fresh))
    .execute();
}

/** Ends a subscription, with the copies that wait to be sent; says whether there was one. */
export async function removeSubscriber(writer: Writer, id: string): Promise<boolean> {
  const { numDeletedRows } = await writer.deleteFrom('subscriber').where('id', '=', id).executeTakeFirst();
  await writer
    .deleteFrom('delivery')
    .where('subscriber', '=', id)
    .where('state', '=', 'waiting')
    .where('claimed_by', '=', '')
    .execute();
  return numDeletedRows > 0n;
}

/**
 * Counts that an address was said not to exist: once a day, and from the start again after a fortnight without. Suspends
 * the subscription when it was so on several days; says whether it did.
 */
export async function countBounce(writer: Writer, id: string, now: number): Promise<boolean> {
  const subscriber = await subscriberById(writer, id);
  if (!subscriber || now - subscriber.last_bounce_at < DAY) return false;
  const bounces = now - subscriber.last_bounce_at > FORTNIGHT ? 1 : subscriber.bounces + 1;
  const state = bounces >= MAX_BOUNCES ? 'suspended' : subscriber.state;
  await writer
    .updateTable('subscriber')
    .set({ bounces, last_bounce_at: now, state })
    .where('id', '=', id)
    .execute();
  return state !== subscriber.state;
}
