import type { Writer } from '../../store/database.ts';
import { addHeld, countHeld } from '../../store/held.ts';
import { commandAddress } from '../addresses.ts';
import type { MailList } from '../list.ts';
import { foldAddress } from '../mail-address.ts';
import type { MailSite } from '../mail-site.ts';
import type { Message } from '../mime/message.ts';
import { queueOwnMail } from '../own-mail.ts';
import { messageText } from '../readable.ts';
import type { HoldReason, Spooled } from '../spool.ts';
import { newId, newToken, tokenHash } from '../tokens.ts';
import { listWords } from '../words/list-words.ts';
import { mailWordsFor } from '../words/mail-words-for.ts';

/** How long a message waits, in days. */
export const HELD_DAYS = 30;

/** Those who keep a list are told of so many in an hour, each by a mail of its own; a storm is told by its first. */
const MAX_NOTICES_AN_HOUR = 10;

/** What of a message its notice shows. */
const MAX_LINES = 40;
const MAX_LINE = 200;

const HOUR = 3_600;

/** A message to hold, with why. */
export interface Holding {
  readonly list: MailList;
  readonly spooled: Spooled;
  readonly message: Message;
  readonly reason: HoldReason;
  /** Who wrote it, where its From is another's. */
  readonly author?: { readonly name: string; readonly address: string };
  readonly site: MailSite;
  readonly now: number;
}

/** Has a message wait, and tells those who keep its list, in the transaction that takes it from the spool. */
export async function hold(writer: Writer, holding: Holding): Promise<void> {
  const { list, spooled, message, reason, author, site, now } = holding;
  const { raw, id: _, ...entry } = spooled;
  const token = newToken();
  const from = author?.address ?? message.from?.address ?? '';
  const name = author?.name ?? message.from?.name;
  const folded = foldAddress(from);
  const { lately } = await countHeld(writer, list.name, { folded, since: now - HOUR });
  await addHeld(writer, {
    id: newId(),
    list: list.name,
    hash: tokenHash(token),
    state: 'waiting',
    reason,
    entry: JSON.stringify({ ...entry, destinations: [{ kind: 'message', list: list.name }] }),
    raw,
    from_address: from,
    folded,
    subject: message.subject.slice(0, 1_000),
    held_at: now,
  });
  if (lately >= MAX_NOTICES_AN_HOUR) return;
  const language = site.defaultLanguage;
  const words = mailWordsFor(language).held({
    list: listWords(list, language),
    from: name ? `${name} <${from}>` : from,
    subject: message.subject.slice(0, MAX_LINE),
    reason,
    excerpt: excerptOf(message),
    link: site.origin && `${site.origin}/-/lists/${list.name}/held/${token}`,
    days: HELD_DAYS,
    isLast: lately + 1 === MAX_NOTICES_AN_HOUR,
  });
  for (const moderator of list.settings.moderators)
    await queueOwnMail(writer, {
      list,
      to: moderator,
      ...words,
      language,
      now,
      replyTo: commandAddress(list, 'confirm', token),
    });
}

/** Quoted as an answer would quote it. */
function excerptOf(message: Message): string[] {
  const lines = messageText(message).trimEnd().split('\n');
  const shown = lines.slice(0, MAX_LINES).map((line) => `> ${line.slice(0, MAX_LINE)}`.trimEnd());
  return lines.length > MAX_LINES ? [...shown, '> […]'] : shown;
}
