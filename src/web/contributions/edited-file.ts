import { type EditableText, editableText, typedText } from '../../contributions/typed-text.ts';
import { mergeTexts } from '../../git/merge-texts.ts';
import { refusalOf } from '../../git/refused-changes.ts';
import { commitNamed, indexedCommit } from '../../store/commits.ts';
import { fileAt } from '../../store/files.ts';
import type { FileTable } from '../../store/schema.ts';
import type { Context } from '../context.ts';
import { fileIn } from '../past.ts';

/** What is edited in a form is no larger, in bytes. */
export const MAX_TEXT_BYTES = 256 * 1024;

const REGULAR = '100644';

/** Kinds of files that are edited as texts. */
const EDITED = /\.(?:md|markdown|csv|tsv|ics|txt|ya?ml|json)$/i;

/** A file of a commit that may be edited. */
export interface EditedFile {
  readonly path: string;
  readonly commit: string;
  /** Undefined where the commit has no such file: it is a new one. */
  readonly former: EditableText | undefined;
}

/** The file at a path of a commit of the wiki, to edit; undefined where it is none that is edited in a form. */
export async function editedFile(
  context: Pick<Context, 'wiki'>,
  commit: string,
  path: string,
): Promise<EditedFile | undefined> {
  if (!isEdited(path)) return undefined;
  return await readEdited(context, commit, path, await fileIn(context, commit, path));
}

function isEdited(path: string): boolean {
  const change = { path, oldMode: REGULAR, mode: REGULAR };
  return EDITED.test(path) && refusalOf(change, { gitFiles: false }) === undefined;
}

async function readEdited(
  context: Pick<Context, 'wiki'>,
  commit: string,
  path: string,
  file: FileTable | undefined,
): Promise<EditedFile | undefined> {
  if (!file) return { path, commit, former: undefined };
  if (file.mode !== REGULAR || (file.size ?? 0) > MAX_TEXT_BYTES) return undefined;
  const former = editableText(await context.wiki.objects.read(file.oid));
  return former && { path, commit, former };
}

/** What somebody's text becomes on the wiki of today. */
export interface Rebased {
  readonly kind: 'same' | 'merged' | 'conflict';
  /** The commit of today, and the text: of both where they could be merged, else theirs alone. */
  readonly base: EditedFile;
  readonly text: string;
}

/** Puts a text that was made from one commit on another one. */
export async function rebase(from: EditedFile, to: EditedFile, text: string): Promise<Rebased> {
  const [before, now] = [from.former?.text ?? '', to.former?.text ?? ''];
  if (before === now) return { kind: 'same', base: to, text };
  if (now === text) return { kind: 'same', base: to, text };
  const merged = await mergeTexts(before, now, text);
  return merged === undefined
    ? { kind: 'conflict', base: to, text }
    : { kind: 'merged', base: to, text: merged };
}

/** The bytes, as text, that the file would hold. */
export function contentOf({ former }: EditedFile, text: string): string {
  return typedText(text, former);
}

/** What the file would hold, as its editor is given it. */
export function shownText(content: Uint8Array): string {
  return editableText(content)?.text ?? '';
}

/** The file as the wiki has it now. */
export async function fileToday(context: Context, path: string): Promise<EditedFile | undefined> {
  const commit = await context.ask(indexedCommit);
  if (commit === '' || !isEdited(path)) return undefined;
  return await readEdited(context, commit, path, await context.ask(fileAt, path));
}

/** The commit of that name in the history of the wiki; the newest where it has none. */
export async function knownCommit({ ask }: Context, name: string): Promise<string> {
  const known = /^[0-9a-f]{7,64}$/.test(name) ? await ask(commitNamed, name) : undefined;
  return known?.id ?? (await ask(indexedCommit));
}
