import { MAX_UPLOADS_BYTES, type UploadFault, uploadFault, uploadName } from '../../contributions/uploads.ts';
import { refusalOf } from '../../git/refused-changes.ts';
import { indexedCommit } from '../../store/commits.ts';
import { keepContributionFile, updateContribution } from '../../store/contributions.ts';
import { fileAt } from '../../store/files.ts';
import { joinPath } from '../../wiki/paths.ts';
import type { Context } from '../context.ts';
import type { UploadedFile } from '../forms/form.ts';
import type { OwnChange } from './own-change.ts';

/** Puts an uploaded file in a change; gives its path, or why it is not taken. */
export async function keepUpload(
  context: Context,
  { row, files }: Pick<OwnChange, 'row' | 'files'>,
  folder: string,
  { name, bytes }: UploadedFile,
): Promise<{ readonly path: string } | UploadFault> {
  const fault = uploadFault(name, bytes);
  if (fault) return fault;
  const all = files.reduce((sum, { content }) => sum + (content?.length ?? 0), bytes.length);
  if (all > MAX_UPLOADS_BYTES) return 'large';
  const path = await freePath(context, files, folder, uploadName(name));
  if (refusalOf({ path, oldMode: '100644', mode: '100644' }, { gitFiles: false })) return 'kind';
  const base = await context.ask(indexedCommit);
  await context.wiki.database.write(async (writer) => {
    await keepContributionFile(writer, row.hash, { path, content: Buffer.from(bytes), base });
    if (row.state === 'sent') await updateContribution(writer, row.hash, { unsent: 1 });
  });
  return { path };
}

/** A path of which neither the wiki nor the change has a file: with a number where it must. */
async function freePath(
  { ask }: Context,
  files: OwnChange['files'],
  folder: string,
  name: string,
): Promise<string> {
  for (let number = 1; ; number++) {
    const path = joinPath(folder, number === 1 ? name : name.replace(/(?=\.\w+$)/, `-${number}`));
    const isTaken = files.some((file) => file.path === path) || (await ask(fileAt, path)) !== undefined;
    if (!isTaken) return path;
  }
}
