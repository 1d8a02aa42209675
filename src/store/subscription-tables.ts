import type { TableDefinition } from './table-definition.ts';

/** How much of a list a subscriber gets: each message, one mail a day, or the threads they wrote in. */
export type SubscriptionMode = 'each' | 'digest' | 'mine';

/** Somebody who gets a list by mail. Private: no page and no program is ever told an address. */
export interface SubscriberTable {
  /** Ten letters and digits of base 32, in addresses. */
  id: string;
  list: string;
  /** As its owner wrote it. */
  address: string;
  /** What tells two addresses apart. */
  folded: string;
  language: string;
  mode: SubscriptionMode;
  state: 'active' | 'suspended';
  since: number;
  /** On how many days in a row of days the address was said not to exist, and when last. */
  bounces: number;
  last_bounce_at: number;
}

/** Something that waits until the owner of an address says that they want it. */
export interface ConfirmationTable {
  /** SHA-256 of its token, which nobody keeps. */
  hash: string;
  list: string;
  folded: string;
  address: string;
  action: 'subscribe' | 'unsubscribe' | 'follow';
  /** JSON: what `action` needs to know. */
  detail: string;
  asked_at: number;
  expires_at: number;
}

/** A mail on its way out, to one or to thousands. */
export interface OutgoingTable {
  id: string;
  list: string;
  /** A message of the archive, a list's digest, or another mail of Greffe's own. */
  kind: 'message' | 'digest' | 'own';
  /** The blob of the archive that it is; null for a mail of Greffe's own. */
  oid: string | null;
  /** The mail itself, its lines ending with LF; null for a message of the archive. */
  raw: Uint8Array | null;
  message_id: string;
  /** The envelope sender; null for one a recipient, to which only what bounces comes back (VERP). */
  envelope_from: string | null;
  queued_at: number;
}

/** A copy of an outgoing mail, for one recipient. */
export interface DeliveryTable {
  id: string;
  outgoing: string;
  recipient: string;
  /** Who it is for, of subscribers or followers; empty for a mail to nobody subscribed. */
  subscriber: string;
  due_at: number;
  attempts: number;
  /** `ending`: its last bytes may have been sent, so it is never sent again. */
  state: 'waiting' | 'ending';
  /** The worker that holds it, until when. */
  claimed_by: string;
  claimed_until: number;
  last_error: string;
}

/** A message for the next daily digest of its list. */
export interface DigestEntryTable {
  list: string;
  oid: string;
  message_id: string;
  subject: string;
  from_name: string;
  received_at: number;
}

/** The day of a list's last digest, `YYYY-MM-DD` in the zone of the site. */
export interface DigestTable {
  list: string;
  day: string;
}

/** Somebody told by mail of what changes in a page, in a folder (`docs/`) or in the whole wiki (`/`). */
export interface PageFollowTable {
  id: string;
  path: string;
  address: string;
  folded: string;
  language: string;
  since: number;
  /** The newest commit they know of. */
  seen_commit: string;
  told_at: number;
}

/** An event that a webhook waits for. */
export interface WebhookDeliveryTable {
  id: string;
  /** Which webhook: its URL. */
  url: string;
  event: string;
  body: string;
  happened_at: number;
  due_at: number;
  attempts: number;
  claimed_until: number;
  last_error: string;
}

/** An answer given by a program to a mail, so that it gives no more than a few a day. */
export interface MailAnswerTable {
  folded: string;
  day: number;
  answers: number;
}

/** What signs the addresses made for recipients; one row. */
export interface MailSecretTable {
  id: 1;
  secret: string;
}

export interface SubscriptionSchema {
  subscriber: SubscriberTable;
  confirmation: ConfirmationTable;
  outgoing: OutgoingTable;
  delivery: DeliveryTable;
  digest_entry: DigestEntryTable;
  digest: DigestTable;
  page_follow: PageFollowTable;
  webhook_delivery: WebhookDeliveryTable;
  mail_answer: MailAnswerTable;
  mail_secret: MailSecretTable;
}

/** The tables of what must not be public: who gets what by mail, and what is on its way. */
export const subscriptionTables: Readonly<Record<keyof SubscriptionSchema, TableDefinition>> = {
  subscriber: {
    columns: {
      id: 'text',
      list: 'text',
      address: 'text',
      folded: 'text',
      language: 'text',
      mode: 'text',
      state: 'text',
      since: 'bigint',
      bounces: 'integer',
      last_bounce_at: 'bigint',
    },
    key: ['id'],
    unique: [['list', 'folded']],
  },
  confirmation: {
    columns: {
      hash: 'text',
      list: 'text',
      folded: 'text',
      address: 'text',
      action: 'text',
      detail: 'text',
      asked_at: 'bigint',
      expires_at: 'bigint',
    },
    key: ['hash'],
    indexes: [['folded', 'asked_at'], ['asked_at'], ['expires_at']],
  },
  outgoing: {
    columns: {
      id: 'text',
      list: 'text',
      kind: 'text',
      oid: 'text',
      raw: 'bytes',
      message_id: 'text',
      envelope_from: 'text',
      queued_at: 'bigint',
    },
    nullable: ['oid', 'raw', 'envelope_from'],
    key: ['id'],
  },
  delivery: {
    columns: {
      id: 'text',
      outgoing: 'text',
      recipient: 'text',
      subscriber: 'text',
      due_at: 'bigint',
      attempts: 'integer',
      state: 'text',
      claimed_by: 'text',
      claimed_until: 'bigint',
      last_error: 'text',
    },
    key: ['id'],
    indexes: [['outgoing'], ['claimed_until', 'due_at'], ['claimed_by'], ['subscriber']],
  },
  digest_entry: {
    columns: {
      list: 'text',
      oid: 'text',
      message_id: 'text',
      subject: 'text',
      from_name: 'text',
      received_at: 'bigint',
    },
    key: ['list', 'oid'],
  },
  digest: { columns: { list: 'text', day: 'text' }, key: ['list'] },
  page_follow: {
    columns: {
      id: 'text',
      path: 'text',
      address: 'text',
      folded: 'text',
      language: 'text',
      since: 'bigint',
      seen_commit: 'text',
      told_at: 'bigint',
    },
    key: ['id'],
    unique: [['folded', 'path']],
    indexes: [['told_at']],
  },
  webhook_delivery: {
    columns: {
      id: 'text',
      url: 'text',
      event: 'text',
      body: 'text',
      happened_at: 'bigint',
      due_at: 'bigint',
      attempts: 'integer',
      claimed_until: 'bigint',
      last_error: 'text',
    },
    key: ['id'],
    indexes: [['due_at']],
  },
  mail_answer: {
    columns: { folded: 'text', day: 'integer', answers: 'integer' },
    key: ['folded', 'day'],
    indexes: [['day']],
  },
  mail_secret: { columns: { id: 'integer', secret: 'text' }, key: ['id'] },
};
