import { findAddress } from '../../wiki/find-address.ts';
import { percentDecode } from '../../wiki/targets.ts';
import { type Answer, movedAnswer } from '../answer.ts';
import type { Context } from '../context.ts';
import { type FileStream, fileAnswer } from './file.ts';
import { folderPage } from './folder.tsx';
import { gonePage } from './gone.tsx';
import { missingPage } from './missing.tsx';
import { wikiPage } from './page.tsx';

/** The answer for an address of the wiki itself. */
export async function wikiAddress(context: Context): Promise<Answer | FileStream> {
  const found = await findAddress(context.ask, context.path, context.site);
  switch (found.kind) {
    case 'page':
      return await wikiPage(context, found.page, found.language);
    case 'file':
      return await fileAnswer(context, found.file);
    case 'folder':
      return await folderPage(context, found.folder, found.language);
    case 'moved':
      return await moved(context, found.to);
    case 'gone':
      return await gonePage(context, found.deletion, found.language);
    case 'missing':
      return await missingPage(context, found.language);
  }
}

/** A client that wants Markdown gets it at the address of the file, without the detour. */
async function moved(context: Context, to: string): Promise<Answer | FileStream> {
  if (context.wantsMarkdown && /\.(?:md|markdown)$/i.test(context.path)) {
    return await wikiAddress({ ...context, path: percentDecode(to) });
  }
  const query = context.query.size > 0 && to.startsWith('/') ? `?${context.query}` : '';
  return movedAnswer(to + query);
}
