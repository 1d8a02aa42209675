import { isPicture, type UploadFault } from '../../contributions/uploads.ts';
import { keepContributionFile } from '../../store/contributions.ts';
import { folderOf } from '../../wiki/paths.ts';
import type { Context } from '../context.ts';
import type { UploadedFile } from '../forms/form.ts';
import { contentOf, type EditedFile } from './edited-file.ts';
import { keepUpload } from './keep-upload.ts';
import type { OwnChange } from './own-change.ts';

/** A text in which a picture is put. */
export interface PictureText {
  readonly file: EditedFile;
  readonly text: string;
}

const MAX_WORDS = 300;

/**
 * Keeps a picture or a document with a change, beside the page that shows it, and writes the line that does into its text:
 * where `at` says (UTF-16 units), at its end where it does not. Gives where the text goes on, or why the file is not taken.
 */
export async function putPicture(
  context: Context,
  change: OwnChange,
  { file, text }: PictureText,
  sent: URLSearchParams,
  upload: UploadedFile | undefined,
): Promise<number | UploadFault> {
  const kept = upload ? await keepUpload(context, change, folderOf(file.path), upload) : 'kind';
  if (typeof kept === 'string') return kept;
  const name = kept.path.slice(kept.path.lastIndexOf('/') + 1);
  const words = (sent.get('picture-words') ?? '').replace(/\s+/g, ' ').trim().slice(0, MAX_WORDS);
  const shown = (words || (isPicture(name) ? '' : name)).replace(/[[\]\\]/g, '\\$&');
  const line = `${isPicture(name) ? '!' : ''}[${shown}](${name})`;
  const asked = sent.get('at') ?? '';
  const isPlaced = /^\d{1,9}$/.test(asked) && Number(asked) <= text.length;
  const before = isPlaced ? text.slice(0, Number(asked)) : text.trim() === '' ? '' : `${text.trimEnd()}\n\n`;
  const after = isPlaced ? text.slice(Number(asked)) : '\n';
  const content = Buffer.from(contentOf(file, before + line + after));
  await context.wiki.database.write((writer) =>
    keepContributionFile(writer, change.row.hash, { path: file.path, content, base: file.commit }),
  );
  return before.length + line.length;
}
