import { fileAt } from '../store/files.ts';
import type { FileTable } from '../store/schema.ts';
import { encodeAddress } from '../wiki/addresses.ts';
import { fileAddress } from '../wiki/data-addresses.ts';
import { findAddress } from '../wiki/find-address.ts';
import { nameOf } from '../wiki/paths.ts';
import { type Answer, movedAnswer } from './answer.ts';
import { historyHref } from './chrome.ts';
import type { Context } from './context.ts';
import { gonePage } from './pages/gone.tsx';
import { missingPage } from './pages/missing.tsx';
import type { DataFile } from './views/file-facts.tsx';

/** The file whose page was asked for; else the answer that says where it went, or that there is none. */
export async function findDataFile(
  context: Context,
  path: string,
  language: string,
): Promise<FileTable | Answer> {
  const file = await context.ask(fileAt, path);
  if (file) return file;
  const found = await findAddress(context.ask, `/${path}`, context.site);
  if (found.kind === 'moved')
    return movedAnswer(fileAddress(decodeURI(found.to).replace(/^\/(?:-\/\w+\/)?/, '')));
  if (found.kind === 'gone') return await gonePage(context, found.deletion, language);
  return await missingPage(context, language);
}

/** The file itself, one press away from its page. */
export function fileFacts({ site }: Context, file: FileTable, language: string): DataFile {
  return {
    name: nameOf(file.path),
    href: encodeAddress(`/${file.path}`),
    size: file.size ?? 0,
    historyHref: historyHref(site, file.path, language),
  };
}
