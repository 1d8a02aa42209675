import type { Reader, Writer } from '../../store/database.ts';
import { approveHeld, removeHeld, waitingHeld } from '../../store/held.ts';
import type { HeldTable } from '../../store/held-table.ts';
import { commandAddress } from '../addresses.ts';
import type { MailList } from '../list.ts';
import type { MailSite } from '../mail-site.ts';
import { parseMessage } from '../mime/parse.ts';
import { queueOwnMail } from '../own-mail.ts';
import type { SpoolEntry } from '../spool.ts';
import { tokenHash } from '../tokens.ts';
import { listWords } from '../words/list-words.ts';
import { mailWordsFor } from '../words/mail-words-for.ts';
import { letThrough, turnDown } from './first-contribution.ts';

/** What those who keep a list may do with a message that waits. */
export type Decision =
  | { readonly kind: 'approve' | 'discard' }
  /** Its writer is told, with these words. */
  | { readonly kind: 'refuse'; readonly because: string };

/** The message that a notice's token stands for, while it waits. */
export function heldByToken(reader: Reader, token: string): Promise<HeldTable | undefined> {
  return waitingHeld(reader, { hash: tokenHash(token) });
}

export interface Deciding {
  readonly lists: readonly MailList[];
  readonly site: MailSite;
  readonly now: number;
}

/**
 * Decides of a message that waits, once: false when somebody else did first, or its list is gone. One that is approved is
 * put where it belongs by the office.
 */
export async function decide(
  writer: Writer,
  id: string,
  decision: Decision,
  { lists, site, now }: Deciding,
): Promise<boolean> {
  const held = await waitingHeld(writer, { id });
  const list = lists.find(({ name }) => name === held?.list);
  if (!held || !list) return false;
  if (decision.kind === 'approve') {
    await letThrough(writer, held, now);
    return await approveHeld(writer, id);
  }
  await turnDown(writer, held);
  await removeHeld(writer, id);
  if (decision.kind === 'refuse')
    await tellWriter(writer, { held, list, site, now, because: decision.because });
  return true;
}

interface Telling {
  readonly held: HeldTable;
  readonly list: MailList;
  readonly site: MailSite;
  readonly because: string;
  readonly now: number;
}

/** Nobody is told of a message that a bounce or a program sent (RFC 3834, 2). */
async function tellWriter(writer: Writer, { held, list, site, because, now }: Telling): Promise<void> {
  const { sender } = JSON.parse(held.entry) as SpoolEntry;
  if (sender === '' || held.from_address === '') return;
  const [answered] = parseMessage(Buffer.from(held.raw)).ids;
  const language = site.defaultLanguage;
  const words = mailWordsFor(language).refused({
    list: listWords(list, language),
    subject: held.subject,
    because,
  });
  await queueOwnMail(writer, {
    list,
    to: held.from_address,
    ...words,
    language,
    now,
    replyTo: commandAddress(list, 'owner'),
    ...(answered !== undefined && { inReplyTo: answered }),
  });
}
