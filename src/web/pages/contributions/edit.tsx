import { askContribution } from '../../../contributions/contribute.ts';
import { readMailAddress } from '../../../mail/mail-address.ts';
import { mailSite } from '../../../mail/mail-site.ts';
import { commitNamed, indexedCommit } from '../../../store/commits.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAction, ownAddress } from '../../context.ts';
import {
  contentOf,
  type EditedFile,
  editedFile,
  MAX_TEXT_BYTES,
  rebase,
} from '../../contributions/edited-file.ts';
import { editingList } from '../../contributions/patch-list.ts';
import type { FormPage } from '../../forms/form.ts';
import { Limiter } from '../../forms/limiter.ts';
import type { ContributionFault } from '../../messages/contribution-messages.ts';
import type { EditFields } from '../../views/contributions/edit-page.tsx';
import { MailNotice } from '../../views/mail-form.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';
import { tooMany } from '../mail/subscribe.tsx';
import { missingPage } from '../missing.tsx';
import { editForm } from './edit-form.tsx';

/** How many changes a client may send in an hour. */
const MAX_PER_CLIENT = 20;

const EDIT = '/-/edit/';
const MAX_REASON = 1_000;
const MAX_NAME = 100;

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
    const fields = readEditFields(sent);
    const action = ownAction(context);
    const from = (await editedFile(context, await knownCommit(context, fields.base), today.path)) ?? today;
    const rebased = await rebase(from, today, fields.text);
    const now = { ...fields, text: rebased.text, base: today.commit };
    const shown = { file: today, fields: now, action };
    if (rebased.kind !== 'same') return await editForm(context, { ...shown, meanwhile: rebased.kind });
    const removes = sent.get('do') === 'remove' && today.former !== undefined;
    if (sent.get('do') !== 'send' && !removes) return await editForm(context, { ...shown, previews: true });
    const faults = faultsOf(today, now, removes);
    if (faults.length > 0) return await editForm(context, { ...shown, faults });
    if (!limiter.take(client)) return await tooMany(context);
    const language = askedLanguage(context);
    const address = readMailAddress(now.address) as string;
    // Who fills in what nobody sees is a program.
    if ((sent.get('website') ?? '') === '')
      await context.wiki.database.write((writer) =>
        askContribution(
          writer,
          {
            path: today.path,
            content: removes ? null : contentOf(today, now.text),
            base: today.commit,
            name: now.name,
            address,
            language,
            reason: now.reason,
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

/** What somebody typed, as it is kept: a message of a commit is one line first. */
export function readEditFields(sent: URLSearchParams): EditFields {
  const line = (name: string, max: number) =>
    (sent.get(name) ?? '')
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .trim()
      .toWellFormed()
      .slice(0, max);
  return {
    text: (sent.get('text') ?? '').replace(/\r\n?/g, '\n').toWellFormed(),
    base: sent.get('base') ?? '',
    reason: line('reason', MAX_REASON),
    name: line('name', MAX_NAME),
    address: line('address', 300),
  };
}

/** What is missing of a change, in the order of the form. */
export function faultsOf(
  file: EditedFile,
  { text, reason, name, address }: EditFields,
  removes: boolean,
  isKnown = false,
): ContributionFault[] {
  const faults: ContributionFault[] = [];
  const content = contentOf(file, text);
  if (!removes && content === contentOf(file, file.former?.text ?? '')) faults.push('same');
  if (Buffer.byteLength(content) > MAX_TEXT_BYTES) faults.push('large');
  if (reason === '') faults.push('reason');
  if (isKnown) return faults;
  if (!/\p{L}/u.test(name)) faults.push('name');
  if (readMailAddress(address) === undefined) faults.push('address');
  return faults;
}

/** The file as the wiki has it now. */
export async function fileToday(context: Context, path: string): Promise<EditedFile | undefined> {
  const commit = await context.ask(indexedCommit);
  return commit === '' ? undefined : await editedFile(context, commit, path);
}

/** The commit of that name in the history of the wiki; the newest where it has none. */
export async function knownCommit({ ask }: Context, name: string): Promise<string> {
  const known = /^[0-9a-f]{7,64}$/.test(name) ? await ask(commitNamed, name) : undefined;
  return known?.id ?? (await ask(indexedCommit));
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
