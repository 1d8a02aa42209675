import { newToken } from '../../../mail/tokens.ts';
import type { Answer } from '../../answer.ts';
import { type Context, ownAction } from '../../context.ts';
import {
  type EventForm,
  type FormKind,
  formKind,
  newProblems,
  readEventForm,
  readTableForm,
  tableForm,
} from '../../contributions/data-form.ts';
import {
  contentOf,
  type EditedFile,
  editedFile,
  knownCommit,
  MAX_TEXT_BYTES,
  rebase,
} from '../../contributions/edited-file.ts';
import { type EditedAs, readWho, whoFaults } from '../../contributions/who.ts';
import type { ContributionFault } from '../../messages/contribution-messages.ts';
import type { EditFields } from '../../views/contributions/edit-page.tsx';
import { editForm } from './edit-form.tsx';

/** What is done with what was typed. */
const ACTS = ['send', 'publish', 'keep', 'remove'] as const;

/** A change that may be sent, or kept with others. */
export interface TakenEdit {
  /** `send` and `publish`: at once; `keep`: with other files. */
  readonly act: 'send' | 'publish' | 'keep';
  /** The commit of the wiki that it is made from: today's. */
  readonly base: string;
  /** What the file is to hold; null to delete it. */
  readonly content: Buffer | null;
  readonly fields: EditFields;
}

/**
 * Reads a form: a change that may be sent, or the form once more, with what was typed in it, where the page changed meanwhile,
 * something is missing, or it is only to be seen.
 */
export async function takeEdit(
  context: Context,
  today: EditedFile,
  sent: URLSearchParams,
  as: EditedAs,
): Promise<TakenEdit | { readonly answer: Answer }> {
  const kind = formKind(context, today.path, sent);
  const { fields: typed, event } = await readEditFields(context, today.path, kind, sent);
  const from = (await editedFrom(context, today, typed.base)) ?? today;
  const { kind: outcome, text } = await rebase(from, today, typed.text);
  const fields = { ...typed, text, base: today.commit };
  const form = { file: today, fields, action: ownAction(context), as, kind, ...(event && { event }) };
  if (outcome !== 'same') return { answer: await editForm(context, { ...form, meanwhile: outcome }) };
  const act = ACTS.find((one) => one === sent.get('do'));
  const removes = act === 'remove' && today.former !== undefined;
  if (act === undefined || (act === 'remove' && !removes))
    return { answer: await editForm(context, { ...form, previews: true }) };
  const content = removes ? null : Buffer.from(contentOf(today, text));
  const asked = act === 'remove' ? (as.kind === 'draft' ? 'keep' : 'send') : act;
  const faults = faultsOf(today, content, fields, as, asked === 'keep');
  if (!removes && (event?.faults.length || (kind === 'table' && (await breaksTable(context, today, text)))))
    faults.unshift('data');
  if (faults.length > 0) return { answer: await editForm(context, { ...form, faults }) };
  return { act: asked, base: today.commit, content, fields };
}

/** The file as it was in the commit that a text was made from. */
async function editedFrom(
  context: Context,
  today: EditedFile,
  base: string,
): Promise<EditedFile | undefined> {
  if (base === today.commit) return today;
  return await editedFile(context, await knownCommit(context, base), today.path);
}

async function readEditFields(
  context: Context,
  path: string,
  kind: FormKind,
  sent: URLSearchParams,
): Promise<{ readonly fields: EditFields; readonly event?: EventForm }> {
  const text = (sent.get('text') ?? '').replace(/\r\n?/g, '\n').toWellFormed();
  const fields = { text, base: sent.get('base') ?? '', ...readWho(sent) };
  if (kind === 'table') {
    const form = await tableForm(context, path, text);
    return { fields: form ? { ...fields, text: readTableForm(form, text, sent) } : fields };
  }
  if (kind === 'text') return { fields };
  const { site, origin, now } = context;
  const uid = `${newToken()}@${URL.parse(origin)?.hostname ?? 'wiki'}`;
  const added = readEventForm(text, sent, { zone: site.settings.timezone, uid, stamp: now });
  return { fields: { ...fields, text: added.text }, event: added.form };
}

/** Whether a table would break its schema where it did not. */
async function breaksTable(context: Context, today: EditedFile, text: string): Promise<boolean> {
  const now = await tableForm(context, today.path, text);
  const before = now && (await tableForm(context, today.path, today.former?.text ?? ''));
  return now !== undefined && newProblems(before, now).length > 0;
}

/** What is missing of a change, in the order of the form. */
function faultsOf(
  file: EditedFile,
  content: Buffer | null,
  fields: EditFields,
  as: EditedAs,
  isKept: boolean,
): ContributionFault[] {
  const faults: ContributionFault[] = [];
  const former = file.former && contentOf(file, file.former.text);
  if (content?.toString() === (former ?? '') && as.kind === 'first') faults.push('same');
  if ((content?.length ?? 0) > MAX_TEXT_BYTES) faults.push('large');
  if (isKept || as.kind === 'draft') return faults;
  if (as.kind === 'version') return fields.reason === '' ? [...faults, 'reason'] : faults;
  return [...faults, ...whoFaults(fields, as.author)];
}
