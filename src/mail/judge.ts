import type { ListSettings } from '../config/settings.ts';
import { type ListAddress, type ListCommand, listAddress } from './addresses.ts';
import { listId, type MailList } from './list.ts';
import { foldAddress } from './mail-address.ts';
import { readMailboxes } from './mime/addresses.ts';
import type { Message } from './mime/message.ts';
import type { Sent } from './moderation/blocks.ts';
import { messageText, readable } from './readable.ts';
import { REFUSALS, type Refusal } from './refusals.ts';
import type { Destination } from './spool.ts';

/** A server that a message passed adds a Received field; so many are a loop (RFC 5321, 6.3). */
const MAX_RECEIVED = 50;

/** A command says all by its address; the returned mail that bounces bring is cut. */
const MAX_COMMAND_BYTES = 1024 * 1024;

const MEGABYTE = 1024 * 1024;

/** What judging asks of the lists. */
export interface Place {
  readonly lists: readonly MailList[];
  isSubscribed(list: string, folded: string): Promise<boolean>;
  /** Whether a list has one of these messages. */
  hasOne(list: string, messageIds: readonly string[]): Promise<boolean>;
  /** Whether there is room for one more message of this writer that waits for a moderator. */
  mayHold(list: string, folded: string): Promise<boolean>;
  /** Whether something of what is sent is blocked. */
  isBlocked(sent: Sent): Promise<boolean>;
}

/** A message that came, with what was verified of it. */
export interface Arriving {
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly message: Message;
  /** Where it came from, when it came over the network from whoever sends it. */
  readonly remoteAddress?: string;
  /** Whether the domain of its From signed it, or may send from where it came. */
  readonly isVerified: boolean;
  /** Whether that domain asks that it be refused (DMARC). */
  readonly isRejected: boolean;
}

export type Judged = { readonly destinations: readonly Destination[] } | { readonly refusal: Refusal };

/** Why no mail for this address is taken, whoever sends it. */
export function judgeRecipient({ lists }: Pick<Place, 'lists'>, address: string): Refusal | undefined {
  const found = listAddress(lists, address);
  if (!found) return REFUSALS.unknown;
  const { command, list } = found;
  const { post, reply, moderators } = list.settings;
  const nobody = post === 'moderators' && reply === 'moderators' && moderators.length === 0;
  return command === undefined && nobody ? REFUSALS.nobodyMayPost : undefined;
}

/** Decides what becomes of a message: a refusal by one of its recipients is that of all, for its sender to hear of it. */
export async function judge(place: Place, arriving: Arriving): Promise<Judged> {
  const addresses = new Map<string, ListAddress>();
  for (const recipient of arriving.recipients) {
    const found = listAddress(place.lists, recipient);
    if (!found) return { refusal: REFUSALS.unknown };
    addresses.set(`${found.list.name} ${found.command ?? ''} ${found.argument ?? ''}`, found);
  }
  const mayAlways = [...addresses.values()].every(({ command }) => command && OPEN_TO_ALL.includes(command));
  if (!mayAlways && (await place.isBlocked(sentBy(arriving)))) return { refusal: REFUSALS.blocked };
  const destinations: Destination[] = [];
  for (const address of addresses.values()) {
    const judged = await judgeFor(place, address, arriving);
    if ('refusal' in judged) return judged;
    destinations.push(judged);
  }
  return { destinations };
}

/** Who is blocked may still leave, and a server say that there is nobody. */
const OPEN_TO_ALL: readonly ListCommand[] = ['unsubscribe', 'bounce'];

function sentBy({ sender, message, remoteAddress }: Arriving): Sent {
  return {
    addresses: [sender, message.from?.address ?? ''],
    texts: [message.subject, messageText(message)],
    ...(remoteAddress !== undefined && { client: remoteAddress }),
  };
}

