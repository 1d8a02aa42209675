import { acceptWording } from '../../../contributions/accept-wording.ts';
import { contributionWords } from '../../../contributions/contribute.ts';
import { listsOf } from '../../../mail/list.ts';
import { readMailAddress } from '../../../mail/mail-address.ts';
import { dropHeldContribution, isWaiting } from '../../../mail/moderation/first-contribution.ts';
import type { Published } from '../../../members/publish.ts';
import type { Asked } from '../../../proposals/decide.ts';
import { indexedCommit } from '../../../store/commits.ts';
import type { ContributionFileTable } from '../../../store/contribution-tables.ts';
import {
  dropContributionFile,
  removeContribution,
  updateContribution,
} from '../../../store/contributions.ts';
import { askDecision, OPEN_STATES } from '../../../store/proposals.ts';
import { addressOfPath } from '../../../wiki/find-address.ts';
import { diffTexts } from '../../../wiki/text-diff.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../../context.ts';
import { editedFile, knownCommit, shownText } from '../../contributions/edited-file.ts';
import { gateChange } from '../../contributions/gate-change.ts';
import {
  changeAt,
  fileFormAddress,
  type OwnChange,
  proposalOf,
  renewed,
} from '../../contributions/own-change.ts';
import { askToConfirm, postChange, publishChange, sendKnown } from '../../contributions/send-change.ts';
import { suggestionsOf } from '../../contributions/suggestions.ts';
import {
  type KnownAuthor,
  knownAuthor,
  readWho,
  type WhoFields,
  whoFaults,
} from '../../contributions/who.ts';
import { blocked, notTaken } from '../../forms/gate.tsx';
import { Limiter } from '../../forms/limiter.ts';
import type { MemberPage, Visitor } from '../../members/visitor.ts';
import type { ContributionFault } from '../../messages/contribution-messages.ts';
import { PROPOSALS } from '../../proposals/addresses.ts';
import { type ChangedFileView, ContributionPage } from '../../views/contributions/contribution-page.tsx';
import { MailNotice } from '../../views/mail-form.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';
import { tooMany } from '../mail/subscribe.tsx';
import { gone, isOpen } from './change-file.tsx';
import { checkMail, leadTo } from './edit.tsx';

/** How many changes of several files a client may send in an hour. */
const MAX_PER_CLIENT = 20;

/**
 * A change, for who has its link: to gather its files, to send it, to see what becomes of it, to withdraw it.
 * `/-/contribution/TOKEN`.
 */
export function contributionPage(): MemberPage {
  const limiter = new Limiter(MAX_PER_CLIENT);
  return async (context, visitor, sent) => {
    const change = await changeAt(context);
    if (!change) return await gone(context);
    const paths = change.files.map(({ path }) => path);
    const author = await knownAuthor(context, visitor, paths);
    if (!sent) return await shown(context, change, { author });
    const act = sent.get('do');
    const dropped = sent.get('drop');
    if (!(await isOpen(context, change))) return await shown(context, change, { author });
    const { row } = change;
    if (dropped !== null) await drop(context, change, dropped);
    else if (act === 'withdraw') await withdraw(context, change);
    else if (act === 'accept') {
      if (!limiter.take(visitor.client)) return await tooMany(context);
      if (await blocked(context, { addresses: [row.address] })) return await notTaken(context);
      if (!(await accept(context, change, sent)))
        return await shown(context, change, { author, isOutdated: true });
    } else if (row.state === 'draft' && (act === 'send' || act === 'publish')) {
      if (!limiter.take(visitor.client)) return await tooMany(context);
      return await sendDraft(context, change, { visitor, sent, author, publishes: act === 'publish' });
    } else if (act === 'send' && (row.state === 'asked' || row.state === 'forgotten' || row.unsent === 1)) {
      // Their address may be blocked since.
      if (await blocked(context, { addresses: [row.address] })) return await notTaken(context);
      await resend(context, change);
    }
    const left = await changeAt(context);
    return left ? await shown(context, left, { author }) : leadTo(context, '/');
  };
}

