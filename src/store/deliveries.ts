import { inBatches, insertAll } from './batches.ts';
import type { Reader, Writer } from './database.ts';
import type { DeliveryTable, OutgoingTable } from './subscription-tables.ts';

/** A copy that a worker holds, with what it is a copy of (its bytes apart: see {@link outgoingBytes}). */
export interface ClaimedDelivery
  extends Pick<DeliveryTable, 'id' | 'outgoing' | 'recipient' | 'subscriber' | 'attempts'>,
    Omit<OutgoingTable, 'id' | 'raw'> {}

/** A copy that was given up or is to be told of. */
export type DeliverySummary = Omit<DeliveryTable, 'claimed_by' | 'claimed_until'> &
  Pick<OutgoingTable, 'list' | 'message_id' | 'queued_at'>;

/** Puts a mail on its way to each of these recipients. */
export async function addOutgoing(
  writer: Writer,
  outgoing: OutgoingTable,
  deliveries: readonly Pick<DeliveryTable, 'id' | 'recipient' | 'subscriber'>[],
): Promise<void> {
  if (deliveries.length === 0) return;
  await writer.insertInto('outgoing').values(outgoing).execute();
  await insertAll(
    writer,
    'delivery',
    deliveries.map((delivery) => ({
      ...delivery,
      outgoing: outgoing.id,
      due_at: outgoing.queued_at,
      attempts: 0,
      state: 'waiting' as const,
      claimed_by: '',
      claimed_until: 0,
      last_error: '',
    })),
  );
}

/**
 * Gives a worker the copies that are due, oldest first: nobody else sends them until `until` (seconds since 1970), unless
 * the claim is renewed.
 */
export async function claimDeliveries(
  writer: Writer,
  worker: string,
  { now, until, limit }: { readonly now: number; readonly until: number; readonly limit: number },
): Promise<ClaimedDelivery[]> {
  const claimed = await writer
    .selectFrom('delivery')
    .innerJoin('outgoing', 'outgoing.id', 'delivery.outgoing')
    .select([
      'delivery.id',
      'delivery.outgoing',
      'delivery.recipient',
      'delivery.subscriber',
      'delivery.attempts',
    ])
    .select(['list', 'kind', 'oid', 'message_id', 'envelope_from', 'queued_at'])
    .where('claimed_until', '<=', now)
    .where('due_at', '<=', now)
    .where('state', '=', 'waiting')
    .orderBy('due_at')
    .limit(limit)
    .execute();
  await eachBatch(
    claimed.map(({ id }) => id),
    (ids) =>
      writer
        .updateTable('delivery')
        .set({ claimed_by: worker, claimed_until: until })
        .where('id', 'in', ids)
        .execute(),
  );
  return claimed;
}

/** A worker that lives keeps what it holds. */
export async function renewClaims(writer: Writer, worker: string, until: number): Promise<void> {
  await writer
    .updateTable('delivery')
    .set({ claimed_until: until })
    .where('claimed_by', '=', worker)
    .execute();
}

/** Gives back what a worker holds and has not begun to end; where no worker is named, what all of them held. */
export async function releaseClaims(writer: Writer, worker?: string): Promise<void> {
  const update = writer.updateTable('delivery').set({ claimed_by: '', claimed_until: 0 });
  await (worker === undefined
    ? update.where('claimed_by', '<>', '')
    : update.where('claimed_by', '=', worker).where('state', '=', 'waiting')
  ).execute();
}

/** Marks that the last bytes of a copy are about to be sent; false when the worker holds it no more, and must not. */
export async function markEnding(writer: Writer, id: string, worker: string): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('delivery')
    .set({ state: 'ending' })
    .where('id', '=', id)
    .where('claimed_by', '=', worker)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Copies that a crash left while they ended: they count as sent. */
export async function endedByCrash(reader: Reader, now: number): Promise<string[]> {
  const rows = await reader
    .selectFrom('delivery')
    .select('id')
    .where('state', '=', 'ending')
    .where('claimed_until', '<=', now)
    .execute();
  return rows.map(({ id }) => id);
}

/** Forgets copies that were sent or given up; gives the mails of which none is left on its way, forgotten too. */
export async function settle(writer: Writer, ids: readonly string[]): Promise<Omit<OutgoingTable, 'raw'>[]> {
  const rows = await inBatches(ids, (batch) =>
    writer.selectFrom('delivery').select('outgoing').distinct().where('id', 'in', batch).execute(),
  );
  await eachBatch(ids, (batch) => writer.deleteFrom('delivery').where('id', 'in', batch).execute());
  return await forgetFinished(writer, [...new Set(rows.map(({ outgoing }) => outgoing))]);
}

