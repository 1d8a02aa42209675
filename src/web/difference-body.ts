import { MAX_HELD_BYTES } from '../git/objects.ts';
import { SUBMODULE, SYMLINK } from '../git/tree.ts';
import { familyOf, readPageName } from '../wiki/addresses.ts';
import { dataKind } from '../wiki/data-addresses.ts';
import { describeTable } from '../wiki/data-files.ts';
import { decodeText, isBinary } from '../wiki/decode.ts';
import { calendarDifference } from '../wiki/differences/calendar-difference.ts';
import { pageDifference } from '../wiki/differences/page-difference.ts';
import { tableDifference } from '../wiki/differences/table-difference.ts';
import { mediaType } from '../wiki/media-types.ts';
import { isPagePath } from '../wiki/paths.ts';
import { measure } from '../wiki/read-files.ts';
import { renderPage } from '../wiki/render.ts';
import { readTable } from '../wiki/tables/read-table.ts';
import type { Table } from '../wiki/tables/table.ts';
import { diffTexts, type Hunk } from '../wiki/text-diff.ts';
import { type Context, messagesOf } from './context.ts';
import type { DifferenceKind, DifferenceView } from './messages/difference-messages.ts';
import { aroundHref } from './past.ts';
import type { DiffBody } from './views/diff-body.tsx';
import type { FileVersion } from './views/diff-pictures.tsx';

/** A version of a file: where it was, in which commit, and its bytes. */
export interface ComparedFile {
  readonly path: string;
  readonly commit: string;
  readonly mode: string | undefined;
  readonly oid: string;
}

/** Two versions of a file, and how they are to be compared. */
export interface Compared {
  /** Its name today, or the last it had. */
  readonly path: string;
  readonly before: ComparedFile | undefined;
  readonly after: ComparedFile | undefined;
  readonly view: DifferenceView;
  /** Whether what did not change is shown too. */
  readonly whole: boolean;
  /** Of the reader. */
  readonly language: string;
  /** A larger version is not compared; by default, one that is too large to be held. */
  readonly maxBytes?: number;
  /** Whether each block of a page says which lines it is from. */
  readonly lines?: boolean;
}

/** Rows of each kind that a page shows. */
const MAX_ROWS = 100;

