import { tokenHash } from '../../../mail/tokens.ts';
import { decideWith } from '../../../proposals/decide.ts';
import type { DecisionKind } from '../../../proposals/words.ts';
import { proposalToken } from '../../../store/proposal-tokens.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../../context.ts';
import type { FormPage } from '../../forms/form.ts';
import { PROPOSALS } from '../../proposals/addresses.ts';
import { askProposal } from '../../proposals/shown-proposal.ts';
import { MailNotice } from '../../views/mail-form.tsx';
import { ProposalPage } from '../../views/proposals/proposal-page.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';
import { missingPage } from '../missing.tsx';
import { proposalProps, proposalsLink } from './proposal-props.ts';

const ADDRESS = /^\/-\/proposals\/(\d{1,9})\/decide\/(.+)$/;

/** The proposal, with the buttons of who has its link: `/-/proposals/N/decide/TOKEN`. */
export async function decidePage(context: Context): Promise<Answer> {
  return await deciding(context);
}

const KINDS: readonly DecisionKind[] = ['apply', 'approve', 'revise', 'reject'];

/** Does what a button says, and shows what came of it. */
export const decideForm: FormPage = async (context, { fields }) => {
  const [, number, token = ''] = ADDRESS.exec(context.path) ?? [];
  const kind = KINDS.find((one) => one === fields.get('decision'));
  const known = await proposalToken(context.wiki.database.reader, tokenHash(token));
  if (!kind || known?.proposal !== Number(number)) return await deciding(context);
  const because = fields.get('because')?.replace(/\r\n?/g, '\n').trim() ?? '';
  const seen = fields.get('seen') || null;
  const done = await context.wiki.database.write((writer) =>
    decideWith(writer, token, { kind, because, seen }),
  );
  const language = askedLanguage(context);
  const words = messagesOf(context, language).proposals;
  if (done === 'changed') return await deciding(context, words.changed);
  if (done === 'late') return await deciding(context);
  await context.proposals?.settled();
  const shown = await askProposal(context, Number(number), language, true);
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

async function deciding(context: Context, failure?: string): Promise<Answer> {
  const language = askedLanguage(context);
  const words = messagesOf(context, language).proposals;
  const [, number = '', token = ''] = ADDRESS.exec(context.path) ?? [];
  const known = await proposalToken(context.wiki.database.reader, tokenHash(token));
  const shown =
    known?.proposal === Number(number)
      ? await askProposal(context, Number(number), language, true)
      : undefined;
  if (!shown) {
    const content = <MailNotice title={words.gone} paragraphs={[words.goneText]} />;
    return await mailAnswer(context, { language, status: 404, title: words.gone, content });
  }
  const props = await proposalProps(context, shown, language);
  return await mailAnswer(context, {
    language,
    title: shown.proposal.title,
    ...(failure !== undefined && { status: 409 }),
    content: (
      <ProposalPage
        {...props}
        decision={{
          action: context.path,
          seen: shown.revision.tip ?? '',
          canApply: shown.revision.verdict === 'applies',
          ...(failure !== undefined && { failure }),
        }}
      />
    ),
  });
}
