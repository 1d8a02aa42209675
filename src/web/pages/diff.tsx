import { MAX_HELD_BYTES } from '../../git/objects.ts';
import { SUBMODULE } from '../../git/tree.ts';
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

const SOME_ID = /^[0-9a-f]{7,64}$/;

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
  const { ask } = context;
  const messages = messagesOf(context, language);
  const page = await ask(pageAt, path);
  const file = await ask(fileAt, path);
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
        body={file?.mode === SUBMODULE ? { kind: 'binary' } : await bodyOf(context, before, after)}
        historyHref={historyHref(context.site, path, language)}
        {...(file && { pageHref: await addressOfPath(ask, path) })}
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
  const { objects } = wiki;
  const [oldOid, recentOid] = [before, after].map((version) =>
    version === undefined || version.kind === 'deleted' ? undefined : version.oid,
  );
  if (oldOid === recentOid) return { kind: 'identical' };
  for (const oid of [oldOid, recentOid])
    if (oid !== undefined && (await objects.size(oid)) > MAX_HELD_BYTES) return { kind: 'tooLarge' };
  const contentOf = async (oid: string | undefined): Promise<Buffer> =>
    oid === undefined ? Buffer.alloc(0) : await objects.read(oid);
  const [old, recent] = [await contentOf(oldOid), await contentOf(recentOid)];
  if (old.subarray(0, 8_000).includes(0) || recent.subarray(0, 8_000).includes(0)) return { kind: 'binary' };
  const hunks = diffTexts(decodeText(old).text, decodeText(recent).text);
  if (!hunks) return { kind: 'tooLarge' };
  return { kind: 'hunks', hunks, added: count(hunks, 'added'), removed: count(hunks, 'removed') };
}

function count(hunks: readonly Hunk[], kind: 'added' | 'removed'): number {
  return hunks.reduce((sum, { lines }) => sum + lines.filter((line) => line.kind === kind).length, 0);
}
