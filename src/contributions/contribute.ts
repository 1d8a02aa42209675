import type { MailList } from '../mail/list.ts';
import { foldAddress } from '../mail/mail-address.ts';
import type { MailSite } from '../mail/mail-site.ts';
import { queueOwnMail } from '../mail/own-mail.ts';
import { newToken, tokenHash } from '../mail/tokens.ts';
import type { ContributionTable } from '../store/contribution-tables.ts';
import { addContribution, countAsked } from '../store/contributions.ts';
import type { Writer } from '../store/database.ts';
import type { ContributionWords } from './words.ts';
import { englishContributionWords } from './words-en.ts';
import { frenchContributionWords } from './words-fr.ts';

/** For how long a confirmation is waited for. */
export const CONFIRMATION_DAYS = 7;

/** Confirmations that may be awaited of one address at a time; and of all. */
const MAX_PER_ADDRESS = 5;
const MAX_WAITING = 500;

/** What somebody wants to send. */
export type Contribution = Pick<
  ContributionTable,
  'path' | 'content' | 'base' | 'name' | 'address' | 'language' | 'reason'
>;

export function contributionWords(language: string): ContributionWords {
  return language === 'fr' || language.startsWith('fr-') ? frenchContributionWords : englishContributionWords;
}

/**
 * Keeps a change until who says to have made it confirms their address, and mails them the link that does. Where too many
 * wait already, nothing is kept and nobody is written to: who asks is told the same.
 */
export async function askContribution(
  writer: Writer,
  contribution: Contribution,
  { list, site, origin, now }: { list: MailList; site: MailSite; origin: string; now: number },
): Promise<void> {
  const { address, path, reason, language } = contribution;
  const folded = foldAddress(address);
  const since = now - CONFIRMATION_DAYS * 86_400;
  const { ofAddress, all } = await countAsked(writer, folded, since);
  if (ofAddress >= MAX_PER_ADDRESS || all >= MAX_WAITING) return;
  const token = newToken();
  const row: ContributionTable = {
    ...contribution,
    hash: tokenHash(token),
    state: 'asked',
    list: list.name,
    folded,
    message_id: null,
    version: 0,
    created_at: now,
  };
  await addContribution(writer, row, since);
  await queueOwnMail(writer, {
    list,
    to: address,
    ...contributionWords(language).confirm({
      path,
      reason: reason.split('\n', 1)[0] ?? '',
      site: site.origin ?? origin,
      link: `${origin}/-/contribution/${token}`,
      days: CONFIRMATION_DAYS,
    }),
    language,
    now,
  });
}