/** What kind of difference a file has. */
export function differenceKind(path: string): DifferenceKind {
  if (isPagePath(path)) return 'page';
  return dataKind(path) ?? (/^image\//.test(mediaType(path)) ? 'image' : 'text');
}

/** The ways its difference can be shown, the first one unless asked otherwise. */
export function viewsOf(path: string): readonly DifferenceView[] {
  const kind = differenceKind(path);
  if (kind === 'text') return ['source', 'split'];
  if (kind === 'image') return /\.svg$/i.test(path) ? ['rendered', 'source', 'split'] : ['rendered'];
  return ['rendered', 'source', 'split'];
}

/** What there is to show of a difference. */
export async function differenceBody(context: Context, compared: Compared): Promise<DiffBody> {
  const { objects } = context.wiki;
  const { before, after, view, path, maxBytes = MAX_HELD_BYTES } = compared;
  const files = [before, after].flatMap((file) => file ?? []);
  if (files.some(({ mode }) => mode === SUBMODULE || mode === SYMLINK)) return { kind: 'unfollowed' };
  if (before && after && before.oid === after.oid) {
    const [old, recent] = [before.mode, after.mode];
    if (old !== undefined && recent !== undefined && old !== recent)
      return { kind: 'mode', before: old, after: recent };
    if (before.path !== after.path) return { kind: 'name', before: before.path, after: after.path };
    return { kind: 'identical' };
  }
  for (const { oid } of files) if ((await objects.size(oid)) > maxBytes) return { kind: 'tooLarge' };
  const read = async (file: ComparedFile | undefined) => (file ? await objects.read(file.oid) : undefined);
  const [old, recent] = [await read(before), await read(after)];
  const kind = differenceKind(path);
  if (view === 'rendered' && kind === 'image') return pictures(context, compared, old, recent, kind);
  if ([old, recent].some((bytes) => bytes && isBinary(bytes)))
    return pictures(context, compared, old, recent, 'text');
  if (view === 'rendered' && kind === 'page') return await pages(context, compared, old, recent);
  if (view === 'rendered' && kind === 'table') return await tables(context, compared, old, recent);
  const [oldText, text] = [old, recent].map((bytes) => decodeText(bytes ?? new Uint8Array()).text) as [
    string,
    string,
  ];
  if (view === 'rendered' && kind === 'calendar')
    return {
      kind: 'calendar',
      difference: calendarDifference(oldText, text, context.site.settings.timezone),
    };
  const hunks = diffTexts(oldText, text, compared.whole ? { context: Number.MAX_SAFE_INTEGER } : {});
  if (!hunks) return { kind: 'tooLarge' };
  const counts = { added: count(hunks, 'added'), removed: count(hunks, 'removed') };
  return { kind: view === 'split' ? 'split' : 'lines', hunks, ...counts };
}

function count(hunks: readonly Hunk[], kind: 'added' | 'removed'): number {
  return hunks.reduce((sum, { lines }) => sum + lines.filter((line) => line.kind === kind).length, 0);
}

/** The links of both versions lead where they do today. */
async function pages(
  context: Context,
  { before, after, language, whole, lines = false }: Compared,
  old: Buffer | undefined,
  recent: Buffer | undefined,
): Promise<DiffBody> {
  const { ask, site } = context;
  const messages = messagesOf(context, language);
  const version = (file: ComparedFile | undefined, bytes: Buffer | undefined) =>
    file &&
    bytes && {
      bytes,
      render: async (content: Uint8Array) => {
        const family = familyOf(readPageName(file.path, site));
        const page = { path: file.path, family, language };
        const rendering = { page, bytes: content, labels: messages.markdown, titled: false, lines };
        return (await renderPage(ask, rendering, site)).html;
      },
    };
  const difference = await pageDifference(
    version(before, old),
    version(after, recent),
    messages.difference.labels,
  );
  return { kind: 'page', difference, whole };
}

async function tables(
  { ask, wiki }: Context,
  { path, before, after }: Compared,
  old: Buffer | undefined,
  recent: Buffer | undefined,
): Promise<DiffBody> {
  const { schema, dialect } = await describeTable(ask, wiki.objects, path);
  const table = async (file: ComparedFile | undefined, bytes: Buffer | undefined): Promise<Table> =>
    await readTable(inOnePiece(bytes), {
      path: file?.path ?? path,
      maxBytes: MAX_HELD_BYTES,
      ...(schema && { schema }),
      ...(dialect && { dialect }),
    });
  const [one, two] = [await table(before, old), await table(after, recent)];
  const difference = tableDifference(one, two, { maxRows: MAX_ROWS });
  return { kind: 'table', difference, before: one.columns, after: two.columns };
}

async function* inOnePiece(bytes: Buffer | undefined): AsyncGenerator<Uint8Array> {
  if (bytes) yield bytes;
}

function pictures(
  { site }: Context,
  { before, after, language }: Compared,
  old: Buffer | undefined,
  recent: Buffer | undefined,
  kind: DifferenceKind,
): DiffBody {
  const version = (file: ComparedFile | undefined, bytes: Buffer | undefined): FileVersion | undefined =>
    file &&
    bytes && {
      href: aroundHref(site, 'raw', file.path, language, file.commit),
      size: bytes.length,
      ...(kind === 'image' && measure(bytes)),
    };
  const [one, two] = [version(before, old), version(after, recent)];
  return {
    kind: 'pictures',
    shown: kind === 'image',
    ...(one && { before: one }),
    ...(two && { after: two }),
  };
}
