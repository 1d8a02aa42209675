import { insertAll } from './batches.ts';
import type { Writer } from './database.ts';
import type { WebhookDeliveryTable } from './subscription-tables.ts';

export async function addWebhookDeliveries(
  writer: Writer,
  rows: readonly Pick<WebhookDeliveryTable, 'id' | 'url' | 'event' | 'body' | 'happened_at'>[],
): Promise<void> {
  await insertAll(
    writer,
    'webhook_delivery',
    rows.map((row) => ({ ...row, due_at: row.happened_at, attempts: 0, claimed_until: 0, last_error: '' })),
  );
}

/** Takes the events that are due, the oldest first: nobody else sends them until `until`. */
export async function claimWebhooks(
  writer: Writer,
  { now, until, limit }: { readonly now: number; readonly until: number; readonly limit: number },
): Promise<WebhookDeliveryTable[]> {
  const rows = await writer
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('due_at', '<=', now)
    .where('claimed_until', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .execute();
  if (rows.length > 0)
    await writer
      .updateTable('webhook_delivery')
      .set({ claimed_until: until })
      .where(
        'id',
        'in',
        rows.map(({ id }) => id),
      )
      .execute();
  return rows;
}

/** Forgets an event that was taken, or given up. */
export async function removeWebhook(writer: Writer, id: string): Promise<void> {
  await writer.deleteFrom('webhook_delivery').where('id', '=', id).execute();
}

export async function putOffWebhook(
  writer: Writer,
  id: string,
  { dueAt, attempts, error }: { readonly dueAt: number; readonly attempts: number; readonly error: string },
): Promise<void> {
  await writer
    .updateTable('webhook_delivery')
    .set({ due_at: dueAt, attempts, last_error: error, claimed_until: 0 })
    .where('id', '=', id)
    .execute();
}
