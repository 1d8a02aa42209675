import { filesAt } from '../store/files.ts';
import { type PageSummary, pagesAt } from '../store/pages.ts';
import type { ChangeTable } from '../store/schema.ts';
import { encodeAddress } from '../wiki/addresses.ts';
import { fileAddress } from '../wiki/data-addresses.ts';
import { type Context, ownAddress } from './context.ts';
import type { ChangedFile } from './views/changed-file.tsx';

/** What a commit did to files, as people read it: pages by their title of today, with the way to them and to what changed. */
export async function changedFiles(
  { ask, site }: Context,
  commit: string,
  changes: readonly ChangeTable[],
  language: string,
): Promise<ChangedFile[]> {
  const paths = changes.map(({ path }) => path);
  const pages = new Map((await ask(pagesAt, paths)).map((page) => [page.path, page]));
  const present = new Set((await ask(filesAt, paths)).map(({ path }) => path));
  return changes.map(({ path, kind, old_path }) => ({
    kind,
    path,
    ...shownName(pages.get(path), path, present.has(path), language),
    ...(old_path !== null && { oldPath: old_path }),
    diffHref: ownAddress(site, `/-/diff${encodeAddress(`/${path}`)}`, language, { to: commit }),
  }));
}

function shownName(page: PageSummary | undefined, path: string, isPresent: boolean, language: string) {
  if (page) {
    const foreign = page.language === language ? {} : { language: page.language };
    return { title: page.title, href: encodeAddress(page.address), ...foreign };
  }
  return isPresent ? { href: fileAddress(path) } : {};
}
