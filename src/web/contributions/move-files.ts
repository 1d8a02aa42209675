import type { ChangedFile } from '../../store/contributions.ts';
import { pageAt } from '../../store/pages.ts';
import { type MoveFault, movePage } from '../../wiki/move-page.ts';
import type { Context } from '../context.ts';
import { contentOf, type EditedFile, fileToday } from './edited-file.ts';

/** The files that change when a page moves, its text being `text` from then on; else why it does not. */
export async function moveFiles(
  context: Context,
  file: EditedFile,
  text: string,
  name: string,
): Promise<readonly ChangedFile[] | MoveFault> {
  const page = await context.ask(pageAt, file.path);
  if (!page) return 'name';
  const forms = new Map<string, EditedFile>();
  const read = async (path: string) => {
    const one = path === file.path ? file : await fileToday(context, path);
    if (one) forms.set(path, one);
    return path === file.path ? text : one?.former?.text;
  };
  const moved = await movePage({ ask: context.ask, site: context.site, read }, page, name);
  if (typeof moved === 'string') return moved;
  const base = file.commit;
  const files: ChangedFile[] = [];
  for (const { path, text: made } of moved) {
    const today = forms.get(path) ?? (await fileToday(context, path));
    if (!today) return 'name';
    files.push({ path, base, content: made === null ? null : Buffer.from(contentOf(today, made)) });
  }
  return files;
}
