import { foldAddress } from '../mail/mail-address.ts';
import type { Wording } from '../proposals/patch/review-comments.ts';
import { putWording } from '../proposals/review/put-wording.ts';
import { acceptedWordings, addAcceptedWording } from '../store/accepted-wordings.ts';
import type { ContributionTable } from '../store/contribution-tables.ts';
import {
  type ChangedFile,
  contributionFiles,
  keepContributionFile,
  updateContribution,
} from '../store/contributions.ts';
import type { Reader, Writer } from '../store/database.ts';
import { editableText, typedText } from './typed-text.ts';

/** Another wording that somebody suggests to the author of a change. */
export interface SuggestedWording {
  /** The message that suggests it, and the place of it there. */
  readonly messageId: string;
  readonly place: number;
  readonly path: string;
  readonly wording: Wording;
  readonly reviewer: { readonly name: string; readonly address: string };
}

/** A larger file is not made by a wording, in bytes. */
const MAX_BYTES = 256 * 1024;

/** What a file of a change is to hold with another wording; undefined where its lines have changed since. */
export function wordedFile({ content }: Pick<ChangedFile, 'content'>, wording: Wording): Buffer | undefined {
  const former = content === null ? undefined : editableText(content);
  const text = former && putWording(former.text, wording);
  const made = text === undefined ? undefined : Buffer.from(typedText(text, former));
  return made && made.length <= MAX_BYTES ? made : undefined;
}

/**
 * Takes another wording into a change, to be sent as its next version; false where it was accepted already, or its lines have
 * changed since: then nothing is done.
 */
export async function acceptWording(
  writer: Writer,
  { hash, list }: ContributionTable,
  { messageId, place, path, wording, reviewer }: SuggestedWording,
): Promise<boolean> {
  const accepted = await acceptedWordings(writer, hash);
  if (accepted.some((one) => one.message_id === messageId && one.place === place)) return false;
  const file = (await contributionFiles(writer, hash)).find((one) => one.path === path);
  const content = file && wordedFile(file, wording);
  if (!content) return false;
  await keepContributionFile(writer, hash, { path, content, base: file.base });
  await addAcceptedWording(writer, { hash, list, message_id: messageId, place, ...reviewer });
  await updateContribution(writer, hash, { unsent: 1 });
  return true;
}

/** The trailers that name whose wordings are in a change, each once. */
export async function suggestedBy(reader: Reader, { hash, folded }: ContributionTable): Promise<string[]> {
  const people = new Map<string, string>();
  for (const { name, address } of await acceptedWordings(reader, hash)) {
    // Whose data was erased is named no more.
    if (address === '') continue;
    const own = foldAddress(address);
    const called = clean(name) || clean(address).split('@', 1)[0];
    if (own !== folded) people.set(own, `Suggested-by: ${called} <${clean(address)}>`);
  }
  return [...people.values()];
}

/** On one line, and without what ends an address. */
function clean(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029<>]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
