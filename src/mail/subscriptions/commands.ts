import { countAnswer } from '../../store/confirmations.ts';
import type { Writer } from '../../store/database.ts';
import { addOutgoing } from '../../store/deliveries.ts';
import { commandAddress, type ListCommand } from '../addresses.ts';
import { takeBounce } from '../delivery/bounces.ts';
import type { MailList } from '../list.ts';
import { foldAddress } from '../mail-address.ts';
import type { MailSite } from '../mail-site.ts';
import type { Message } from '../mime/message.ts';
import { decide, heldByToken } from '../moderation/decide.ts';
import { queueOwnMail } from '../own-mail.ts';
import { newId } from '../tokens.ts';
import { listWords } from '../words/list-words.ts';
import { mailWordsFor } from '../words/mail-words-for.ts';
import { type Asking, askToSubscribe, askToUnsubscribe } from './ask.ts';
import { isAutomatic } from './automatic.ts';
import { confirm } from './confirm.ts';
import { unsubscribeByLink } from './unsubscribe.ts';

/** How many mails of commands of one sender are answered in a day, and how many are passed on to those who keep a list. */
const MAX_ANSWERS_PER_DAY = 20;

/** A mail to the address of a list's command. */
export interface CommandMail {
  readonly lists: readonly MailList[];
  readonly list: MailList;
  readonly site: MailSite;
  readonly command: ListCommand;
  readonly argument?: string | undefined;
  /** The envelope sender; empty for a bounce. */
  readonly sender: string;
  readonly message: Pick<Message, 'raw' | 'headers' | 'ids' | 'from' | 'subject'>;
  /** Seconds since 1970. */
  readonly now: number;
}

/** Does what a mail to a list's command asks, in the transaction that takes it from the spool. Nothing answers a program. */
export async function takeCommand(writer: Writer, mail: CommandMail): Promise<void> {
  const { list, command, argument = '', sender, message, now } = mail;
  if (command === 'bounce') {
    await takeBounce(writer, { list, argument, message, now });
    return;
  }
  if (isAutomatic(sender, message)) return;
  const day = Math.floor(now / 86_400);
  if ((await countAnswer(writer, foldAddress(sender), day)) > MAX_ANSWERS_PER_DAY) return;
  await HANDLERS[command](writer, mail);
}

const HANDLERS: Readonly<
  Record<Exclude<ListCommand, 'bounce'>, (writer: Writer, mail: CommandMail) => Promise<void>>
> = {
  async subscribe(writer, mail) {
    await askToSubscribe(writer, { ...asking(mail), mode: 'each' });
  },
  async unsubscribe(writer, mail) {
    const { list, message } = mail;
    // What a mail client sends for the field List-Unsubscribe (RFC 2369, 3.2) bears the signature of the subscription.
    const signed = message.subject.trim();
    if (await unsubscribeByLink(writer, list.name, signed)) await sayGoodbye(writer, mail);
    else await askToUnsubscribe(writer, asking(mail));
  },
  async confirm(writer, mail) {
    const { lists, site, argument = '', now } = mail;
    // The answer to a notice of a message that waits.
    const held = await heldByToken(writer, argument);
    if (held) {
      await decide(writer, held.id, { kind: 'approve' }, { lists, site, now });
      return;
    }
    const confirmed = await confirm(writer, argument, { lists, site, now });
    if (confirmed?.action === 'unsubscribe') await sayGoodbye(writer, mail, confirmed.language);
  },
  async owner(writer, { list, message, now }) {
    const { moderators } = list.settings;
    const outgoing = {
      id: newId(),
      list: list.name,
      kind: 'own' as const,
      oid: null,
      raw: message.raw,
      message_id: message.ids[0] ?? '',
      envelope_from: '',
      queued_at: now,
    };
    await addOutgoing(
      writer,
      outgoing,
      moderators.map((recipient) => ({ id: newId(), recipient, subscriber: '' })),
    );
  },
};

function asking({ lists, list, site, sender, message, now }: CommandMail): Asking {
  return {
    lists,
    list,
    site,
    address: message.from?.address ?? sender,
    language: languageOf(message, site),
    via: 'mail',
    ...(message.ids[0] !== undefined && { inReplyTo: message.ids[0] }),
    now,
  };
}

/** An answer to the envelope sender (RFC 3834, section 4). */
async function sayGoodbye(writer: Writer, mail: CommandMail, language?: string): Promise<void> {
  const { list, sender, message, site, now } = mail;
  const spoken = language ?? languageOf(message, site);
  await queueOwnMail(writer, {
    list,
    to: sender,
    ...mailWordsFor(spoken).goodbye(listWords(list, spoken)),
    language: spoken,
    now,
    replyTo: commandAddress(list, 'owner'),
    ...(message.ids[0] !== undefined && { inReplyTo: message.ids[0] }),
  });
}

/** The language its writer says it is in (RFC 3282), where we speak it; else the site's. */
function languageOf({ headers }: Pick<Message, 'headers'>, { defaultLanguage }: MailSite): string {
  const said = headers.find(({ name }) => name === 'content-language' || name === 'accept-language')?.value;
  return /^\s*(fr|en)\b/i.exec(said ?? '')?.[1]?.toLowerCase() ?? defaultLanguage;
}
