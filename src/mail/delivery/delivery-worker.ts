import { setTimeout } from 'node:timers/promises';
import type { Relay } from '../../config/relay.ts';
import type { Database } from '../../store/database.ts';
import {
  type ClaimedDelivery,
  claimDeliveries,
  endedByCrash,
  forgetOrphans,
  markEnding,
  putOff,
  releaseClaims,
  renewClaims,
  settle,
} from '../../store/deliveries.ts';
import type { MailList } from '../list.ts';
import { newId, siteSecret } from '../tokens.ts';
import { bounceAddress, takeHardBounce } from './bounces.ts';
import { CopiedMessages, type ReadArchived } from './copied-messages.ts';
import { listHeaders } from './list-headers.ts';
import { pace } from './pace.ts';
import { RelayConnection, type SendOutcome } from './relay-connection.ts';
import { nextTry } from './retries.ts';

/** What happens to copies, for whoever counts or tells it. */
export interface DeliveryEvents {
  /** The relay does not work, or works again (`undefined`). */
  readonly relay?: (error: string | undefined) => void;
  /** A copy was given up. */
  readonly bounced?: (delivery: ClaimedDelivery, error: string) => Promise<void> | void;
  /** All copies of a mail are sent or given up. */
  readonly delivered?: (outgoing: {
    readonly list: string;
    readonly message_id: string;
    readonly kind: 'message' | 'digest' | 'own';
  }) => Promise<void> | void;
  /** Copies that a crash interrupted at their last byte count as sent. */
  readonly presumedSent?: (ids: readonly string[]) => void;
  readonly failed?: (error: unknown) => void;
}

export interface DeliveryOptions {
  readonly database: Database;
  readonly relay: Relay;
  /** The lists and the public address of the site, as they are now. */
  readonly site: () => Promise<{ readonly lists: readonly MailList[]; readonly origin: string | undefined }>;
  readonly readArchived: ReadArchived;
  /** Whether no other process sends from this database: then what a crash left is taken up at once. */
  readonly alone?: boolean;
  readonly events?: DeliveryEvents;
  readonly pollMs?: number;
}

export interface DeliveryWorker {
  /** Looks at the queue now: something was put in it. */
  wake(): void;
  /** Ends what is under way, and gives back the rest. */
  close(): Promise<void>;
}

/** For how long a worker that no longer lives keeps what it held, in seconds; one that lives renews it well before. */
const CLAIM_SECONDS = 120;
const RENEW_MS = 30_000;
const POLL_MS = 2_000;
const RELAY_WAIT_MS = [2_000, 5_000, 15_000, 60_000, 300_000] as const;

const seconds = () => Math.floor(Date.now() / 1000);

/**
 * Sends what is in the queue through the relay. Several workers may share a queue: each copy is claimed first. Just before
 * its last byte, a copy is marked in the database; after the relay took it, it is forgotten. So whenever a worker dies, no
 * copy is sent twice, and those it had not ended are sent by the next.
 */
export function startDelivery(options: DeliveryOptions): DeliveryWorker {
  const worker = new Worker(options);
  const running = worker.run();
  return {
    wake: () => worker.wake(),
    async close() {
      worker.stop();
      await running;
    },
  };
}

/** Only a message of the list is in its archive. */
function archivedId({ kind, message_id }: ClaimedDelivery): string {
  return kind === 'message' ? message_id : '';
}

class Worker {
  readonly #options: DeliveryOptions;
  readonly #id = newId();
  readonly #stopping = new AbortController();
  readonly #connections: RelayConnection[];
  readonly #pace: (signal: AbortSignal) => Promise<void>;
  readonly #messages: CopiedMessages;
  readonly #sent: string[] = [];
  #settling: Promise<void> | undefined;
  #waking: (() => void) | undefined;
  #isAwake = false;
  #relayFailures = 0;

