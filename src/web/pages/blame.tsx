import { blameFile } from '../../git/blame.ts';
import { SUBMODULE, SYMLINK } from '../../git/tree.ts';
import { commitsById, lastVersion } from '../../store/history.ts';
import { pageAt } from '../../store/pages.ts';
import type { CommitTable } from '../../store/schema.ts';
import { decodeText, isBinary } from '../../wiki/decode.ts';
import { nameOf } from '../../wiki/paths.ts';
import { siteDates } from '../../wiki/site-dates.ts';
import type { Answer } from '../answer.ts';
import { historyHref } from '../chrome.ts';
import { askedLanguage, type Context, messagesOf } from '../context.ts';
import { ownPage } from '../own-page.tsx';
import { aroundHref, askedCommit, commitHref, fileIn } from '../past.ts';
import { madeBy } from '../people.ts';
import { type BlameBody, BlamePage } from '../views/blame-page.tsx';
import { missingPage } from './missing.tsx';

const PREFIX = '/-/blame/';

/** A larger file is not read line by line. */
const MAX_BYTES = 1024 * 1024;
const MAX_LINES = 20_000;

/** The characters that stand for bytes that are no UTF-8: no program can be told such a name as an argument. */
const NOT_UTF8 = /[\uef80-\uefff]/;

/** Who wrote each line of a file, now or in a commit: `/-/blame/PATH?at=COMMIT`. */
export async function blamePage(context: Context): Promise<Answer> {
  const { ask, site, query } = context;
  const language = askedLanguage(context);
  const path = context.path.slice(PREFIX.length);
  const commit = await askedCommit(context);
  const file = commit && !NOT_UTF8.test(path) ? await fileIn(context, commit.id, path) : undefined;
  if (!commit || !file || file.mode === SYMLINK || file.mode === SUBMODULE)
    return await missingPage(context, language);

  const messages = messagesOf(context, language);
  const at = query.has('at') ? commit.id : undefined;
  const page = await ask(pageAt, path);
  const title = messages.blame.title(page?.title ?? nameOf(path));
  return await ownPage(context, {
    language,
    title,
    content: (
      <BlamePage
        messages={messages}
        title={title}
        language={page?.language ?? site.defaultLanguage}
        path={path}
        body={await bodyOf(context, commit, file, language)}
        historyHref={historyHref(site, path, language)}
        versionHref={aroundHref(site, 'version', path, language, at)}
        {...(at !== undefined && { date: siteDates(site)(commit.committer_time) })}
      />
    ),
  });
}

async function bodyOf(
  context: Context,
  asked: CommitTable,
  { path, oid, size }: { readonly path: string; readonly oid: string; readonly size: number | null },
  language: string,
): Promise<BlameBody> {
  const { ask, site, wiki } = context;
  if ((size ?? 0) > MAX_BYTES) return { kind: 'tooLarge' };
  const bytes = await wiki.objects.read(oid);
  if (isBinary(bytes)) return { kind: 'binary' };
  const lines = decodeText(bytes).text.replace(/\n$/, '').split('\n');
  if (bytes.length === 0) return { kind: 'empty' };
  if (lines.length > MAX_LINES) return { kind: 'tooLarge' };
  const last = await ask(lastVersion, path);
  // From the commit that made these bytes, pushes that change other files change nothing here.
  const commit = last?.oid === oid && last.seq <= asked.seq ? last.commit_id : asked.id;
  const groups = await wiki.questions.run(() => blameFile(wiki.source.gitDir, commit, path));
  if (!groups) return { kind: 'tooLong' };
  const ids = [...new Set(groups.map((group) => group.commit))];
  const commits = new Map((await ask(commitsById, ids)).map((row) => [row.id, row]));
  const dates = siteDates(site);
  return {
    kind: 'lines',
    count: lines.length,
    groups: groups.map((group) => {
      const row = commits.get(group.commit);
      return {
        first: group.first,
        lines: lines.slice(group.first - 1, group.first - 1 + group.count),
        ...(row && {
          by: {
            subject: row.subject || messagesOf(context, language).commit.noSubject,
            href: commitHref(site, row.id, language),
            date: dates(row.author_time),
            ...madeBy(row),
          },
        }),
      };
    }),
  };
}
