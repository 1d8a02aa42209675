import type { MailEntry } from '../store/mail-entry.ts';
import type { Analyser } from '../wiki/search/analyse.ts';
import type { Archived } from './archive.ts';
import { foundBy } from './found-by.ts';
import type { Message } from './mime/message.ts';
import { messageText, readable } from './readable.ts';

/** A clock that is a day ahead is believed. */
const DAY_S = 86_400;

/** What dates are written with has four digits. */
const LAST_SECOND = 253_402_300_799;

/** Subjects and names are shown so far. */
const MAX_SUBJECT = 1_000;
const MAX_NAME = 200;

const PATCH_SUBJECT = /^\s*\[[^\]]*\bPATCH\b[^\]]*\]/i;
const DIFF = /^--- \S.*\n\+\+\+ \S.*\n@@ /m;

/** The trailer of a commit of the archive that says what was verified when its message came. */
export const RESULTS_TRAILER = 'Authentication-Results';

/** The name of a message in its list, as its archive made sure that it has one. */
export function messageIdOf({ oid }: Pick<Archived, 'oid'>, { ids }: Pick<Message, 'ids'>): string {
  return ids[0] ?? oid;
}

/** A message of the archive as the index has it. */
export function mailEntry(list: string, archived: Archived, message: Message, analyser: Analyser): MailEntry {
  const { from, references, raw } = message;
  const received = Math.min(Math.max(archived.receivedAt, 0), LAST_SECOND);
  const sent = message.date;
  const sentAt = sent !== undefined && sent > 0 && sent <= received + DAY_S ? sent : received;
  const subject = message.subject.slice(0, MAX_SUBJECT).toWellFormed();
  const fromName = (from?.name ?? '').slice(0, MAX_NAME).toWellFormed();
  const text = messageText(message);
  const { attachments } = readable(message);
  const isPatch = PATCH_SUBJECT.test(subject) || (text.includes('\n+++ ') && DIFF.test(text));
  return {
    message_id: messageIdOf(archived, message),
    references,
    oid: archived.oid,
    sent_at: sentAt,
    received_at: received,
    from_name: fromName,
    from_address: from?.address ?? '',
    subject,
    size: raw.length,
    is_patch: isPatch ? 1 : 0,
    attachments: attachments.length,
    results: archived.trailers[RESULTS_TRAILER] ?? '',
    tokens: foundBy(
      {
        list,
        subject,
        from: `${fromName} ${from?.address ?? ''}`,
        text,
        files: attachments.flatMap(({ part }) => part.filename ?? []),
        isPatch,
        sentAt,
      },
      analyser,
    ),
  };
}
