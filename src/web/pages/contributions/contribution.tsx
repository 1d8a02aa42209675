import { contributionWords } from '../../../contributions/contribute.ts';
import { postContribution } from '../../../contributions/post.ts';
import { listsOf } from '../../../mail/list.ts';
import { tokenHash } from '../../../mail/tokens.ts';
import type { Asked } from '../../../proposals/decide.ts';
import type { ContributionTable } from '../../../store/contribution-tables.ts';
import { contributionOf, updateContribution } from '../../../store/contributions.ts';
import { proposalMessage } from '../../../store/proposal-messages.ts';
import type { ProposalTable } from '../../../store/proposal-tables.ts';
import { askDecision, OPEN_STATES, proposalNumbered } from '../../../store/proposals.ts';
import { revisionById } from '../../../store/revisions.ts';
import { addressOfPath } from '../../../wiki/find-address.ts';
import { diffTexts } from '../../../wiki/text-diff.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAction, ownAddress } from '../../context.ts';
import { editedFile, rebase } from '../../contributions/edited-file.ts';
import type { FormPage } from '../../forms/form.ts';
import { PROPOSALS } from '../../proposals/addresses.ts';
import { ContributionPage } from '../../views/contributions/contribution-page.tsx';
import type { Link } from '../../views/link.ts';
import { MailNotice } from '../../views/mail-form.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';
import { editForm } from './edit-form.tsx';
import { fileToday, knownCommit, takeEdit } from './take-edit.ts';

const ADDRESS = /^\/-\/contribution\/([a-z2-7]{10,60})(\/edit)?$/i;

/** A change, for who has its link: to send it, to see what becomes of it, to withdraw it. `/-/contribution/TOKEN`. */
export async function contributionPage(context: Context): Promise<Answer> {
  const row = await contributionAt(context);
  return row ? await shown(context, row) : await gone(context);
}

/** Does what its button says. */
export const contributionForm: FormPage = async (context, { fields }) => {
  const row = await contributionAt(context);
  if (!row) return await gone(context);
  if (fields.get('do') === 'send' && row.state === 'asked') await post(context, row);
  if (fields.get('do') === 'withdraw' && row.state !== 'withdrawn') await withdraw(context, row);
  return await contributionPage(context);
};

/** The form in which a change is improved: `/-/contribution/TOKEN/edit`. */
export async function amendPage(context: Context): Promise<Answer> {
  const row = await contributionAt(context);
  const file = row && (await fileToday(context, row.path));
  const from = row && (await editedFile(context, await knownCommit(context, row.base), row.path));
  if (!row || !file || row.state === 'withdrawn') return await gone(context);
  const own = (row.content ?? '').replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const { kind, text } = await rebase(from ?? file, file, own);
  return await editForm(context, {
    file,
    fields: { text, base: file.commit, reason: row.reason, name: '', address: '' },
    action: ownAction(context),
    isKnown: true,
    ...(kind !== 'same' && { meanwhile: kind }),
  });
}

/** Sends another version of a change. */
export const amending: FormPage = async (context, { fields: sent }) => {
  const row = await contributionAt(context);
  const today = row && (await fileToday(context, row.path));
  if (!row || !today || row.state === 'withdrawn') return await gone(context);
  const edit = await takeEdit(context, today, sent, { isKnown: true });
  if ('answer' in edit) return edit.answer;
  await post(context, { ...row, content: edit.content, base: edit.base, reason: edit.fields.reason });
  const left = await contributionAt(context);
  return left ? await shown(context, left) : await gone(context);
};

async function contributionAt({ path, wiki }: Context): Promise<ContributionTable | undefined> {
  const [, token = ''] = ADDRESS.exec(path) ?? [];
  return token === '' ? undefined : await contributionOf(wiki.database.reader, tokenHash(token));
}

async function post(context: Context, row: ContributionTable): Promise<void> {
  const { wiki, site, proposals, now } = context;
  const list = listsOf(site.settings).find(({ name }) => name === row.list);
  if (!list || !proposals) return;
  const workshop = { folder: await proposals.workshop(), gitDir: wiki.source.gitDir };
  await postContribution({ database: wiki.database, workshop, list, now: Math.floor(now / 1000) }, row);
  proposals.posted();
}

async function withdraw(context: Context, row: ContributionTable): Promise<void> {
  const { wiki, proposals } = context;
  const proposal = await proposalOf(context, row);
  await wiki.database.write(async (writer) => {
    await updateContribution(writer, row.hash, { state: 'withdrawn' });
    if (!proposal || !OPEN_STATES.includes(proposal.state)) return;
    const asked: Asked = {
      kind: 'reject',
      by: row.address,
      because: contributionWords(row.language).withdrawn,
      seen: null,
      revision: proposal.revision,
    };
    await askDecision(writer, proposal.number, JSON.stringify(asked));
  });
  await proposals?.settled();
}

/** What became of a change on its list; undefined while it is on its way there. */
async function proposalOf(
  { wiki }: Context,
  { list, message_id }: ContributionTable,
): Promise<ProposalTable | undefined> {
  const { reader } = wiki.database;
  const message = message_id === null ? undefined : await proposalMessage(reader, list, message_id);
  const revision =
    message?.revision === null || !message ? undefined : await revisionById(reader, message.revision);
  return revision && (await proposalNumbered(reader, revision.proposal));
}

async function shown(context: Context, row: ContributionTable): Promise<Answer> {
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const words = messages.contribution;
  const { site } = context;
  const own = context.path.replace(/\/edit$/, '');
  if (row.state === 'withdrawn') {
    const content = <MailNotice title={words.withdrawnTitle} paragraphs={[words.withdrawnText]} />;
    return await mailAnswer(context, { language, title: words.withdrawnTitle, content });
  }
  const proposal = await proposalOf(context, row);
  const isOpen = !proposal || OPEN_STATES.includes(proposal.state);
  const title = row.state === 'asked' ? words.mineTitle : words.sentTitle;
  const before = await editedFile(context, await knownCommit(context, row.base), row.path);
  const text = row.content?.replace(/^\ufeff/, '').replaceAll('\r\n', '\n') ?? '';
  const proposalLink: Link | undefined = proposal && {
    label: words.seeProposal(proposal.number),
    href: ownAddress(site, `${PROPOSALS}${proposal.number}`, language),
  };
  return await mailAnswer(context, {
    language,
    title,
    content: (
      <ContributionPage
        messages={messages}
        title={title}
        isSent={row.state === 'sent'}
        isOpen={isOpen}
        {...(proposal && { state: proposal.state })}
        path={row.path}
        pageHref={(await addressOfPath(context.ask, row.path)) ?? undefined}
        reason={row.reason}
        hunks={diffTexts(before?.former?.text ?? '', text)}
        language={site.defaultLanguage}
        action={ownAddress(site, own, language)}
        amendHref={ownAddress(site, `${own}/edit`, language)}
        proposalLink={proposalLink}
      />
    ),
  });
}

async function gone(context: Context): Promise<Answer> {
  const language = askedLanguage(context);
  const words = messagesOf(context, language).contribution;
  const content = <MailNotice title={words.gone} paragraphs={[words.goneText]} />;
  return await mailAnswer(context, { language, status: 404, title: words.gone, content });
}
