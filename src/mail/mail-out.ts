import type { Relay } from '../config/relay.ts';
import type { Webhook } from '../config/webhooks.ts';
import type { Writer } from '../store/database.ts';
import type { Wiki } from '../wiki/wiki.ts';
import type { ReadArchived } from './delivery/copied-messages.ts';
import { type DeliveryWorker, startDelivery } from './delivery/delivery-worker.ts';
import { digestDue, queueDigest } from './delivery/digest.ts';
import { type MailPlace, mailPlace } from './mail-place.ts';
import { tellFollowers } from './page-follows/tell-followers.ts';
import { type HappenedEvent, queueEvent } from './webhooks/queue-event.ts';
import { sendEvents } from './webhooks/send-events.ts';

/** How often what is due by the clock is looked for: digests, followers, events to tell again. */
const TICK_MS = 30_000;

export interface MailOutOptions {
  readonly wiki: Wiki;
  readonly relay: Relay | undefined;
  readonly webhooks: readonly Webhook[];
  readonly readArchived: ReadArchived;
  /** Queues what others have due by the clock; gives how many mails. */
  readonly alsoDue?: (place: MailPlace) => Promise<number>;
  readonly warned: (sentence: string) => void;
  readonly failed: (error: unknown) => void;
}

/** All that goes out: copies and mails through the relay, digests, what followers are told, events. */
export interface MailOut {
  /** The wiki's index changed. */
  changed(): void;
  /** Something was put in a queue. */
  wake(): void;
  /** Has webhooks told of an event, in the transaction of what happened. */
  happened(writer: Writer, event: HappenedEvent): Promise<void>;
  close(): Promise<void>;
}

/** Begins to send what goes out of a wiki. Several processes may do so for one database. */
export function startMailOut(options: MailOutOptions): MailOut {
  const { wiki, relay, webhooks, readArchived, alsoDue, warned, failed } = options;
  const { database } = wiki;
  const happened = (writer: Writer, event: HappenedEvent) => queueEvent(writer, webhooks, event);
  const delivery = relay && startDelivery({ ...deliveryOf(options, happened), relay });
  let working: Promise<void> = Promise.resolve();
  const work = () => {
    working = working
      .then(async () => {
        const place = await mailPlace(database);
        if (place && relay) {
          await queueWhatIsDue(wiki, place, readArchived, delivery);
          if (alsoDue && place.lists.length > 0 && (await alsoDue(place)) > 0) delivery?.wake();
        }
        if (webhooks.length > 0) while ((await sendEvents(database, webhooks)) > 0);
      })
      .catch(failed);
  };
  const timer = setInterval(work, TICK_MS);
  if (!relay)
    void mailPlace(database)
      .then((place) => {
        if (place && place.lists.length > 0)
          warned('Mail does not go out: set GREFFE_RELAY to the SMTP server that takes it.');
      })
      .catch(failed);
  return {
    changed: () => {
      if (webhooks.length > 0)
        void database
          .write(async (writer) =>
            happened(writer, {
              type: 'wiki.changed',
              data: { commit: (await wiki.indexedCommit()) ?? null },
              now: seconds(),
            }),
          )
          .then(work, failed);
      else work();
    },
    wake: () => {
      delivery?.wake();
      if (webhooks.length > 0) work();
    },
    happened,
    async close() {
      clearInterval(timer);
      await delivery?.close();
      await working;
    },
  };
}

const seconds = () => Math.floor(Date.now() / 1000);

function deliveryOf(
  { wiki, readArchived, warned, failed }: MailOutOptions,
  happened: MailOut['happened'],
): Omit<Parameters<typeof startDelivery>[0], 'relay'> {
  const { database } = wiki;
  return {
    database,
    readArchived,
    alone: database.engine === 'sqlite',
    site: async () => {
      const place = await mailPlace(database);
      return { lists: place?.lists ?? [], origin: place?.site.origin };
    },
    events: {
      failed,
      relay: (error) =>
        warned(
          error === undefined ? 'The mail relay works again.' : `The mail relay does not work: ${error}`,
        ),
      // No address in an event: what is told elsewhere could be read there.
      bounced: ({ list, message_id }, error) =>
        database.write((writer) =>
          happened(writer, {
            type: 'message.bounced',
            data: {
              list,
              messageId: message_id,
              status: /^\d{3}(?:[ -]\d\.\d+\.\d+)?/.exec(error)?.[0] ?? null,
            },
            now: seconds(),
          }),
        ),
      delivered: ({ kind, list, message_id }) =>
        kind === 'message'
          ? database.write((writer) =>
              happened(writer, {
                type: 'message.delivered',
                data: { list, messageId: message_id },
                now: seconds(),
              }),
            )
          : undefined,
    },
  };
}

async function queueWhatIsDue(
  wiki: Wiki,
  { lists, site }: MailPlace,
  readArchived: ReadArchived,
  delivery: DeliveryWorker | undefined,
): Promise<void> {
  const { database, objects } = wiki;
  const now = seconds();
  let queued = 0;
  for (const list of lists) {
    const day = await digestDue(database.reader, list, site, now);
    if (day === undefined) continue;
    await database.write((writer) => queueDigest(writer, list, site, { day, now, readArchived }));
    queued++;
  }
  const [list] = lists;
  if (list) queued += await tellFollowers({ database, objects, list, site, now });
  if (queued > 0) delivery?.wake();
}
