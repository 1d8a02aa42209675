import { fileAt } from '../../store/files.ts';
import { type Version, versionsOf } from '../../store/history.ts';
import { pageAt } from '../../store/pages.ts';
import { encodeAddress } from '../../wiki/addresses.ts';
import { fileAddress } from '../../wiki/data-addresses.ts';
import { addressOfPath } from '../../wiki/find-address.ts';
import { folderOf, isPagePath, nameOf } from '../../wiki/paths.ts';
import { siteDates } from '../../wiki/site-dates.ts';
import type { Answer } from '../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../context.ts';
import { contributorsOf } from '../contributors.ts';
import { feedAddress } from '../feeds/addresses.ts';
import { ownPage } from '../own-page.tsx';
import { aroundHref, commitHref } from '../past.ts';
import { madeBy } from '../people.ts';
import { type HistoryEntry, HistoryPage } from '../views/history-page.tsx';
import { missingPage } from './missing.tsx';

const PER_PAGE = 50;

/** A file whose history is longer is shown its newest versions only. */
const MAX_VERSIONS = 5_000;

/** Of a file that more people wrote, those who wrote most are named. */
const MAX_CONTRIBUTORS = 12;

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
  const address = (what: 'history' | 'diff') => `/-/${what}${encodeAddress(`/${path}`)}`;
  const href = (page: number): string =>
    ownAddress(site, address('history'), language, page > 1 ? { page: String(page) } : {});
  const shown = versions.slice((number - 1) * PER_PAGE, number * PER_PAGE);
  const dates = siteDates(site);
  const people = contributorsOf(versions);
  const feedHref = feedAddress(site, { kind: 'file', path }, language);
  return await ownPage(context, {
    language,
    title: messages.history.title(title),
    folder: folderOf(path),
    alternates: exists ? [{ href: feedHref, type: 'application/atom+xml', title }] : [],
    content: (
      <HistoryPage
        messages={messages}
        pageTitle={title}
        language={page?.language ?? language}
        path={path}
        total={versions.length}
        entries={shown.map((version) => entry(context, path, version, dates, language))}
        contributors={{
          people: people.slice(0, MAX_CONTRIBUTORS).map(({ name, versions, first, last }) => ({
            name,
            versions,
            first: dates(first),
            last: dates(last),
          })),
          others: Math.max(0, people.length - MAX_CONTRIBUTORS),
        }}
        compare={{
          action: address('diff'),
          ...(language !== site.defaultLanguage && { language }),
        }}
        {...(exists && {
          pageHref: isPagePath(path) ? await addressOfPath(ask, path) : fileAddress(path),
          blameHref: aroundHref(site, 'blame', path, language),
          feedHref,
        })}
        pager={{
          ...(number > 1 && { newerHref: href(number - 1) }),
          ...(number * PER_PAGE < versions.length && { olderHref: href(number + 1) }),
        }}
      />
    ),
  });
}

function pageNumber(query: URLSearchParams, versions: number): number {
  const asked = Number.parseInt(query.get('page') ?? '1', 10);
  return Math.min(Math.max(Number.isNaN(asked) ? 1 : asked, 1), Math.ceil(versions / PER_PAGE));
}

function entry(
  { site }: Context,
  path: string,
  version: Version,
  dates: (seconds: number) => string,
  language: string,
): HistoryEntry {
  const { commit_id: id, kind, old_path } = version;
  return {
    id,
    kind,
    date: dates(version.author_time),
    ...madeBy(version),
    subject: version.subject,
    diffHref: ownAddress(site, `/-/diff${encodeAddress(`/${path}`)}`, language, { to: id }),
    commitHref: commitHref(site, id, language),
    ...(kind !== 'deleted' && { versionHref: aroundHref(site, 'version', version.path, language, id) }),
    ...(old_path !== null && { oldPath: old_path }),
  };
}
