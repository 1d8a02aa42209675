import { readMailAddress } from '../../../mail/mail-address.ts';
import { commitNamed, indexedCommit } from '../../../store/commits.ts';
import type { Answer } from '../../answer.ts';
import { type Context, ownAction } from '../../context.ts';
import {
  contentOf,
  type EditedFile,
  editedFile,
  MAX_TEXT_BYTES,
  rebase,
} from '../../contributions/edited-file.ts';
import type { ContributionFault } from '../../messages/contribution-messages.ts';
import type { EditFields } from '../../views/contributions/edit-page.tsx';
import { editForm } from './edit-form.tsx';

const MAX_REASON = 1_000;
const MAX_NAME = 100;

/** A change that may be sent. */
export interface TakenEdit {
  /** The commit of the wiki that it is made from: today's. */
  readonly base: string;
  /** What the file is to hold; null to delete it. */
  readonly content: string | null;
  readonly fields: EditFields;
}

/**
 * Reads a form: a change that may be sent, or the form once more, with what was typed in it, where the page changed meanwhile,
 * something is missing, or it is only to be seen. `isKnown`: whether who sends it is known already.
 */
export async function takeEdit(
  context: Context,
  today: EditedFile,
  sent: URLSearchParams,
  { isKnown }: { readonly isKnown: boolean },
): Promise<TakenEdit | { readonly answer: Answer }> {
  const typed = readEditFields(sent);
  const from = (await editedFile(context, await knownCommit(context, typed.base), today.path)) ?? today;
  const { kind, text } = await rebase(from, today, typed.text);
  const fields = { ...typed, text, base: today.commit };
  const form = { file: today, fields, action: ownAction(context), isKnown };
  if (kind !== 'same') return { answer: await editForm(context, { ...form, meanwhile: kind }) };
  const removes = sent.get('do') === 'remove' && today.former !== undefined;
  if (sent.get('do') !== 'send' && !removes)
    return { answer: await editForm(context, { ...form, previews: true }) };
  const content = removes ? null : contentOf(today, text);
  const faults = faultsOf(today, content, fields, isKnown);
  if (faults.length > 0) return { answer: await editForm(context, { ...form, faults }) };
  return { base: today.commit, content, fields };
}

/** What somebody typed, as it is kept: a message of a commit is one line first. */
function readEditFields(sent: URLSearchParams): EditFields {
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
function faultsOf(
  file: EditedFile,
  content: string | null,
  { reason, name, address }: EditFields,
  isKnown: boolean,
): ContributionFault[] {
  const faults: ContributionFault[] = [];
  if (content === contentOf(file, file.former?.text ?? '')) faults.push('same');
  if (Buffer.byteLength(content ?? '') > MAX_TEXT_BYTES) faults.push('large');
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
