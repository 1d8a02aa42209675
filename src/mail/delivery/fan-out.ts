import type { Writer } from '../../store/database.ts';
import { addOutgoing } from '../../store/deliveries.ts';
import { addDigestEntry } from '../../store/digests.ts';
import { activeSubscribers } from '../../store/subscribers.ts';
import type { SubscriberTable } from '../../store/subscription-tables.ts';
import type { MailList } from '../list.ts';
import { foldAddress } from '../mail-address.ts';
import type { Message } from '../mime/message.ts';
import { newId } from '../tokens.ts';

/** A message that the archive has just taken. */
export interface ArchivedMessage {
  readonly list: MailList;
  /** Its blob in the archive. */
  readonly oid: string;
  readonly messageId: string;
  readonly message: Pick<Message, 'from' | 'to' | 'cc' | 'subject'>;
  /** The addresses of all who wrote in its thread. */
  readonly participants: readonly string[];
  /** Seconds since 1970. */
  readonly receivedAt: number;
}

/**
 * Who gets a copy of a message: those who want each, those who are in its thread; not those it was sent to directly, who
 * have it already. Its writer gets one too, so that they see it was received, and archives of their mail are whole: most
 * mail clients show it as one with what they sent, since the Message-ID is the same.
 */
export function deliveriesOf(
  { message, participants }: Pick<ArchivedMessage, 'message' | 'participants'>,
  subscribers: readonly Pick<SubscriberTable, 'id' | 'address' | 'folded' | 'mode'>[],
): { readonly id: string; readonly recipient: string; readonly subscriber: string }[] {
  const direct = new Set([...message.to, ...message.cc].map(({ address }) => foldAddress(address)));
  const inThread = new Set(participants.map(foldAddress));
  if (message.from) inThread.add(foldAddress(message.from.address));
  const wants = ({ mode, folded }: Pick<SubscriberTable, 'mode' | 'folded'>) =>
    mode === 'each' || (mode === 'mine' && inThread.has(folded));
  return subscribers
    .filter((subscriber) => wants(subscriber) && !direct.has(subscriber.folded))
    .map(({ id, address }) => ({ id: newId(), recipient: address, subscriber: id }));
}

/** Puts the copies of a message in the queue, in the transaction that puts it in the index. */
export async function fanOut(writer: Writer, archived: ArchivedMessage): Promise<void> {
  const { list, oid, messageId, message, receivedAt } = archived;
  const subscribers = await activeSubscribers(writer, list.name, ['each', 'mine', 'digest']);
  if (subscribers.some(({ mode }) => mode === 'digest'))
    await addDigestEntry(writer, {
      list: list.name,
      oid,
      message_id: messageId,
      subject: message.subject,
      from_name: message.from?.name || (message.from?.address.split('@', 1)[0] ?? ''),
      received_at: receivedAt,
    });
  const outgoing = {
    id: newId(),
    list: list.name,
    kind: 'message' as const,
    oid,
    raw: null,
    message_id: messageId,
    envelope_from: null,
    queued_at: receivedAt,
  };
  await addOutgoing(writer, outgoing, deliveriesOf(archived, subscribers));
}
