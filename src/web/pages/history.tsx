import { fileAt } from '../../store/files.ts';
import { type Version, versionsOf } from '../../store/history.ts';
import { pageAt } from '../../store/pages.ts';
import { encodeAddress } from '../../wiki/addresses.ts';
import { addressOfPath } from '../../wiki/find-address.ts';
import { folderOf, nameOf } from '../../wiki/paths.ts';
import { type Answer, htmlAnswer } from '../answer.ts';
import { chrome, isoDate, ownLanguageLinks } from '../chrome.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../context.ts';
import { renderDocument } from '../views/document.ts';
import { type HistoryEntry, HistoryPage } from '../views/history-page.tsx';
import { Layout } from '../views/layout.tsx';
import { missingPage } from './missing.tsx';

const PER_PAGE = 50;

/** A file whose history is longer is shown its newest versions only. */
const MAX_VERSIONS = 5_000;

/** The versions of a file, through its renames: `/-/history/PATH?page=N`. */
export async function historyPage(context: Context): Promise<Answer> {
  const { ask, site } = context;
  const path = context.path.slice('/-/history/'.length);
  const language = askedLanguage(context);
  const versions = await ask(versionsOf, path, MAX_VERSIONS);
  if (versions.length === 0) return await missingPage(context, language);

  const messages = messagesOf(context, language);
  const page = await ask(pageAt, path);
  const exists = (await ask(fileAt, path)) !== undefined;
  const title = page?.title ?? nameOf(path);
  const number = pageNumber(context.query, versions.length);
  const href = (page: number) =>
    ownAddress(
      site,
      `/-/history${encodeAddress(`/${path}`)}`,
      language,
      page > 1 ? { page: String(page) } : {},
    );
  const frame = await chrome(context, { language, folder: folderOf(path), href: '' });
  const html = renderDocument(
    <Layout
      {...frame}
      languages={ownLanguageLinks(context, language)}
      title={messages.history.title(title)}
      unlisted
    >
      <HistoryPage
        messages={messages}
        pageTitle={title}
        language={page?.language ?? language}
        path={path}
        total={versions.length}
        entries={versions
          .slice((number - 1) * PER_PAGE, number * PER_PAGE)
          .map((version) => entry(context, path, version, language))}
        {...(exists && { pageHref: await addressOfPath(ask, path) })}
        pager={{
          ...(number > 1 && { newerHref: href(number - 1) }),
          ...(number * PER_PAGE < versions.length && { olderHref: href(number + 1) }),
        }}
      />
    </Layout>,
  );
  return htmlAnswer(200, html, { 'content-language': language });
}

function pageNumber(query: URLSearchParams, versions: number): number {
  const asked = Number.parseInt(query.get('page') ?? '1', 10);
  return Math.min(Math.max(Number.isNaN(asked) ? 1 : asked, 1), Math.ceil(versions / PER_PAGE));
}

function entry({ site }: Context, path: string, version: Version, language: string): HistoryEntry {
  const { author_name, author_email, committer_name, committer_email, old_path } = version;
  const applied = author_name !== committer_name || author_email !== committer_email;
  return {
    id: version.commit_id,
    kind: version.kind,
    date: isoDate(version.author_time),
    author: author_name,
    subject: version.subject,
    diffHref: ownAddress(site, `/-/diff${encodeAddress(`/${path}`)}`, language, { to: version.commit_id }),
    ...(applied && { committer: committer_name }),
    ...(old_path !== null && { oldPath: old_path }),
  };
}
