import { SUBMODULE, SYMLINK } from '../../git/tree.ts';
import { filesIn, foldersIn } from '../../store/files.ts';
import { lastVersion } from '../../store/history.ts';
import { type PageSummary, pagesIn } from '../../store/pages.ts';
import type { FileTable } from '../../store/schema.ts';
import { encodeAddress } from '../../wiki/addresses.ts';
import { fileAddress } from '../../wiki/data-addresses.ts';
import { folderAddress } from '../../wiki/find-address.ts';
import { folderTitle } from '../../wiki/folder-title.ts';
import { mediaType } from '../../wiki/media-types.ts';
import { isPagePath, nameOf } from '../../wiki/paths.ts';
import { siteTitle } from '../../wiki/site.ts';
import { siteDates } from '../../wiki/site-dates.ts';
import { type Answer, htmlAnswer } from '../answer.ts';
import { chrome, endonym } from '../chrome.ts';
import { type Context, messagesOf } from '../context.ts';
import { followAddress } from '../feeds/addresses.ts';
import { feedLinks } from '../feeds/feed-links.ts';
import { renderDocument } from '../views/document.ts';
import {
  FolderListing,
  type ListedFile,
  type ListedPage,
  type UnfollowedEntry,
} from '../views/folder-listing.tsx';
import { Layout } from '../views/layout.tsx';

/** The index made for a folder that has none: its pages in the reader's language where they exist in it, its files. */
export async function folderPage(context: Context, folder: string, language: string): Promise<Answer> {
  const { ask, site, origin } = context;
  const messages = messagesOf(context, language);
  const address = (reader: string) => encodeAddress(folderAddress(folder, reader, site));
  const files = (await ask(filesIn, folder)).filter(({ path }) => !nameOf(path).startsWith('.'));
  const title = folder === '' ? siteTitle(site, language) : folderTitle(folder, language, site);
  const frame = await chrome(context, { language, folder, href: address(language) });
  const html = renderDocument(
    <Layout
      {...frame}
      {...(folder !== '' && { title })}
      canonical={origin + address(language)}
      followHref={followAddress(site, { kind: 'folder', folder }, language)}
      alternates={feedLinks(site, { kind: 'folder', folder }, language, messages.recent.titleOf(title))}
      languages={site.languages.map((reader) => ({
        language: reader,
        name: endonym(reader),
        href: address(reader),
        current: reader === language,
      }))}
    >
      <FolderListing
        messages={messages}
        title={title}
        pages={await listPages(context, await ask(pagesIn, folder), language)}
        folders={await listFolders(context, folder, language)}
        files={await listFiles(context, files)}
        unfollowed={await listUnfollowed(context, files)}
      />
    </Layout>,
  );
  return htmlAnswer(200, html, { 'content-language': language });
}

async function listPages(
  { ask, site }: Context,
  pages: readonly PageSummary[],
  language: string,
): Promise<ListedPage[]> {
  const dates = siteDates(site);
  const families = Map.groupBy(
    pages.filter(({ unlisted }) => unlisted === 0),
    ({ family }) => family,
  );
  const chosen = [...families.values()].map(
    (family) => family.find((page) => page.language === language) ?? (family[0] as PageSummary),
  );
  const listed = await Promise.all(
    chosen.map(async (page) => {
      const version = await ask(lastVersion, page.path);
      const entry: ListedPage = {
        label: page.title,
        href: encodeAddress(page.address),
        description: page.description,
        ...(page.language !== language && { language: page.language }),
        ...(version && { changed: dates(version.author_time) }),
      };
      return { entry, date: page.date };
    }),
  );
  const { compare } = new Intl.Collator(language, { numeric: true });
  const byDate = listed.every(({ date }) => date !== null);
  return listed
    .sort((a, b) =>
      byDate ? (b.date as string).localeCompare(a.date as string) : compare(a.entry.label, b.entry.label),
    )
    .map(({ entry }) => entry);
}

async function listFolders({ ask, site }: Context, folder: string, language: string) {
  const folders = (await ask(foldersIn, folder)).filter((path) => !nameOf(path).startsWith('.'));
  return await Promise.all(
    folders.map(async (path) => ({
      label: folderTitle(path, language, site),
      href: encodeAddress(folderAddress(path, language, site)),
      pages: new Set(
        (await ask(pagesIn, path)).filter(({ unlisted }) => unlisted === 0).map(({ family }) => family),
      ).size,
    })),
  );
}

async function listFiles({ ask, site }: Context, files: readonly FileTable[]): Promise<ListedFile[]> {
  const dates = siteDates(site);
  const listed = files.filter(
    ({ path, mode }) => !isPagePath(path) && mode !== SYMLINK && mode !== SUBMODULE,
  );
  return await Promise.all(
    listed.map(async ({ path, size }) => {
      const version = await ask(lastVersion, path);
      return {
        name: nameOf(path),
        href: fileAddress(path),
        mediaType: mediaType(path),
        size: size ?? 0,
        ...(version && { changed: dates(version.author_time) }),
      };
    }),
  );
}

async function listUnfollowed({ wiki }: Context, files: readonly FileTable[]): Promise<UnfollowedEntry[]> {
  const entries: UnfollowedEntry[] = [];
  for (const { path, mode, oid } of files) {
    if (mode === SUBMODULE) entries.push({ kind: 'submodule', name: nameOf(path), commit: oid });
    if (mode === SYMLINK) {
      const target = (await wiki.objects.read(oid)).toString().slice(0, 500);
      entries.push({ kind: 'symlink', name: nameOf(path), target });
    }
  }
  return entries;
}
