import type { Webhook } from '../../config/webhooks.ts';
import type { Database } from '../../store/database.ts';
import { claimWebhooks, putOffWebhook, removeWebhook } from '../../store/webhook-deliveries.ts';
import { postWebhook } from './post-webhook.ts';

/** How long after each failure an event is told again, in seconds; after the last it is given up (some 3 days). */
const WAITS = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;
const AT_ONCE = 10;
const CLAIM_SECONDS = 60;

/** Tells the events that are due; says how many were. What is of a webhook that is no more, or says so (410), goes. */
export async function sendEvents(
  database: Database,
  webhooks: readonly Webhook[],
  now = Math.floor(Date.now() / 1000),
): Promise<number> {
  const due = await database.write((writer) =>
    claimWebhooks(writer, { now, until: now + CLAIM_SECONDS, limit: AT_ONCE }),
  );
  await Promise.all(
    due.map(async ({ id, url, body, attempts }) => {
      const webhook = webhooks.find((one) => one.url === url);
      const outcome = webhook && (await told(webhook, { id, body, now }));
      const wait = WAITS[attempts];
      await database.write((writer) =>
        outcome === undefined || outcome === 'gone' || outcome === 'taken' || wait === undefined
          ? removeWebhook(writer, id)
          : putOffWebhook(writer, id, { dueAt: now + wait, attempts: attempts + 1, error: outcome.error }),
      );
    }),
  );
  return due.length;
}

async function told(
  webhook: Webhook,
  event: { readonly id: string; readonly body: string; readonly now: number },
): Promise<'taken' | 'gone' | { readonly error: string }> {
  try {
    const status = await postWebhook(webhook, event);
    if (status >= 200 && status < 300) return 'taken';
    return status === 410 ? 'gone' : { error: `it answered ${status}` };
  } catch (error) {
    return { error: (error as Error).message };
  }
}
