import { fileAt } from '../../store/files.ts';
import { type Version, versionsOf } from '../../store/history.ts';
import { pageAt } from '../../store/pages.ts';
import { encodeAddress } from '../../wiki/addresses.ts';
import { addressOfPath } from '../../wiki/find-address.ts';
import { folderOf, nameOf } from '../../wiki/paths.ts';
import { siteDates } from '../../wiki/site-dates.ts';
import type { Answer } from '../answer.ts';
import { historyHref } from '../chrome.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../context.ts';
import { type ComparedFile, differenceBody, differenceKind, viewsOf } from '../difference-body.ts';
import type { DifferenceView } from '../messages/difference-messages.ts';
import { ownPage } from '../own-page.tsx';
import { fileIn } from '../past.ts';
import { DiffPage, type DiffSide } from '../views/diff-page.tsx';
import { missingPage } from './missing.tsx';

const PREFIX = '/-/diff/';
const MAX_VERSIONS = 5_000;
const SOME_ID = /^[0-9a-f]{7,64}$/;

/**
 * What changed in a file: `/-/diff/PATH?from=COMMIT&to=COMMIT`. Without `to`, up to today; without `from`, since the
 * version before; `from=none` is before the file was made. `view` is `rendered` (a page as it is read, a table by rows, a
 * calendar by events), `source` or `split`; with `context=all`, what did not change is shown too.
 */
export async function diffPage(context: Context): Promise<Answer> {
  const { ask, query } = context;
  const path = context.path.slice(PREFIX.length);
  const language = askedLanguage(context);
  const versions = await ask(versionsOf, path, MAX_VERSIONS);
  const to = query.get('to');
  const after = to === null ? 0 : indexOfVersion(versions, to);
  const from = query.get('from');
  const before = from === null ? after + 1 : indexOfVersion(versions, from);
  if (versions.length === 0 || after === -1 || (before === -1 && from !== 'none'))
    return await missingPage(context, language);
  return await comparison(context, path, language, versions[before], versions[after] as Version);
}

/** The version that the id of a commit names, whole or by its beginning. */
function indexOfVersion(versions: readonly Version[], id: string): number {
  return SOME_ID.test(id) ? versions.findIndex(({ commit_id }) => commit_id.startsWith(id)) : -1;
}

async function comparison(
  context: Context,
  path: string,
  language: string,
  before: Version | undefined,
  after: Version,
): Promise<Answer> {
  const { ask, query, site } = context;
  const messages = messagesOf(context, language);
  const words = messages.difference;
  const page = await ask(pageAt, path);
  const file = await ask(fileAt, path);
  const title = page?.title ?? nameOf(path);
  const date = siteDates(site);
  const views = viewsOf(path);
  const view = views.find((name) => name === query.get('view')) ?? (views[0] as DifferenceView);
  const whole = query.get('context') === 'all';
  const body = await differenceBody(context, {
    path,
    before: await compared(context, before),
    after: await compared(context, after),
    view,
    whole,
    language,
  });
  const href = (changes: Readonly<Record<string, string | undefined>>) => {
    const kept = Object.fromEntries([...query].filter(([name]) => name !== 'lang'));
    const all = Object.entries({ ...kept, ...changes }).filter(([, value]) => value !== undefined);
    return ownAddress(site, encodeAddress(context.path), language, all as [string, string][]);
  };
  const label = (name: DifferenceView) =>
    name === 'rendered' ? words.rendered[differenceKind(path)] : words[name];
  const hasViews =
    !['identical', 'mode', 'name', 'unfollowed'].includes(body.kind) &&
    (body.kind !== 'pictures' || differenceKind(path) === 'image');
  const hasContext = body.kind === 'lines' || body.kind === 'split' || body.kind === 'page';
  return await ownPage(context, {
    language,
    title: messages.diff.title(title),
    folder: folderOf(path),
    content: (
      <DiffPage
        messages={messages}
        pageTitle={title}
        language={page?.language ?? site.defaultLanguage}
        path={path}
        body={body}
        views={
          hasViews
            ? views.map((name) => ({
                label: label(name),
                href: href({ view: name === views[0] ? undefined : name }),
                ...(name === view && { current: 'page' as const }),
              }))
            : []
        }
        {...(hasContext && {
          contextLink: whole
            ? { label: words.showChanges, href: href({ context: undefined }) }
            : { label: words.showAll, href: href({ context: 'all' }) },
        })}
        sourceHref={href({ view: 'source' })}
        historyHref={historyHref(site, path, language)}
        {...(file && { pageHref: await addressOfPath(ask, path) })}
        {...(before && { before: side(before, date) })}
        {...(after.kind !== 'deleted' && { after: side(after, date) })}
        {...(before && before.path !== after.path && { oldPath: before.path })}
      />
    ),
  });
}

/** A version as it is compared; undefined where there was no file. */
async function compared(context: Context, version: Version | undefined): Promise<ComparedFile | undefined> {
  if (version === undefined || version.kind === 'deleted') return undefined;
  const { path, commit_id: commit, oid } = version;
  return { path, commit, oid, mode: (await fileIn(context, commit, path))?.mode };
}

function side(version: Version, date: (seconds: number) => string): DiffSide {
  return {
    id: version.commit_id,
    date: date(version.author_time),
    author: version.author_name,
    subject: version.subject,
  };
}