async function forgetFinished(
  writer: Writer,
  outgoing: readonly string[],
): Promise<Omit<OutgoingTable, 'raw'>[]> {
  const finished = await inBatches(outgoing, (batch) =>
    writer
      .selectFrom('outgoing')
      .select(['id', 'list', 'kind', 'oid', 'message_id', 'envelope_from', 'queued_at'])
      .where('id', 'in', batch)
      .where((e) =>
        e.not(
          e.exists(
            e.selectFrom('delivery').select('delivery.id').whereRef('delivery.outgoing', '=', 'outgoing.id'),
          ),
        ),
      )
      .execute(),
  );
  await eachBatch(
    finished.map(({ id }) => id),
    (ids) => writer.deleteFrom('outgoing').where('id', 'in', ids).execute(),
  );
  return finished;
}

/** Forgets mails of which no copy is left, since those who were to get them have left. */
export async function forgetOrphans(writer: Writer, now: number): Promise<void> {
  await writer
    .deleteFrom('outgoing')
    .where('queued_at', '<', now - 60)
    .where('id', 'not in', (e) => e.selectFrom('delivery').select('outgoing').distinct())
    .execute();
}

/** Puts a copy off: what was said of it, and when it is tried again. */
export async function putOff(
  writer: Writer,
  id: string,
  { dueAt, attempts, error }: { readonly dueAt: number; readonly attempts: number; readonly error: string },
): Promise<void> {
  await writer
    .updateTable('delivery')
    .set({
      state: 'waiting',
      due_at: dueAt,
      attempts,
      last_error: error,
      claimed_by: '',
      claimed_until: 0,
    })
    .where('id', '=', id)
    .execute();
}

/** The bytes of a mail of Greffe's own. */
export async function outgoingBytes(reader: Reader, id: string): Promise<Uint8Array | undefined> {
  const row = await reader.selectFrom('outgoing').select('raw').where('id', '=', id).executeTakeFirst();
  return row?.raw ?? undefined;
}

/** What is on its way, the next first; at most `limit` copies. */
export function queuedDeliveries(
  reader: Reader,
  list: string | undefined,
  limit: number,
): Promise<DeliverySummary[]> {
  const all = reader
    .selectFrom('delivery')
    .innerJoin('outgoing', 'outgoing.id', 'delivery.outgoing')
    .select(['delivery.id', 'delivery.outgoing', 'recipient', 'subscriber', 'due_at', 'attempts', 'state'])
    .select(['last_error', 'list', 'message_id', 'queued_at'])
    .orderBy('due_at')
    .orderBy('delivery.id')
    .limit(limit);
  return (list === undefined ? all : all.where('list', '=', list)).execute();
}

/** How many copies are on their way, and how many of them were put off. */
export async function queueLength(
  reader: Reader,
): Promise<{ readonly waiting: number; readonly putOff: number }> {
  const count = async (atLeast: number) => {
    const row = await reader
      .selectFrom('delivery')
      .select((e) => e.fn.countAll<number | string>().as('count'))
      .where('attempts', '>=', atLeast)
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  };
  return { waiting: await count(0), putOff: await count(1) };
}

/** Has copies that were put off tried at once, of a list or of all; says how many. */
export async function retryNow(
  writer: Writer,
  of: 'all' | { readonly list: string },
  now: number,
): Promise<number> {
  const update = writer.updateTable('delivery').set({ due_at: now }).where('due_at', '>', now);
  const { numUpdatedRows } = await (of === 'all'
    ? update
    : update.where('outgoing', 'in', (e) => e.selectFrom('outgoing').select('id').where('list', '=', of.list))
  ).executeTakeFirst();
  return Number(numUpdatedRows);
}

async function eachBatch(
  ids: readonly string[],
  work: (batch: readonly string[]) => Promise<unknown>,
): Promise<void> {
  await inBatches(ids, async (batch) => {
    await work(batch);
    return [];
  });
}

/** Gives up the copies of an archived message, and forgets that it is to be part of a digest. */
export async function dropCopiesOf(writer: Writer, list: string, oid: string): Promise<void> {
  const outgoing = await writer
    .selectFrom('outgoing')
    .select('id')
    .where('list', '=', list)
    .where('oid', '=', oid)
    .execute();
  for (const { id } of outgoing) await writer.deleteFrom('delivery').where('outgoing', '=', id).execute();
  for (const { id } of outgoing) await writer.deleteFrom('outgoing').where('id', '=', id).execute();
  await writer.deleteFrom('digest_entry').where('list', '=', list).where('oid', '=', oid).execute();
}