async function judgeFor(
  place: Place,
  { list, command, argument }: ListAddress,
  arriving: Arriving,
): Promise<Destination | { readonly refusal: Refusal }> {
  const { message } = arriving;
  if (command !== undefined) {
    const refusal = command === 'bounce' ? undefined : refusedAsCommand(arriving);
    if (refusal) return { refusal };
    return { kind: 'command', list: list.name, command, ...(argument !== undefined && { argument }) };
  }
  const refusal = refusedAsMessage(list, arriving);
  if (refusal) return { refusal };
  const { settings, name } = list;
  const isReply = await place.hasOne(name, message.references);
  const judged = await mayWrite(place, list, isReply ? settings.reply : settings.post, arriving);
  if (!judged) return { kind: 'message', list: name };
  const hasRoom = async () => place.mayHold(name, foldAddress(message.from?.address ?? ''));
  return 'kind' in judged && !(await hasRoom()) ? { refusal: REFUSALS.tooManyHeld } : judged;
}

function refusedAsCommand({ message, isRejected }: Arriving): Refusal | undefined {
  if (message.raw.length > MAX_COMMAND_BYTES) return REFUSALS.tooLarge;
  return refusedByHeader(message) ?? (isRejected ? REFUSALS.spoofed : undefined);
}

function refusedAsMessage(list: MailList, { sender, message, isRejected }: Arriving): Refusal | undefined {
  if (message.raw.length > list.settings.maxMegabytes * MEGABYTE) return REFUSALS.tooLarge;
  if (isLoop(list, message)) return REFUSALS.loop;
  if (isAutoReply(sender, message)) return REFUSALS.automatic;
  const refusal = refusedByHeader(message);
  if (refusal) return refusal;
  if (message.faults.some((fault) => fault === 'too-many-parts' || fault === 'too-deep'))
    return REFUSALS.tooManyParts;
  if (isRejected) return REFUSALS.spoofed;
  return readable(message).texts.length === 0 ? REFUSALS.noPlainText : undefined;
}

function refusedByHeader({ headers, from, faults }: Message): Refusal | undefined {
  if (faults.includes('no-header')) return REFUSALS.badHeader;
  if (faults.includes('header-too-long') || faults.includes('too-many-headers'))
    return REFUSALS.headerTooLong;
  const fields = headers.filter(({ name }) => name === 'from');
  if (!from) return REFUSALS.noFrom;
  return fields.flatMap(({ raw }) => readMailboxes(raw)).length > 1 ? REFUSALS.severalFrom : undefined;
}

/** A list never takes what it, or a list like it, has sent. */
function isLoop(list: MailList, { headers }: Message): boolean {
  const own = `<${listId(list)}>`;
  const post = `<mailto:${list.settings.address.toLowerCase()}>`;
  let received = 0;
  return headers.some(
    ({ name, raw }) =>
      (name === 'list-id' && raw.toLowerCase().includes(own)) ||
      (name === 'list-post' && raw.toLowerCase().includes(post)) ||
      (name === 'received' && ++received > MAX_RECEIVED),
  );
}

/** Absence notes and bounces, in the words of RFC 3834; what a program sends of its own accord may be for a list. */
function isAutoReply(sender: string, { headers }: Message): boolean {
  return (
    sender === '' ||
    headers.some(
      ({ name, raw }) =>
        (name === 'auto-submitted' && /^\s*auto-(?:replied|notified)\b/i.test(raw)) ||
        (name === 'precedence' && /^\s*auto_reply\b/i.test(raw)) ||
        name === 'x-autoreply' ||
        name === 'x-autorespond',
    )
  );
}

/** Undefined when they may. */
async function mayWrite(
  place: Place,
  { name, settings }: MailList,
  who: ListSettings['post'],
  { message, isVerified }: Arriving,
): Promise<Destination | { readonly refusal: Refusal } | undefined> {
  if (who === 'everyone') return undefined;
  const from = foldAddress(message.from?.address ?? '');
  const isModerator = settings.moderators.some((moderator) => foldAddress(moderator) === from);
  if (who === 'moderators') {
    // Their addresses are public: only what their domain vouches for is theirs.
    if (isModerator && isVerified) return undefined;
    if (isModerator) return { kind: 'held', list: name, reason: 'unverified' };
    return settings.others === 'refused'
      ? { refusal: REFUSALS.notModerator }
      : { kind: 'held', list: name, reason: 'not-moderator' };
  }
  if (isModerator || (await place.isSubscribed(name, from))) return undefined;
  return settings.others === 'refused'
    ? { refusal: REFUSALS.notSubscribed }
    : { kind: 'held', list: name, reason: 'not-subscribed' };
}