/** Leaves a file as it is; a change of no file is none. */
async function drop(context: Context, { row, files }: OwnChange, path: string): Promise<void> {
  const isLast = files.every((file) => file.path === path);
  if (isLast && row.state === 'sent') return;
  await context.wiki.database.write(async (writer) => {
    if (isLast) return await removeContribution(writer, row.hash);
    await dropContributionFile(writer, row.hash, path);
    if (row.state === 'sent') await updateContribution(writer, row.hash, { unsent: 1 });
  });
}

/** Sends what was gathered, or publishes it; shows it once more where something is missing. */
async function sendDraft(
  context: Context,
  change: OwnChange,
  {
    visitor,
    sent,
    author,
    publishes,
  }: {
    readonly visitor: Visitor;
    readonly sent: URLSearchParams;
    readonly author: KnownAuthor | undefined;
    readonly publishes: boolean;
  },
): Promise<Answer> {
  const list = listsOf(context.site.settings).find(({ name }) => name === change.row.list);
  const fields = readWho(sent);
  const faults = whoFaults(fields, author);
  const { base, files, conflicts } = await renewed(context, await context.ask(indexedCommit), change.files);
  if (faults.length > 0 || conflicts.length > 0 || !list)
    return await shown(context, change, { author, fields, faults, conflicts });
  const { name, reason } = fields;
  const address = author?.address ?? readMailAddress(fields.address) ?? '';
  const contribution = { files, base, name, address, language: askedLanguage(context), reason };
  const sending = { list, draft: change.row.hash };
  const gated = await gateChange(context, contribution, { visitor, sent, author });
  if (gated.kind === 'answer') return gated.answer;
  if (publishes && author) {
    const published = await publishChange(context, contribution, author);
    if (published !== 'landed') return await shown(context, change, { author, fields, refusal: published });
    await context.wiki.database.write((writer) => removeContribution(writer, change.row.hash));
    return leadTo(context, '/-/recent');
  }
  if (author) return leadTo(context, `/-/contribution/${await sendKnown(context, contribution, sending)}`);
  if (gated.kind === 'taken') await askToConfirm(context, contribution, { ...sending, at: gated.at });
  return await checkMail(context, { paths: files.map(({ path }) => path), address });
}

/** Sends a change as it is kept, on the wiki of today: the first time, or its next version. */
async function resend(context: Context, { row, files }: OwnChange): Promise<void> {
  // What was said to be made from one commit stays so, but files that were changed at several are put on one.
  const isOfOne = files.every(({ base }) => base === row.base);
  const made = isOfOne ? row : { ...row, base: await context.ask(indexedCommit) };
  // What nobody saw is no former version.
  await postChange(context, row.state === 'forgotten' ? { ...made, message_id: null } : made);
}

/** Takes a wording that somebody suggests, and sends the next version; false where its lines have changed. */
async function accept(context: Context, change: OwnChange, sent: URLSearchParams): Promise<boolean> {
  // Until the version that was sent last has come to its list, the page says that it is on its way.
  if (!(await proposalOf(context, change.row))) return true;
  const { database } = context.wiki;
  const suggestion = (await suggestionsOf(context, change)).find(
    ({ messageId, place }) => messageId === sent.get('message') && String(place) === sent.get('place'),
  );
  if (!suggestion || change.row.state !== 'sent') return false;
  if (!(await database.write((writer) => acceptWording(writer, change.row, suggestion)))) return false;
  const renewed = await changeAt(context);
  if (renewed) await resend(context, renewed);
  return true;
}

