import { listsOf } from '../../../mail/list.ts';
import { tokenHash } from '../../../mail/tokens.ts';
import { decidersAmong } from '../../../members/deciders.ts';
import { decidableOf, decideWith } from '../../../proposals/decide.ts';
import { joinProposals, separateRevision } from '../../../proposals/regroup.ts';
import type { DecisionKind } from '../../../proposals/words.ts';
import { proposalToken } from '../../../store/proposal-tokens.ts';
import { proposalNumbered } from '../../../store/proposals.ts';
import { putOffOf } from '../../../store/push-back.ts';
import { revisionById } from '../../../store/revisions.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAction, ownAddress } from '../../context.ts';
import type { FormPage } from '../../forms/form.ts';
import { PROPOSALS } from '../../proposals/addresses.ts';
import { askProposal } from '../../proposals/shown-proposal.ts';
import { MailNotice } from '../../views/mail-form.tsx';
import { ProposalPage } from '../../views/proposals/proposal-page.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';
import { missingPage } from '../missing.tsx';
import { proposalProps, proposalsLink } from './proposal-props.ts';

const ADDRESS = /^\/-\/proposals\/(\d{1,9})\/decide\/(.+)$/;

/** The proposal of which a token decides: the one of the address, or the one that it was joined to. */
async function decidedOf({ path, site, wiki }: Context) {
  const { reader } = wiki.database;
  const [, named, token = ''] = ADDRESS.exec(path) ?? [];
  const known = await proposalToken(reader, tokenHash(token));
  const proposal = known && (await proposalNumbered(reader, Number(named)));
  const revision = proposal && (await revisionById(reader, proposal.revision));
  const isOfAddress =
    known &&
    [proposal?.number, revision?.proposal].includes(known.proposal) &&
    proposal !== undefined &&
    revision !== undefined &&
    // A link is good for as long as the role of whom it was mailed to is.
    (await decidersAmong(listsOf(site.settings)).may(
      reader,
      known.moderator,
      decidableOf(proposal, revision),
    ));
  return { token, number: isOfAddress ? known.proposal : undefined };
}

/** The proposal, with the buttons of who has its link: `/-/proposals/N/decide/TOKEN`. */
export async function decidePage(context: Context): Promise<Answer> {
  return await deciding(context);
}

const KINDS: readonly DecisionKind[] = ['apply', 'approve', 'revise', 'reject'];

/** Does what a button says, and shows what came of it. */
export const decideForm: FormPage = async (context, { fields }) => {
  const { token, number } = await decidedOf(context);
  if (number === undefined) return await deciding(context);
  if (fields.has('regroup')) return await regrouping(context, number, fields);
  const kind = KINDS.find((one) => one === fields.get('decision'));
  if (!kind) return await deciding(context);
  const because = fields.get('because')?.replace(/\r\n?/g, '\n').trim() ?? '';
  const seen = fields.get('seen') || null;
  const done = await context.wiki.database.write((writer) =>
    decideWith(writer, token, { kind, because, seen }, decidersAmong(listsOf(context.site.settings))),
  );
  const language = askedLanguage(context);
  const words = messagesOf(context, language).proposals;
  if (done === 'changed') return await deciding(context, words.changed);
  if (done === 'late' || done === 'refused') return await deciding(context);
  await context.proposals?.settled();
  const shown = await askProposal(context, number, language, true);
  if (!shown) return await missingPage(context, language);
  const isDone = kind !== 'apply' || shown.proposal.state === 'applied';
  return await mailAnswer(context, {
    language,
    title: shown.proposal.title,
    content: (
      <MailNotice
        title={`${words.numbered(shown.proposal.number)} – ${words.states[shown.proposal.state]}`}
        paragraphs={[isDone ? words.decideHelp : words.notDone]}
        links={[
          { label: words.previewBack, href: ownAddress(context.site, `${PROPOSALS}${number}`, language) },
          proposalsLink(context, language),
        ]}
      />
    ),
  });
};

/** Says which versions belong together, and shows what came of it. */
async function regrouping(context: Context, number: number, fields: URLSearchParams): Promise<Answer> {
  const now = Math.floor(Date.now() / 1000);
  const isDone = await context.wiki.database.write(async (writer) =>
    fields.get('regroup') === 'separate'
      ? (await separateRevision(writer, number, now)) !== undefined
      : await joinProposals(writer, { number, into: Number(fields.get('into')), now }),
  );
  await context.proposals?.settled();
  const words = messagesOf(context, askedLanguage(context)).proposals;
  return isDone ? await deciding(context) : await deciding(context, words.notRegrouped);
}

async function deciding(context: Context, failure?: string): Promise<Answer> {
  const language = askedLanguage(context);
  const words = messagesOf(context, language).proposals;
  const { number } = await decidedOf(context);
  const shown = number === undefined ? undefined : await askProposal(context, number, language, true);
  if (!shown) {
    const content = <MailNotice title={words.gone} paragraphs={[words.goneText]} />;
    return await mailAnswer(context, { language, status: 404, title: words.gone, content });
  }
  const props = await proposalProps(context, shown, language);
  const waiting = await putOffOf(context.wiki.database.reader, shown.proposal.number);
  return await mailAnswer(context, {
    language,
    title: shown.proposal.title,
    ...(failure !== undefined && { status: 409 }),
    content: (
      <ProposalPage
        {...props}
        decision={{
          action: ownAction(context),
          seen: shown.revision.tip ?? '',
          hasFormer: props.formerVersions.length > 0,
          canApply: shown.revision.verdict === 'applies',
          ...(failure !== undefined && { failure }),
          ...(waiting && { waiting: waiting.said }),
        }}
      />
    ),
  });
}
