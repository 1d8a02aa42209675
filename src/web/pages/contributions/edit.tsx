import { askContribution } from '../../../contributions/contribute.ts';
import { readMailAddress } from '../../../mail/mail-address.ts';
import { mailSite } from '../../../mail/mail-site.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAction, ownAddress } from '../../context.ts';
import { editingList } from '../../contributions/patch-list.ts';
import type { FormPage } from '../../forms/form.ts';
import { Limiter } from '../../forms/limiter.ts';
import { MailNotice } from '../../views/mail-form.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';
import { tooMany } from '../mail/subscribe.tsx';
import { missingPage } from '../missing.tsx';
import { editForm } from './edit-form.tsx';
import { fileToday, takeEdit } from './take-edit.ts';

/** How many changes a client may send in an hour. */
const MAX_PER_CLIENT = 20;

const EDIT = '/-/edit/';

/** The form in which anybody changes a page, or makes a new one: `/-/edit/PATH`. */
export async function editPage(context: Context): Promise<Answer> {
  const file = await fileToday(context, pathOf(context));
  if (!editingList(context)) return await missingPage(context, askedLanguage(context));
  if (!file) return await notEditable(context);
  const fields = { text: file.former?.text ?? '', base: file.commit, reason: '', name: '', address: '' };
  return await editForm(context, { file, fields, action: ownAction(context) });
}

/** Shows what a change does, or has its author confirm it. */
export function editing(): FormPage {
  const limiter = new Limiter(MAX_PER_CLIENT);
  return async (context, { fields: sent, client }) => {
    const list = editingList(context);
    const today = await fileToday(context, pathOf(context));
    if (!list) return await missingPage(context, askedLanguage(context));
    if (!today) return await notEditable(context);
    const edit = await takeEdit(context, today, sent, { isKnown: false });
    if ('answer' in edit) return edit.answer;
    if (!limiter.take(client)) return await tooMany(context);
    const language = askedLanguage(context);
    const { base, content, fields } = edit;
    const address = readMailAddress(fields.address) as string;
    // Who fills in what nobody sees is a program.
    if ((sent.get('website') ?? '') === '')
      await context.wiki.database.write((writer) =>
        askContribution(
          writer,
          {
            path: today.path,
            content,
            base,
            name: fields.name,
            address,
            language,
            reason: fields.reason,
          },
          { list, site: mailSite(context.site), origin: context.origin, now: Math.floor(context.now / 1000) },
        ),
      );
    return await checkMail(context, { path: today.path, address, language });
  };
}

async function checkMail(
  context: Context,
  { path, address, language }: { readonly path: string; readonly address: string; readonly language: string },
): Promise<Answer> {
  const words = messagesOf(context, language).contribution;
  return await mailAnswer(context, {
    language,
    title: words.checkMail,
    content: (
      <div data-edit-sent={path}>
        <MailNotice
          title={words.checkMail}
          paragraphs={[words.checkMailText(address), words.checkMailNext]}
        />
      </div>
    ),
  });
}

function pathOf({ path }: Context): string {
  return path.slice(EDIT.length);
}

async function notEditable(context: Context): Promise<Answer> {
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
