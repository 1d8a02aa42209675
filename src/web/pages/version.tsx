import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { SUBMODULE, SYMLINK } from '../../git/tree.ts';
import { changeOf } from '../../store/commits.ts';
import { fileAt } from '../../store/files.ts';
import type { CommitTable, FileTable } from '../../store/schema.ts';
import { encodeAddress, familyOf, readPageName } from '../../wiki/addresses.ts';
import { dataKind, fileAddress } from '../../wiki/data-addresses.ts';
import { fateOf } from '../../wiki/departures.ts';
import { addressOfPath } from '../../wiki/find-address.ts';
import { MAX_PAGE_BYTES, readFacts, readPage } from '../../wiki/page.ts';
import { folderOf, isPagePath } from '../../wiki/paths.ts';
import { renderPage } from '../../wiki/render.ts';
import { siteDates } from '../../wiki/site-dates.ts';
import { type Answer, movedAnswer } from '../answer.ts';
import { historyHref } from '../chrome.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../context.ts';
import { showDirective } from '../directives.tsx';
import { formerCalendar, formerTable } from '../former-data.tsx';
import { ownPage } from '../own-page.tsx';
import { aroundHref, askedCommit, asOf, commitHref, fileIn } from '../past.ts';
import { type TodayLinks, VersionNotice, VersionPage } from '../views/version-page.tsx';
import { missingPage } from './missing.tsx';

const PREFIX = '/-/version/';

/** A page, a table or a calendar as it was in a commit: `/-/version/PATH?at=COMMIT`. Any other file is sent as it was. */
export async function versionPage(context: Context): Promise<Answer> {
  const { site, query } = context;
  const language = askedLanguage(context);
  const path = context.path.slice(PREFIX.length);
  const commit = await askedCommit(context);
  const file = commit && (await fileIn(context, commit.id, path));
  if (!commit || !file || file.mode === SYMLINK || file.mode === SUBMODULE)
    return await missingPage(context, language);
  if (!query.has('at')) return movedAnswer(await placeToday(context, path), 302);
  const content = await former(context, commit, file, language);
  if (!content) return movedAnswer(aroundHref(site, 'raw', path, site.defaultLanguage, commit.id), 302);

  const messages = messagesOf(context, language);
  const date = siteDates(site)(commit.committer_time);
  return await ownPage(context, {
    language,
    title: messages.version.title(content.title),
    folder: folderOf(path),
    content: (
      <VersionPage title={content.title} language={content.language} body={content.body}>
        <VersionNotice
          messages={messages}
          date={date}
          time={messages.calendar.time(date.slice(11, 16))}
          subject={commit.subject || messages.commit.noSubject}
          commitHref={commitHref(site, commit.id, language)}
          fileHref={aroundHref(site, 'raw', path, site.defaultLanguage, commit.id)}
          historyHref={historyHref(site, path, language)}
          today={await today(context, commit, file, language)}
        />
      </VersionPage>
    ),
  });
}

interface Former {
  readonly title: string;
  readonly language: string;
  readonly body: Child;
}

async function former(
  context: Context,
  commit: CommitTable,
  file: FileTable,
  language: string,
): Promise<Former | undefined> {
  const past = asOf(context, commit.id);
  switch (dataKind(file.path)) {
    case 'table':
      return await formerTable(past, file, language);
    case 'calendar':
      return await formerCalendar(past, file, language, commit.committer_time * 1000);
    default:
      return isPagePath(file.path) && (file.size ?? 0) <= MAX_PAGE_BYTES
        ? await formerPage(context, past, file, language)
        : undefined;
  }
}

async function formerPage(
  { ask, site, wiki }: Context,
  past: Context,
  { path, oid }: FileTable,
  language: string,
): Promise<Former> {
  const bytes = await wiki.objects.read(oid);
  const { document, page } = readPage(path, bytes, site);
  const { html } = await renderPage(
    ask,
    {
      page: { path, family: familyOf(readPageName(path, site)), language },
      bytes,
      document,
      labels: messagesOf({ site }, language).markdown,
      titled: readFacts(page.facts).titled,
      directive: (directive) => showDirective(past, { folder: page.folder, language }, directive),
    },
    site,
  );
  return {
    title: page.title,
    language: page.language,
    body: (
      <div class="prose" lang={page.language}>
        {raw(html)}
      </div>
    ),
  };
}

/** Where the file is read today, and what changed since. */
async function today(
  context: Context,
  commit: CommitTable,
  { path, oid }: FileTable,
  language: string,
): Promise<TodayLinks> {
  const { ask, site } = context;
  const file = await ask(fileAt, path);
  const fate = file ? undefined : await fateOf(ask, [path]);
  if (!file && fate?.kind !== 'moved') return { kind: 'deleted' };
  const name = fate?.kind === 'moved' ? fate.path : path;
  const isVersion = (await ask(changeOf, commit.seq, path)) !== undefined;
  return {
    kind: file ? (file.oid === oid ? 'unchanged' : 'present') : 'moved',
    href: await placeToday(context, name),
    ...(isVersion && {
      diffHref: ownAddress(site, `/-/diff${encodeAddress(`/${name}`)}`, language, { from: commit.id }),
    }),
  };
}

async function placeToday({ ask }: Context, path: string): Promise<string> {
  return isPagePath(path) ? await addressOfPath(ask, path) : fileAddress(path);
}
