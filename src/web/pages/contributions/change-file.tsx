import { keepContributionFile, updateContribution } from '../../../store/contributions.ts';
import { OPEN_STATES } from '../../../store/proposals.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAction } from '../../context.ts';
import {
  type EditedFile,
  editedFile,
  fileToday,
  knownCommit,
  rebase,
  shownText,
} from '../../contributions/edited-file.ts';
import { changeAt, type OwnChange, proposalOf } from '../../contributions/own-change.ts';
import { postChange } from '../../contributions/send-change.ts';
import type { EditedAs } from '../../contributions/who.ts';
import { Limiter } from '../../forms/limiter.ts';
import type { MemberPage } from '../../members/visitor.ts';
import { MailNotice } from '../../views/mail-form.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';
import { tooMany } from '../mail/subscribe.tsx';
import { faultOf, leadTo, notEditable, notPut, putIn } from './edit.tsx';
import { editForm } from './edit-form.tsx';
import { takeEdit } from './take-edit.ts';

const EDIT = /^\/-\/contribution\/[a-z2-7]{10,60}\/edit(?:\/(.+))?$/i;

/** How many times a client may change a file of a change in an hour. */
const MAX_PER_CLIENT = 200;

/** A change has no more files. */
export const MAX_FILES = 50;

/**
 * The form of one file of a change, which may be one more: `/-/contribution/TOKEN/edit/PATH`; without a path, of its only
 * one.
 */
export function changeFilePage(): MemberPage {
  const limiter = new Limiter(MAX_PER_CLIENT);
  return async (context, visitor, sent, uploads = []) => {
    const change = await changeAt(context);
    if (!change || !(await isOpen(context, change))) return await gone(context);
    const only = change.files.length === 1 ? change.files[0]?.path : undefined;
    const path = EDIT.exec(context.path)?.[1] ?? only;
    if (path === undefined) return leadTo(context, change.address);
    const today = await fileToday(context, path);
    if (!today) return await notEditable(context);
    const as: EditedAs = change.row.state === 'draft' ? { kind: 'draft' } : { kind: 'version' };
    const { row } = change;
    if (!sent) return await shown(context, change, today, as);
    const isPicture = sent.get('do') === 'picture';
    const fault = isPicture ? faultOf(uploads[0]) : undefined;
    if (fault) return await notPut(context, { file: today, as }, sent, fault);
    if (isPicture) sent.set('do', 'keep');
    const edit = await takeEdit(context, today, sent, isPicture ? { kind: 'draft' } : as);
    if ('answer' in edit) return edit.answer;
    const isOneMore = !change.files.some((file) => file.path === path);
    if (!limiter.take(visitor.client) || (isOneMore && change.files.length >= MAX_FILES))
      return await tooMany(context);
    const { act, base, content, fields } = edit;
    const isSent = act === 'send' && as.kind === 'version';
    await context.wiki.database.write(async (writer) => {
      await keepContributionFile(writer, row.hash, { path, content, base });
      await updateContribution(writer, row.hash, {
        base,
        unsent: row.state === 'sent' ? 1 : 0,
        ...(isSent && { reason: fields.reason }),
      });
    });
    if (isPicture)
      return await putIn(context, change.address, { file: today, text: fields.text }, sent, uploads[0]);
    if (isSent) await postChange(context, { ...row, base, reason: fields.reason });
    return leadTo(context, change.address);
  };
}

async function shown(context: Context, change: OwnChange, today: EditedFile, as: EditedAs): Promise<Answer> {
  const own = change.files.find(({ path }) => path === today.path);
  const from = own && (await editedFile(context, await knownCommit(context, own.base), own.path));
  const typed = own ? shownText(own.content ?? new Uint8Array()) : (today.former?.text ?? '');
  const { kind, text } = await rebase(from ?? today, today, typed);
  return await editForm(context, {
    file: today,
    fields: { text, base: today.commit, reason: change.row.reason, name: '', address: '' },
    action: ownAction(context),
    as,
    at: context.query.get('at') ?? undefined,
    ...(kind !== 'same' && { meanwhile: kind }),
  });
}

/** Whether something may still become of a change. */
export async function isOpen(context: Context, { row }: OwnChange): Promise<boolean> {
  if (row.state === 'withdrawn') return false;
  const proposal = await proposalOf(context, row);
  return !proposal || OPEN_STATES.includes(proposal.state);
}

/** Says that a link leads nowhere any more. */
export async function gone(context: Context): Promise<Answer> {
  const language = askedLanguage(context);
  const words = messagesOf(context, language).contribution;
  const content = <MailNotice title={words.gone} paragraphs={[words.goneText]} />;
  return await mailAnswer(context, { language, status: 404, title: words.gone, content });
}