async function withdraw(context: Context, { row }: OwnChange): Promise<void> {
  const { wiki, proposals } = context;
  if (row.state === 'draft')
    return await wiki.database.write((writer) => removeContribution(writer, row.hash));
  const proposal = await proposalOf(context, row);
  await wiki.database.write(async (writer) => {
    await updateContribution(writer, row.hash, { state: 'withdrawn' });
    if (row.message_id !== null) await dropHeldContribution(writer, { ...row, messageId: row.message_id });
    if (!proposal || !OPEN_STATES.includes(proposal.state)) return;
    const asked: Asked = {
      kind: 'reject',
      by: row.address,
      because: contributionWords(row.language).withdrawn,
      seen: null,
      revision: proposal.revision,
      isWithdrawal: true,
    };
    await askDecision(writer, proposal.number, JSON.stringify(asked));
  });
  await proposals?.settled();
}

interface Shown {
  readonly author: KnownAuthor | undefined;
  readonly fields?: WhoFields;
  readonly faults?: readonly ContributionFault[];
  readonly conflicts?: readonly string[];
  readonly isOutdated?: boolean;
  readonly refusal?: Exclude<Published, 'landed'>;
}

async function shown(
  context: Context,
  change: OwnChange,
  { author, fields, faults = [], conflicts = [], isOutdated = false, refusal }: Shown,
): Promise<Answer> {
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const words = messages.contribution;
  const { site } = context;
  const { row, files, address } = change;
  if (row.state === 'withdrawn') {
    const content = <MailNotice title={words.withdrawnTitle} paragraphs={[words.withdrawnText]} />;
    return await mailAnswer(context, { language, title: words.withdrawnTitle, content });
  }
  const proposal = await proposalOf(context, row);
  const waits = row.state === 'sent' && (await isHeld(context, row));
  const title = waits ? words.heldTitle : words.titles[row.state];
  return await mailAnswer(context, {
    language,
    title,
    ...(faults.length > 0 && { status: 400 }),
    ...((conflicts.length > 0 || refusal || isOutdated) && { status: 409 }),
    content: (
      <ContributionPage
        messages={messages}
        title={title}
        stage={row.state}
        isHeld={waits}
        isOpen={!proposal || OPEN_STATES.includes(proposal.state)}
        hasUnsent={row.unsent === 1}
        {...(proposal && { state: proposal.state })}
        reason={row.reason}
        files={await Promise.all(files.map((file) => fileView(context, change, file, conflicts)))}
        language={site.defaultLanguage}
        action={ownAddress(site, address, language)}
        addAction={ownAddress(site, `${address}/add`, language)}
        proposalLink={
          proposal && {
            label: words.seeProposal(proposal.number),
            href: ownAddress(site, `${PROPOSALS}${proposal.number}`, language),
          }
        }
        who={{
          fields: fields ?? {
            reason: row.reason,
            name: row.name || (author?.name ?? ''),
            address: row.address,
          },
          faults,
          author,
        }}
        suggestions={await suggestionsOf(context, change)}
        isOutdated={isOutdated}
        {...(refusal && { refusal })}
      />
    ),
  });
}

/** Whether it waits for a moderator, being the first of its author. */
async function isHeld({ wiki }: Context, { list, folded, message_id }: OwnChange['row']): Promise<boolean> {
  if (message_id === null) return false;
  return await isWaiting(wiki.database.reader, { list, folded, messageId: message_id });
}

async function fileView(
  context: Context,
  change: OwnChange,
  { path, content, base }: ContributionFileTable,
  conflicts: readonly string[],
): Promise<ChangedFileView> {
  const language = askedLanguage(context);
  const before = await editedFile(context, await knownCommit(context, base), path);
  return {
    path,
    pageHref: (await addressOfPath(context.ask, path)) ?? undefined,
    kind: content === null ? 'deleted' : before?.former ? 'changed' : 'added',
    bytes: content?.length ?? 0,
    ...(before && { hunks: diffTexts(before.former?.text ?? '', content ? shownText(content) : '') }),
    isText: before !== undefined,
    isConflict: conflicts.includes(path),
    ...(before &&
      content && {
        editHref: ownAddress(context.site, fileFormAddress(change, path), language),
      }),
  };
}
