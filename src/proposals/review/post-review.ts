import type { MailList } from '../../mail/list.ts';
import { foldAddress } from '../../mail/mail-address.ts';
import type { MailSite } from '../../mail/mail-site.ts';
import { queueComposed } from '../../mail/own-mail.ts';
import { postOwn } from '../../mail/post-own.ts';
import { composePosted } from '../../mail/posted-mail.ts';
import { addContributedPatch } from '../../store/contributions.ts';
import type { Writer } from '../../store/database.ts';
import type { ProposalTable } from '../../store/proposal-tables.ts';
import { type Review, reviewText } from './review-text.ts';

/** Who says something of a proposal, where and when. */
export interface ReviewPlace {
  readonly list: MailList;
  readonly site: MailSite;
  readonly proposal: ProposalTable;
  /** The message of the version that is reviewed: its cover letter, else its first patch. */
  readonly patch: { readonly messageId: string; readonly subject: string };
  readonly reviewer: { readonly name: string; readonly address: string };
  /** Seconds since 1970. */
  readonly now: number;
}

/**
 * Has what somebody says of a proposal posted on its list, as an answer to the patch like one by mail, and sent to whoever
 * sent the proposal and to who says it: each may go on by mail.
 */
export async function postReview(writer: Writer, place: ReviewPlace, review: Review): Promise<void> {
  const { list, site, proposal, patch, reviewer, now } = place;
  const { from_name, from_address, number } = proposal;
  const isOwn = foldAddress(from_address) === foldAddress(reviewer.address);
  const cc = [
    ...(from_address === '' || isOwn ? [] : [{ name: from_name, address: from_address }]),
    { name: reviewer.name, address: reviewer.address },
  ];
  const { defaultLanguage: language, origin } = site;
  const subject = /^re\s*:/i.test(patch.subject) ? patch.subject : `Re: ${patch.subject}`;
  const mail = await composePosted({
    list,
    name: reviewer.name,
    cc,
    subject,
    text: reviewText(review, origin && `${origin}/-/proposals/${number}`),
    language,
    inReplyTo: patch.messageId,
    now,
  });
  await addContributedPatch(writer, { list: list.name, message_id: mail.messageId, ...reviewer });
  await postOwn(writer, list, { raw: mail.raw, subject, now });
  // The same message for each: one who is subscribed sees one.
  for (const { address } of cc) await queueComposed(writer, { list, to: address, now }, mail);
}
