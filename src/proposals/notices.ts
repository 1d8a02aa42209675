import { commandAddress } from '../mail/addresses.ts';
import type { MailList } from '../mail/list.ts';
import type { MailSite } from '../mail/mail-site.ts';
import { composeOwnMail, queueComposed, queueOwnMail } from '../mail/own-mail.ts';
import { postOwn } from '../mail/post-own.ts';
import { newToken, tokenHash } from '../mail/tokens.ts';
import type { Writer } from '../store/database.ts';
import type { ProposalTable, RevisionTable } from '../store/proposal-tables.ts';
import { addProposalToken } from '../store/proposal-tokens.ts';
import type { Asked } from './decide.ts';
import type { Deciders } from './deciders.ts';
import { readTrial } from './trial.ts';
import type { ProposalWords, ProposalWordsOf, Trouble } from './words.ts';
import { englishProposalWords } from './words-en.ts';
import { frenchProposalWords } from './words-fr.ts';

/** What is told, and to whom: in the transaction of what happened. */
export interface Telling {
  readonly list: MailList;
  readonly site: MailSite;
  readonly proposal: ProposalTable;
  readonly revision: RevisionTable;
  /** The message that all of it is about: the cover letter, else the first patch. */
  readonly root: string;
  /** Seconds since 1970. */
  readonly now: number;
}

function wordsFor(language: string): ProposalWords {
  return language === 'fr' || language.startsWith('fr-') ? frenchProposalWords : englishProposalWords;
}

function about({ proposal, revision, site }: Telling): ProposalWordsOf {
  const { number, title, from_name, from_address } = proposal;
  return {
    number,
    title,
    from: from_name === '' ? from_address : `${from_name} <${from_address}>`,
    version: revision.version,
    link: site.origin && `${site.origin}/-/proposals/${number}`,
  };
}

/** Something by which one who keeps the list decides, once: kept by nobody but them. */
async function newDecision(writer: Writer, { proposal, site, now }: Telling, moderator: string) {
  const token = newToken();
  await addProposalToken(writer, {
    hash: tokenHash(token),
    proposal: proposal.number,
    moderator,
    created_at: now,
  });
  return { token, link: site.origin && `${site.origin}/-/proposals/${proposal.number}/decide/${token}` };
}

/** Tells those who decide of it that a revision came, each with their own way to. */
export async function tellDeciders(writer: Writer, telling: Telling, deciders: Deciders): Promise<void> {
  const { list, site, revision, root, now } = telling;
  const { paths, findings } = readTrial(revision);
  for (const moderator of await deciders.toTell(writer, { list: list.name, paths })) {
    const { token, link } = await newDecision(writer, telling, moderator);
    await queueOwnMail(writer, {
      list,
      to: moderator,
      ...wordsFor(site.defaultLanguage).came({
        ...about(telling),
        decide: link,
        verdict: revision.verdict,
        files: paths,
        broken: findings?.added.filter(({ severity }) => severity !== 'note').length,
      }),
      language: site.defaultLanguage,
      now,
      inReplyTo: root,
      replyTo: commandAddress(list, 'confirm', token),
    });
  }
}

/** Tells whoever sent it that it came; where it cannot be applied, why, and how to mend it. */
export async function tellSender(writer: Writer, telling: Telling): Promise<void> {
  const { list, site, proposal, revision, root, now } = telling;
  const { verdict } = revision;
  if (verdict === 'pending' || verdict === 'incomplete' || proposal.from_address === '') return;
  const words = wordsFor(site.defaultLanguage);
  const text =
    verdict === 'applies'
      ? words.received(about(telling))
      : words.trouble({ ...about(telling), trouble: verdict, detail: detailOf(revision, verdict) });
  await queueOwnMail(writer, {
    list,
    to: proposal.from_address,
    ...text,
    language: site.defaultLanguage,
    now,
    inReplyTo: root,
    replyTo: list.settings.address,
  });
}

function detailOf(revision: RevisionTable, trouble: Trouble): string {
  const { faults = [], refusal } = readTrial(revision);
  if (trouble === 'refused') return refusal?.path ?? '';
  return faults
    .slice(0, 10)
    .flatMap(({ path, line }) =>
      path === undefined ? [] : `  ${path}${line === undefined ? '' : `:${line}`}`,
    )
    .join('\n');
}

/** Has a decision posted on the list, as a message like any other, and told to whoever sent the proposal. */
export async function tellDecision(
  writer: Writer,
  telling: Telling,
  {
    by,
    because,
    isPosted = false,
  }: { readonly by: string; readonly because: string; readonly isPosted?: boolean },
): Promise<void> {
  const { list, site, proposal, root, now } = telling;
  const decision = await composeOwnMail({
    list,
    to: list.settings.address,
    ...wordsFor(site.defaultLanguage).decided({
      ...about(telling),
      state: proposal.state,
      by: nameOf(by),
      because,
      commit: proposal.state === 'applied' ? (proposal.applied ?? undefined) : undefined,
    }),
    language: site.defaultLanguage,
    now,
    inReplyTo: root,
    replyTo: list.settings.address,
    // The words of lists.sr.ht.
    headers: { 'X-Sourcehut-Patchset-Update': proposal.state.toUpperCase() },
  });
  if (!isPosted) await postOwn(writer, list, { raw: decision.raw, subject: proposal.title, now });
  if (proposal.from_address === '') return;
  // The same message, once more: one who is subscribed sees one, since both have one Message-ID.
  await queueComposed(writer, { list, to: proposal.from_address, now }, decision);
}

/** Tells who decided that they no longer may, and that nothing was done. */
export async function tellNoLonger(
  writer: Writer,
  telling: Telling,
  { by, kind }: Pick<Asked, 'by' | 'kind'>,
): Promise<void> {
  const { list, site, root, now } = telling;
  const language = site.defaultLanguage;
  const words = wordsFor(language).noLonger({ ...about(telling), kind });
  await queueOwnMail(writer, { list, to: by, ...words, language, now, inReplyTo: root });
}

/** Tells who wanted it applied that it was not, with another way to decide. */
export async function tellNotApplied(
  writer: Writer,
  telling: Telling,
  { by, why }: { readonly by: string; readonly why: Parameters<ProposalWords['notApplied']>[0]['why'] },
): Promise<void> {
  const { list, site, root, now } = telling;
  const { token, link } = await newDecision(writer, telling, by);
  await queueOwnMail(writer, {
    list,
    to: by,
    ...wordsFor(site.defaultLanguage).notApplied({ ...about(telling), why, decide: link }),
    language: site.defaultLanguage,
    now,
    inReplyTo: root,
    replyTo: commandAddress(list, 'confirm', token),
  });
}

/** Tells who wanted it applied that the home of the wiki, elsewhere, does not take it now, and why. */
export async function tellPutOff(
  writer: Writer,
  telling: Telling,
  { by, said }: { readonly by: string; readonly said: string },
): Promise<void> {
  const { list, site, root, now } = telling;
  const words = wordsFor(site.defaultLanguage).putOff({ ...about(telling), said });
  await queueOwnMail(writer, {
    list,
    to: by,
    ...words,
    language: site.defaultLanguage,
    now,
    inReplyTo: root,
  });
}

/** Of an address, what may be shown to everybody. */
export function nameOf(address: string): string {
  return address.split('@', 1)[0] ?? '';
}