  constructor(options: DeliveryOptions) {
    this.#options = options;
    this.#connections = Array.from(
      { length: options.relay.connections },
      () => new RelayConnection(options.relay),
    );
    this.#pace = pace(options.relay.rate);
    this.#messages = new CopiedMessages(options.database.reader, options.readArchived);
  }

  wake(): void {
    this.#isAwake = true;
    this.#waking?.();
  }

  stop(): void {
    this.#stopping.abort();
    this.#waking?.();
  }

  async run(): Promise<void> {
    const { database, alone = false, events } = this.#options;
    const renewing = setInterval(() => {
      void database
        .write((writer) => renewClaims(writer, this.#id, seconds() + CLAIM_SECONDS))
        .catch((error) => events?.failed?.(error));
    }, RENEW_MS);
    if (alone) await this.#try(() => database.write((writer) => releaseClaims(writer)));
    while (!this.#stopping.signal.aborted) {
      const more = await this.#try(() => this.#round());
      if (!more) await this.#sleep();
    }
    clearInterval(renewing);
    await this.#try(() => this.#settle());
    await this.#try(() => database.write((writer) => releaseClaims(writer, this.#id)));
    for (const connection of this.#connections) connection.close();
  }

  /** Sends a batch of what is due; says whether there may be more. */
  async #round(): Promise<boolean> {
    const { database, relay, events } = this.#options;
    const now = seconds();
    const ended = await endedByCrash(database.reader, now);
    if (ended.length > 0) {
      events?.presumedSent?.(ended);
      this.#sent.push(...ended);
      await this.#settle();
    }
    const limit = Math.max(20, relay.connections * 20);
    const { secret, claimed } = await database.write(async (writer) => ({
      secret: await siteSecret(writer),
      claimed: await claimDeliveries(writer, this.#id, { now, until: now + CLAIM_SECONDS, limit }),
    }));
    if (claimed.length === 0) {
      await database.write((writer) => forgetOrphans(writer, now));
      for (const connection of this.#connections) connection.rest();
      return false;
    }
    const site = await this.#options.site();
    const queue = claimed.values();
    const failuresBefore = this.#relayFailures;
    const loops = await Promise.allSettled(
      this.#connections.map(async (connection) => {
        for (const delivery of queue) {
          if (this.#stopping.signal.aborted || this.#relayFailures > failuresBefore) return;
          await this.#pace(this.#stopping.signal);
          if (this.#stopping.signal.aborted) return;
          await this.#send(connection, delivery, secret, site);
        }
      }),
    );
    await this.#settle();
    await database.write((writer) => releaseClaims(writer, this.#id));
    for (const loop of loops) if (loop.status === 'rejected') throw loop.reason;
    return this.#relayFailures === failuresBefore;
  }

  async #send(
    connection: RelayConnection,
    delivery: ClaimedDelivery,
    secret: string,
    { lists, origin }: Awaited<ReturnType<DeliveryOptions['site']>>,
  ): Promise<void> {
    const { database } = this.#options;
    const { id, subscriber, recipient } = delivery;
    const list = lists.find(({ name }) => name === delivery.list);
    // Where the list is no more, nobody is subscribed to it.
    if (!list) return await this.#forget(id);
    const copied = await this.#messages.get(delivery).catch((error: Error) => error);
    if (copied instanceof Error)
      return await this.#settleOutcome(delivery, { kind: 'later', error: copied.message });
    if (!copied) return await this.#forget(id);
    const leaving = subscriber === '' ? undefined : { secret, subscriber };
    const head = delivery.kind === 'own' ? '' : listHeaders(list, origin, archivedId(delivery), leaving);
    const from = delivery.envelope_from ?? (subscriber === '' ? '' : bounceAddress(list, secret, subscriber));
    const outcome = await connection.send({
      from,
      to: recipient,
      pieces: [Buffer.from(head.replaceAll('\n', '\r\n')), copied.bytes].filter(({ length }) => length > 0),
      beforeEnd: () => database.write((writer) => markEnding(writer, id, this.#id)),
    });
    await this.#settleOutcome(delivery, outcome);
  }

  async #settleOutcome(delivery: ClaimedDelivery, outcome: SendOutcome): Promise<void> {
    const { database, events } = this.#options;
    if (outcome.kind === 'kept-back') return;
    if (outcome.kind === 'sent') {
      this.#relayWorks();
      return await this.#forget(delivery.id);
    }
    const { error } = outcome;
    const now = seconds();
    if (outcome.kind === 'no-relay') {
      if (this.#relayFailures++ === 0) events?.relay?.(error);
      // The relay took the last byte and said nothing: it has not taken the message (RFC 5321, 4.5.3.2.6).
      await database.write((writer) =>
        putOff(writer, delivery.id, { dueAt: now, attempts: delivery.attempts, error }),
      );
      return;
    }
    this.#relayWorks();
    const attempts = delivery.attempts + 1;
    const dueAt = outcome.kind === 'later' ? nextTry(attempts, delivery.queued_at, now) : undefined;
    if (dueAt !== undefined) {
      await database.write((writer) => putOff(writer, delivery.id, { dueAt, attempts, error }));
      return;
    }
    if (outcome.kind === 'no-recipient') await this.#countBounce(delivery.subscriber, now);
    await this.#forget(delivery.id);
    await events?.bounced?.(delivery, error);
  }

  async #countBounce(subscriber: string, now: number): Promise<void> {
    if (subscriber === '') return;
    await this.#options.database.write((writer) => takeHardBounce(writer, subscriber, now));
  }

  #relayWorks(): void {
    if (this.#relayFailures > 0) this.#options.events?.relay?.(undefined);
    this.#relayFailures = 0;
  }

  /** Forgets a copy soon, with others. */
  async #forget(id: string): Promise<void> {
    this.#sent.push(id);
    if (this.#sent.length >= 100) await this.#settle();
  }

  async #settle(): Promise<void> {
    await this.#settling;
    if (this.#sent.length === 0) return;
    const ids = this.#sent.splice(0);
    this.#settling = (async () => {
      const finished = await this.#options.database.write((writer) => settle(writer, ids));
      for (const outgoing of finished) await this.#options.events?.delivered?.(outgoing);
    })().catch((error) => {
      this.#sent.push(...ids);
      this.#options.events?.failed?.(error);
    });
    await this.#settling;
  }

  async #try<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.#options.events?.failed?.(error);
      return undefined;
    }
  }

  /** Until there may be something to do: sooner when told, later when the relay does not work. */
  async #sleep(): Promise<void> {
    const { pollMs = POLL_MS } = this.#options;
    const wait =
      this.#relayFailures > 0
        ? (RELAY_WAIT_MS[Math.min(this.#relayFailures, RELAY_WAIT_MS.length) - 1] as number)
        : pollMs;
    if (this.#isAwake && this.#relayFailures === 0) {
      this.#isAwake = false;
      return;
    }
    const woken = new AbortController();
    this.#waking = () => woken.abort();
    if (!this.#stopping.signal.aborted)
      await setTimeout(wait, undefined, { signal: woken.signal }).catch(() => {});
    this.#waking = undefined;
    this.#isAwake = false;
  }
}
