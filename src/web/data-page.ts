import { SUBMODULE, SYMLINK } from '../git/tree.ts';
import { fileAt } from '../store/files.ts';
import type { FileTable } from '../store/schema.ts';
import { encodeAddress } from '../wiki/addresses.ts';
import { type DataKind, dataKind, fileAddress } from '../wiki/data-addresses.ts';
import { findAddress } from '../wiki/find-address.ts';
import { nameOf } from '../wiki/paths.ts';
import { type Answer, movedAnswer } from './answer.ts';
import { historyHref } from './chrome.ts';
import { type Context, ownAddress } from './context.ts';
import { MAX_TEXT_BYTES } from './contributions/edited-file.ts';
import { editingList } from './contributions/patch-list.ts';
import { gonePage } from './pages/gone.tsx';
import { missingPage } from './pages/missing.tsx';
import type { DataFile } from './views/file-facts.tsx';

/** The file of a kind whose page was asked for; else the answer that says where it went, or that there is none. */
export async function findDataFile(
  context: Context,
  kind: DataKind,
  path: string,
  language: string,
): Promise<FileTable | Answer> {
  const file = await context.ask(fileAt, path);
  const followed = file?.mode !== SYMLINK && file?.mode !== SUBMODULE;
  if (file) return dataKind(path) === kind && followed ? file : await missingPage(context, language);
  const found = await findAddress(context.ask, `/${path}`, context.site);
  if (found.kind === 'moved')
    return movedAnswer(fileAddress(decodeURIComponent(found.to).replace(/^\/(?:-\/\w+\/)?/, '')));
  if (found.kind === 'gone') return await gonePage(context, found.deletion, language);
  return await missingPage(context, language);
}

/** The file itself, one press away from its page. */
export function fileFacts(context: Context, file: FileTable, language: string): DataFile {
  const { site } = context;
  const isEdited = editingList(context) !== undefined && (file.size ?? 0) <= MAX_TEXT_BYTES;
  return {
    name: nameOf(file.path),
    href: encodeAddress(`/${file.path}`),
    size: file.size ?? 0,
    historyHref: historyHref(site, file.path, language),
    ...(isEdited && { improveHref: ownAddress(site, `/-/edit${encodeAddress(`/${file.path}`)}`, language) }),
  };
}
