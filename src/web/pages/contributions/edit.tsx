import { beginDraft } from '../../../contributions/contribute.ts';
import { type UploadFault, uploadFault } from '../../../contributions/uploads.ts';
import { readMailAddress } from '../../../mail/mail-address.ts';
import { addressOfPath } from '../../../wiki/find-address.ts';
import { type Answer, movedAnswer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAction, ownAddress } from '../../context.ts';
import { type EditedFile, fileToday } from '../../contributions/edited-file.ts';
import { gateChange } from '../../contributions/gate-change.ts';
import { moveFiles } from '../../contributions/move-files.ts';
import { changeAddress, changeAt, fileFormAddress } from '../../contributions/own-change.ts';
import { editingList } from '../../contributions/patch-list.ts';
import { type PictureText, putPicture } from '../../contributions/put-picture.ts';
import { askToConfirm, publishChange, sendKnown } from '../../contributions/send-change.ts';
import { type EditedAs, knownAuthor, readWho } from '../../contributions/who.ts';
import type { UploadedFile } from '../../forms/form.ts';
import { Limiter } from '../../forms/limiter.ts';
import { type MemberPage, secondsOf } from '../../members/visitor.ts';
import { MailNotice } from '../../views/mail-form.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';
import { tooMany } from '../mail/subscribe.tsx';
import { missingPage } from '../missing.tsx';
import { editForm } from './edit-form.tsx';
import { takeEdit } from './take-edit.ts';

/** How many changes a client may send in an hour. */
const MAX_PER_CLIENT = 20;

const EDIT = '/-/edit/';

/** The form in which anybody changes a page, or makes a new one, and what is sent with it: `/-/edit/PATH`. */
export function editPage(): MemberPage {
  const limiter = new Limiter(MAX_PER_CLIENT);
  return async (context, visitor, sent, uploads = []) => {
    const list = editingList(context);
    const language = askedLanguage(context);
    if (!list) return await missingPage(context, language);
    const file = await fileToday(context, context.path.slice(EDIT.length));
    if (!file) return await notEditable(context);
    const author = await knownAuthor(context, visitor, [file.path]);
    const as: EditedAs = { kind: 'first', author };
    if (!sent) {
      const text = file.former?.text ?? '';
      const fields = { text, base: file.commit, reason: '', name: author?.name ?? '', address: '' };
      return await editForm(context, { file, fields, action: ownAction(context), as });
    }
    const asked = sent.get('do');
    const isMoved = asked === 'move';
    if (asked === 'picture') {
      const fault = faultOf(uploads[0]);
      if (fault) return await notPut(context, { file, as }, sent, fault);
    }
    if (isMoved || asked === 'picture') sent.set('do', 'keep');
    const edit = await takeEdit(context, file, sent, isMoved || asked === 'picture' ? { kind: 'draft' } : as);
    if ('answer' in edit) return edit.answer;
    if (!limiter.take(visitor.client)) return await tooMany(context);
    const { act, base, content, fields } = edit;
    const { name, reason } = fields;
    const address = author?.address ?? readMailAddress(fields.address) ?? '';
    const files = isMoved
      ? await moveFiles(context, file, edit.fields.text, sent.get('to') ?? '')
      : [{ path: file.path, content, base }];
    if (typeof files === 'string')
      return await editForm(context, { file, fields, action: ownAction(context), as, moveFault: files });
    const contribution = { files, base, name, address, language, reason };
    if (act === 'keep') {
      const place = { list, now: secondsOf(context) };
      const token = await context.wiki.database.write((writer) => beginDraft(writer, contribution, place));
      if (token === undefined) return await tooMany(context);
      if (asked !== 'picture') return leadTo(context, changeAddress(token));
      return await putIn(context, changeAddress(token), { file, text: fields.text }, sent, uploads[0]);
    }
    const gated = await gateChange(context, contribution, { visitor, sent, author });
    if (gated.kind === 'answer') return gated.answer;
    if (act === 'publish' && author) {
      const published = await publishChange(context, contribution, author);
      if (published === 'landed') return leadTo(context, await addressOf(context, file.path, content));
      const form = { file, fields, action: ownAction(context), as };
      return await editForm(context, { ...form, refusal: published });
    }
    if (author) return leadTo(context, changeAddress(await sendKnown(context, contribution, { list })));
    if (gated.kind === 'taken') await askToConfirm(context, contribution, { list, at: gated.at });
    return await checkMail(context, { paths: [file.path], address });
  };
}

/** Puts a picture in a text of the change at an address, and goes on with the text. */
export async function putIn(
  context: Context,
  address: string,
  edited: PictureText,
  sent: URLSearchParams,
  upload: UploadedFile | undefined,
): Promise<Answer> {
  const change = await changeAt({ ...context, path: address });
  const at = change ? await putPicture(context, change, edited, sent, upload) : 'kind';
  // What the file has wrong was looked at before: the change has too many of them.
  if (!change || typeof at === 'string') return leadTo(context, address);
  return leadTo(context, fileFormAddress(change, edited.file.path), { at: String(at) });
}

/** The form once more, with why a picture is not taken. */
export async function notPut(
  context: Context,
  { file, as }: { readonly file: EditedFile; readonly as: EditedAs },
  sent: URLSearchParams,
  pictureFault: UploadFault,
): Promise<Answer> {
  const text = (sent.get('text') ?? '').replace(/\r\n?/g, '\n').toWellFormed();
  const fields = { text, base: sent.get('base') ?? '', ...readWho(sent) };
  return await editForm(context, { file, fields, action: ownAction(context), as, pictureFault });
}

/** Why a picture is not taken. */
export function faultOf(upload: UploadedFile | undefined): UploadFault | undefined {
  return upload ? uploadFault(upload.name, upload.bytes) : 'kind';
}

/** Leads elsewhere after something was done: what is there now is asked for anew. */
export function leadTo(
  context: Context,
  address: string,
  asked: Readonly<Record<string, string>> = {},
): Answer {
  const made = movedAnswer(ownAddress(context.site, address, askedLanguage(context), asked), 303);
  return { ...made, headers: { ...made.headers, 'cache-control': 'no-store' } };
}

/** Where a file that was published is read; what tells what became of it where it is no more. */
export async function addressOf(context: Context, path: string, content: Uint8Array | null): Promise<string> {
  const address = content && (await addressOfPath(context.ask, path));
  return address ?? '/-/recent';
}

/** Says that a mail is on its way. */
export async function checkMail(
  context: Context,
  { paths, address }: { readonly paths: readonly string[]; readonly address: string },
): Promise<Answer> {
  const language = askedLanguage(context);
  const words = messagesOf(context, language).contribution;
  return await mailAnswer(context, {
    language,
    title: words.checkMail,
    content: (
      <div data-edit-sent={paths.join('\n')}>
        <MailNotice
          title={words.checkMail}
          paragraphs={[words.checkMailText(address), words.checkMailNext]}
        />
      </div>
    ),
  });
}

/** Says that a file is not changed here. */
export async function notEditable(context: Context): Promise<Answer> {
  const language = askedLanguage(context);
  const words = messagesOf(context, language).contribution;
  return await mailAnswer(context, {
    language,
    status: 404,
    title: words.notEditable,
    content: (
      <MailNotice
        title={words.notEditable}
        paragraphs={[words.notEditableText]}
        links={[{ label: words.byMail, href: ownAddress(context.site, '/-/contribute', language) }]}
      />
    ),
  });
}
