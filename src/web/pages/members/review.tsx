import type { DecisionKind } from '../../../proposals/words.ts';
import type { RevisionTable } from '../../../store/proposal-tables.ts';
import { putOffOf } from '../../../store/push-back.ts';
import { revisionById } from '../../../store/revisions.ts';
import { seeProposal } from '../../../store/seen-proposals.ts';
import type { BlockLines } from '../../../wiki/differences/rendered-difference.ts';
import { type Answer, movedAnswer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAction, ownAddress } from '../../context.ts';
import { type Member, type MemberPage, memberOf, secondsOf } from '../../members/visitor.ts';
import { OWN_PROPOSALS, PROPOSALS } from '../../proposals/addresses.ts';
import { nameOfMember } from '../../proposals/reviewer.ts';
import type { ShownProposal } from '../../proposals/shown-proposal.ts';
import { proposalFor, takeDecision } from '../../proposals/take-decision.ts';
import type { BlockLink } from '../../views/diff-rendered.tsx';
import type { LineLink } from '../../views/diff-table.tsx';
import { MailNotice } from '../../views/mail-form.tsx';
import { ProposalPage } from '../../views/proposals/proposal-page.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';
import { missingPage } from '../missing.tsx';
import { proposalProps } from '../proposals/proposal-props.ts';

const KINDS: readonly DecisionKind[] = ['apply', 'approve', 'revise', 'reject'];

/**
 * A proposal for who is signed in: to say something of it, and for a maintainer of its list or its files to decide of it.
 * `/-/proposals/N/review`.
 */
export const reviewPage: MemberPage = async (context, visitor, fields) => {
  const language = askedLanguage(context);
  const number = Number(/^\/-\/proposals\/(\d{1,9})\/review$/.exec(context.path)?.[1]);
  const member = await memberOf(context, visitor);
  if (!member)
    return movedAnswer(
      ownAddress(context.site, '/-/sign-in', language, fields ? {} : { return: ownAction(context) }),
      303,
    );
  const found = await proposalFor(context, member, number, language);
  if (!found || found.shown.revision.proposal !== number) return await missingPage(context, language);
  const { shown, decides } = found;
  const kind = KINDS.find((one) => one === fields?.get('decision'));
  const words = messagesOf(context, language).proposals;
  if (fields && kind && !decides) return await notYours(context, number);
  if (!fields || !kind) return await page(context, member, found);
  if (kind === 'apply' && (fields.get('seen') || null) !== shown.revision.tip)
    return await page(context, member, found, words.changed);
  const decision = { kind, because: fields.get('because') ?? '' };
  if ((await takeDecision(context, member.address, shown, decision)) === 'refused')
    return await notYours(context, number);
  await context.proposals?.settled();
  const made = movedAnswer(ownAddress(context.site, `${PROPOSALS}${number}`, language), 303);
  return { ...made, headers: { ...made.headers, 'cache-control': 'no-store' } };
};

/** Remembers that somebody looks at a proposal; gives the version that they had seen before the one it has now. */
async function see(
  context: Context,
  { folded }: Member,
  { proposal, revision }: ShownProposal,
): Promise<RevisionTable | undefined> {
  const { database } = context.wiki;
  const seeing = {
    folded,
    proposal: proposal.number,
    revision: revision.id,
    seen_at: secondsOf(context),
  };
  const { former } = await database.write((writer) => seeProposal(writer, seeing));
  return former === null ? undefined : await revisionById(database.reader, former);
}

/** Says that somebody else decides of it. */
async function notYours(context: Context, number: number): Promise<Answer> {
  const language = askedLanguage(context);
  const { grants: words, contribution } = messagesOf(context, language);
  return await mailAnswer(context, {
    language,
    status: 403,
    title: words.notYours,
    content: (
      <MailNotice
        title={words.notYours}
        paragraphs={[words.notYoursText]}
        links={[
          {
            label: contribution.seeProposal(number),
            href: ownAddress(context.site, `${PROPOSALS}${number}`, language),
          },
        ]}
      />
    ),
  });
}

async function page(
  context: Context,
  member: Member,
  { shown, decides }: { readonly shown: ShownProposal; readonly decides: boolean },
  failure?: string,
): Promise<Answer> {
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const { site } = context;
  const props = await proposalProps(context, shown, language);
  const waiting = await putOffOf(context.wiki.database.reader, shown.proposal.number);
  const former = await see(context, member, shown);
  const since = props.formerVersions.find(({ version }) => version === former?.version);
  const commentAddress = `${PROPOSALS}${shown.proposal.number}/review/comment`;
  const linesHref = (path: string, { side, from, to }: BlockLines) =>
    ownAddress(site, commentAddress, language, {
      file: path,
      side,
      from: String(from),
      ...(to !== from && { to: String(to) }),
    });
  const lineLink =
    (path: string): LineLink =>
    ({ kind, oldLine, newLine }) => {
      const line = kind === 'removed' ? oldLine : newLine;
      if (line === undefined) return undefined;
      const href = linesHref(path, { side: kind === 'removed' ? 'old' : 'new', from: line, to: line });
      return { label: messages.review.commentLine(line), href };
    };
  const blockLink =
    (path: string): BlockLink =>
    (lines) => ({ label: messages.review.commentBlock(lines.from), href: linesHref(path, lines) });
  return await mailAnswer(context, {
    language,
    title: shown.proposal.title,
    ...(failure !== undefined && { status: 409 }),
    content: (
      <ProposalPage
        {...props}
        files={props.files.map((file) => ({
          ...file,
          lineLink: lineLink(file.path),
          blockLink: blockLink(file.path),
        }))}
        review={{
          action: ownAddress(site, commentAddress, language),
          name: (await nameOfMember(context, member)) ?? '',
          address: member.address,
          isSaid: context.query.get('said') === '1',
          ownHref: ownAddress(site, OWN_PROPOSALS, language),
          ...(since?.sinceHref !== undefined && {
            since: { label: messages.queue.sinceSeen(since.version), href: since.sinceHref },
          }),
        }}
        {...(props.isOpen &&
          decides && {
            decision: {
              action: ownAction(context),
              seen: shown.revision.tip ?? '',
              canApply: shown.revision.verdict === 'applies',
              ...(failure !== undefined && { failure }),
              ...(waiting && { waiting: waiting.said }),
            },
          })}
      />
    ),
  });
}
