import type { Commit, FileChange } from '../../git/history.ts';
import { encodeAddress, familyOf, readPageName } from '../../wiki/addresses.ts';
import { readFacts, readPage } from '../../wiki/page.ts';
import { folderOf, isPagePath } from '../../wiki/paths.ts';
import { renderPage } from '../../wiki/render.ts';
import { type Context, messagesOf, ownAddress } from '../context.ts';
import { type ComparedFile, differenceBody, differenceKind, viewsOf } from '../difference-body.ts';
import { showDirective } from '../directives.tsx';
import type { Messages } from '../messages/messages.ts';
import type { DiffBody } from '../views/diff-body.tsx';
import { EventsDiff } from '../views/diff-events.tsx';
import { PicturesDiff } from '../views/diff-pictures.tsx';
import { RowsDiff } from '../views/diff-rows.tsx';
import { PageChange, TextChange } from './page-change.tsx';

/** Larger files are not compared for a feed. */
const MAX_COMPARED_BYTES = 500_000;

export interface ShownChange {
  readonly commit: Pick<Commit, 'id' | 'parents'>;
  /** The reader's. */
  readonly language: string;
  /** Show what of a page did not change too. */
  readonly whole: boolean;
}

/** What a commit did to the content of a file, as HTML whose links are those of the site. */
export async function fileChangeHtml(
  context: Context,
  change: FileChange,
  { commit, language, whole }: ShownChange,
): Promise<string> {
  const messages = messagesOf(context, language);
  const { objects } = context.wiki;
  const { path, oid, oldOid, edited } = change;
  if (change.kind === 'deleted') return paragraph(messages.feed.deleted);
  if (!edited && !(whole && isPagePath(path))) return paragraph(messages.feed.sameContent);
  // A submodule has no content here.
  if (/^0*$/.test(oid)) return '';
  for (const compared of [oid, ...(oldOid === undefined ? [] : [oldOid])]) {
    const size = await objects.size(compared);
    if (size > MAX_COMPARED_BYTES) return paragraph(messages.feed.notText(messages.fileSize(size)));
  }
  // A page that is new, or that only moved, has nothing to mark.
  if (isPagePath(path) && (oldOid === undefined || !edited))
    return await pageHtml(context, path, await objects.read(oid), language);
  const make = (within: Context) => comparedHtml(within, change, { commit, language, whole });
  const key = JSON.stringify(['change', commit.id, path, language, whole]);
  return await (context.part?.(key, context, make) ?? make(context));
}

/** The difference between two versions: the same, on whatever day. */
async function comparedHtml(
  context: Context,
  { path, oldPath, oid, oldOid }: FileChange,
  { commit, language, whole }: ShownChange,
): Promise<string> {
  const after: ComparedFile = { path, oid, commit: commit.id, mode: undefined };
  const before: ComparedFile | undefined =
    oldOid === undefined
      ? undefined
      : { path: oldPath ?? path, oid: oldOid, commit: commit.parents[0] ?? '', mode: undefined };
  const view = viewsOf(path)[0] ?? 'source';
  const isText = differenceKind(path) === 'text';
  const body = await differenceBody(context, {
    path,
    before,
    after,
    view,
    language,
    whole: whole && !isText,
  });
  const sourceHref = ownAddress(context.site, `/-/diff${encodeAddress(`/${path}`)}`, language, {
    to: commit.id,
    view: 'source',
  });
  return shownBody(body, messagesOf(context, language), context.site.defaultLanguage, sourceHref);
}

function shownBody(body: DiffBody, messages: Messages, language: string, sourceHref: string): string {
  switch (body.kind) {
    case 'page':
      return `${<PageChange messages={messages} difference={body.difference} whole={body.whole} />}`;
    case 'table':
      return `${<RowsDiff {...body} messages={messages} language={language} sourceHref={sourceHref} />}`;
    case 'calendar':
      return `${<EventsDiff {...body} messages={messages} language={language} sourceHref={sourceHref} />}`;
    case 'lines':
    case 'split':
      return `${<TextChange hunks={body.hunks} />}`;
    case 'pictures':
      return `${<PicturesDiff {...body} messages={messages} />}`;
    case 'tooLarge':
      return paragraph(messages.diff.tooLarge);
    default:
      return paragraph(messages.feed.sameContent);
  }
}

function paragraph(text: string): string {
  return `${<p>{text}</p>}`;
}

/** A version of a page, as it is read under its title. */
export async function pageHtml(
  context: Context,
  path: string,
  bytes: Uint8Array,
  language: string,
): Promise<string> {
  const { ask, site } = context;
  const { document, page } = readPage(path, bytes, site);
  const rendered = await renderPage(
    ask,
    {
      page: { path, family: familyOf(readPageName(path, site)), language: page.language },
      bytes,
      document,
      labels: messagesOf(context, page.language).markdown,
      titled: readFacts(page.facts).titled,
      directive: (directive) => showDirective(context, { folder: folderOf(path), language }, directive),
    },
    site,
  );
  return rendered.html;
}
