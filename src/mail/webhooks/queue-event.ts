import type { Webhook, WebhookEvent } from '../../config/webhooks.ts';
import type { Writer } from '../../store/database.ts';
import { addWebhookDeliveries } from '../../store/webhook-deliveries.ts';
import { newToken } from '../tokens.ts';

/** What happened, without any subscriber's address: it is told elsewhere. */
export interface HappenedEvent {
  readonly type: WebhookEvent;
  readonly data: Readonly<Record<string, string | number | null>>;
  /** Seconds since 1970. */
  readonly now: number;
}

/** Has the webhooks that want it told of an event, in the transaction of what happened. */
export async function queueEvent(
  writer: Writer,
  webhooks: readonly Webhook[],
  { type, data, now }: HappenedEvent,
): Promise<void> {
  const body = JSON.stringify({ type, timestamp: new Date(now * 1000).toISOString(), data });
  const rows = webhooks
    .filter(({ events }) => events.includes(type))
    .map(({ url }) => ({ id: `msg_${newToken()}`, url, event: type, body, happened_at: now }));
  await addWebhookDeliveries(writer, rows);
}
