import { fileAt } from '../../store/files.ts';
import { type Version, versionsOf } from '../../store/history.ts';
import { pageAt } from '../../store/pages.ts';
import { decodeText } from '../../wiki/decode.ts';
import { addressOfPath } from '../../wiki/find-address.ts';
import { folderOf, nameOf } from '../../wiki/paths.ts';
import { diffTexts, type Hunk } from '../../wiki/text-diff.ts';
import { type Answer, htmlAnswer } from '../answer.ts';
import { chrome, historyHref, isoDate, ownLanguageLinks } from '../chrome.ts';
import { askedLanguage, type Context, messagesOf } from '../context.ts';
import { type DiffBody, DiffPage, type DiffSide } from '../views/diff-page.tsx';
import { renderDocument } from '../views/document.ts';
import { Layout } from '../views/layout.tsx';
import { missingPage } from './missing.tsx';

const MAX_VERSIONS = 5_000;

/**
 * What changed in the source of a file: `/-/diff/PATH?from=COMMIT&to=COMMIT`. Without `to`, up to today; without `from`,
 * since the version before; `from=none` is before the file was made.
 */
export async function diffPage(context: Context): Promise<Answer> {
  const { ask, query } = context;
  const path = context.path.slice('/-/diff/'.length);
  const language = askedLanguage(context);
  const versions = await ask(versionsOf, path, MAX_VERSIONS);
  const to = query.get('to');
  const after = versions.findIndex(({ commit_id }) => to === null || commit_id === to);
  const from = query.get('from');
  const before = from === null ? after + 1 : versions.findIndex(({ commit_id }) => commit_id === from);
  if (after === -1 || (before === -1 && from !== 'none')) return await missingPage(context, language);
  return await comparison(context, path, language, versions[before], versions[after] as Version);
}

async function comparison(
  context: Context,
  path: string,
  language: string,
  before: Version | undefined,
  after: Version,
): Promise<Answer> {
  const { ask } = context;
  const messages = messagesOf(context, language);
  const page = await ask(pageAt, path);
  const exists = (await ask(fileAt, path)) !== undefined;
  const title = page?.title ?? nameOf(path);
  const frame = await chrome(context, { language, folder: folderOf(path), href: '' });
  const deleted = after.kind === 'deleted';
  const html = renderDocument(
    <Layout
      {...frame}
      languages={ownLanguageLinks(context, language)}
      title={messages.diff.title(title)}
      unlisted
    >
      <DiffPage
        messages={messages}
        pageTitle={title}
        language={page?.language ?? language}
        path={path}
        body={await bodyOf(context, before, after)}
        historyHref={historyHref(context.site, path, language)}
        {...(exists && { pageHref: await addressOfPath(ask, path) })}
        {...(before && { before: side(before) })}
        {...(!deleted && { after: side(after) })}
        {...(before && before.path !== after.path && { oldPath: before.path })}
      />
    </Layout>,
  );
  return htmlAnswer(200, html, { 'content-language': language });
}

function side(version: Version): DiffSide {
  return {
    id: version.commit_id,
    date: isoDate(version.author_time),
    author: version.author_name,
    subject: version.subject,
  };
}

async function bodyOf({ wiki }: Context, before: Version | undefined, after: Version): Promise<DiffBody> {
  const contentOf = async (version: Version | undefined): Promise<Buffer> =>
    version === undefined || version.kind === 'deleted'
      ? Buffer.alloc(0)
      : await wiki.objects.read(version.oid);
  const [old, recent] = [await contentOf(before), await contentOf(after)];
  if (old.equals(recent)) return { kind: 'identical' };
  if (old.subarray(0, 8_000).includes(0) || recent.subarray(0, 8_000).includes(0)) return { kind: 'binary' };
  const hunks = diffTexts(decodeText(old).text, decodeText(recent).text);
  if (!hunks) return { kind: 'tooLarge' };
  return { kind: 'hunks', hunks, added: count(hunks, 'added'), removed: count(hunks, 'removed') };
}

function count(hunks: readonly Hunk[], kind: 'added' | 'removed'): number {
  return hunks.reduce((sum, { lines }) => sum + lines.filter((line) => line.kind === kind).length, 0);
}
