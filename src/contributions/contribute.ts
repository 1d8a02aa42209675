import type { MailList } from '../mail/list.ts';
import { foldAddress } from '../mail/mail-address.ts';
import type { MailSite } from '../mail/mail-site.ts';
import { queueOwnMail } from '../mail/own-mail.ts';
import { newToken, tokenHash } from '../mail/tokens.ts';
import type { ContributionTable } from '../store/contribution-tables.ts';
import {
  addContribution,
  type ChangedFile,
  countAsked,
  countDrafts,
  removeContribution,
} from '../store/contributions.ts';
import type { Writer } from '../store/database.ts';
import type { ContributionWords } from './words.ts';
import { englishContributionWords } from './words-en.ts';
import { frenchContributionWords } from './words-fr.ts';

/** For how long a confirmation is waited for, and a draft kept. */
export const CONFIRMATION_DAYS = 7;

/** Confirmations that may be awaited of one address at a time; and of all. */
const MAX_PER_ADDRESS = 5;
const MAX_WAITING = 500;

/** Drafts of several files that are kept at a time. */
const MAX_DRAFTS = 2_000;

/** What somebody wants to send. */
export type Contribution = Pick<ContributionTable, 'base' | 'name' | 'address' | 'language' | 'reason'> & {
  readonly files: readonly ChangedFile[];
};

/** Where and when it is sent. `now` is in seconds since 1970. */
export interface ContributionPlace {
  readonly list: MailList;
  readonly site: MailSite;
  readonly origin: string;
  readonly now: number;
}

export function contributionWords(language: string): ContributionWords {
  return language === 'fr' || language.startsWith('fr-') ? frenchContributionWords : englishContributionWords;
}

/** A draft of several files begins; gives the token that leads to it, undefined where too many are kept. */
export async function beginDraft(
  writer: Writer,
  contribution: Contribution,
  { list, now }: Pick<ContributionPlace, 'list' | 'now'>,
): Promise<string | undefined> {
  if ((await countDrafts(writer)) >= MAX_DRAFTS) return undefined;
  const token = newToken();
  await keep(writer, contribution, { hash: tokenHash(token), state: 'draft', list, now });
  return token;
}

/**
 * Keeps a change until who says to have made it confirms their address, and mails them the link that does. Where too many
 * wait already, nothing is kept and nobody is written to: who asks is told the same. The `draft` that it was is no more.
 */
export async function askContribution(
  writer: Writer,
  contribution: Contribution,
  { list, site, origin, now }: ContributionPlace,
  draft?: string,
): Promise<void> {
  const { address, files, reason, language } = contribution;
  const since = now - CONFIRMATION_DAYS * 86_400;
  const { ofAddress, all } = await countAsked(writer, foldAddress(address), since);
  if (ofAddress >= MAX_PER_ADDRESS || all >= MAX_WAITING) return;
  const token = newToken();
  if (draft !== undefined) await removeContribution(writer, draft);
  await keep(writer, contribution, { hash: tokenHash(token), state: 'asked', list, now });
  await queueOwnMail(writer, {
    list,
    to: address,
    ...contributionWords(language).confirm({
      paths: files.map(({ path }) => path),
      reason: reason.split('\n', 1)[0] ?? '',
      site: site.origin ?? origin,
      link: `${origin}/-/contribution/${token}`,
      days: CONFIRMATION_DAYS,
    }),
    language,
    now,
  });
}

/**
 * Keeps a change of somebody whose address is known, to be posted at once, and mails them the link by which they follow it;
 * gives its token.
 */
export async function keepContribution(
  writer: Writer,
  contribution: Contribution,
  { list, site, origin, now }: ContributionPlace,
  draft?: string,
): Promise<string> {
  const { address, files, reason, language } = contribution;
  const token = newToken();
  if (draft !== undefined) await removeContribution(writer, draft);
  await keep(writer, contribution, { hash: tokenHash(token), state: 'asked', list, now });
  await queueOwnMail(writer, {
    list,
    to: address,
    ...contributionWords(language).sent({
      paths: files.map(({ path }) => path),
      reason: reason.split('\n', 1)[0] ?? '',
      site: site.origin ?? origin,
      link: `${origin}/-/contribution/${token}`,
    }),
    language,
    now,
  });
  return token;
}

async function keep(
  writer: Writer,
  { files, ...said }: Contribution,
  {
    hash,
    state,
    list,
    now,
  }: {
    readonly hash: string;
    readonly state: 'draft' | 'asked';
    readonly list: MailList;
    readonly now: number;
  },
): Promise<void> {
  const row: ContributionTable = {
    ...said,
    hash,
    state,
    list: list.name,
    folded: foldAddress(said.address),
    message_id: null,
    version: 0,
    unsent: 0,
    created_at: now,
  };
  await addContribution(writer, row, files, now - CONFIRMATION_DAYS * 86_400);
}
