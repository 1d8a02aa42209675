import type { ObjectReader } from '../../git/objects.ts';
import type { Reader } from '../../store/database.ts';
import { changesAfter, contentBefore, type FollowedChange } from '../../store/page-follows.ts';
import { pageAt } from '../../store/pages.ts';
import { encodeAddress } from '../../wiki/addresses.ts';
import { nameOf } from '../../wiki/paths.ts';
import { diffTexts } from '../../wiki/text-diff.ts';
import type { ChangeWords } from '../words/mail-words.ts';

/** How much of what changed a mail tells. */
const MAX_FILES = 10;
const MAX_CHANGES = 500;
const MAX_LINES = 12;
const MAX_LINE = 160;
const MAX_TEXT_BYTES = 500_000;

/** What a mail says of what changed since a commit. */
export interface ToldChanges {
  readonly changes: readonly ChangeWords[];
  readonly others: number;
  /** The path today of a followed file that was renamed. */
  readonly path: string;
}

/** What changed at a path after a commit (`seq`), file by file: each from what it was then to what it is. */
export async function changesToTell(
  reader: Reader,
  objects: Pick<ObjectReader, 'read'>,
  path: string,
  seq: number,
  say: { readonly origin: string; readonly language: string; readonly date: (seconds: number) => string },
): Promise<ToldChanges> {
  const { rows, today } = await followRenames(reader, path, seq);
  const files = [...Map.groupBy(rows, (row) => row.path)].filter(([name]) => !wasRenamed(rows, name));
  const changes: ChangeWords[] = [];
  for (const [name, versions] of files.slice(0, MAX_FILES)) {
    const last = versions.at(-1) as FollowedChange;
    const first = versions[0] as FollowedChange;
    const page = await pageAt(reader, name);
    const diff = `${say.origin}/-/diff${encodeAddress(`/${name}`)}?to=${last.commit_id}`;
    changes.push({
      title: page?.title ?? nameOf(name),
      kind: first.kind === 'added' && last.kind !== 'deleted' ? 'added' : last.kind,
      author: oneLine(last.author_name),
      date: say.date(last.author_time),
      summary: oneLine(last.subject),
      link: last.kind === 'deleted' ? `${say.origin}/-/commit/${last.commit_id}` : diff,
      excerpt: await excerpt(reader, objects, first, last),
    });
  }
  return { changes, others: Math.max(0, files.length - MAX_FILES), path: today };
}

/** A file is followed under its new name; whatever of a folder is moved out of it is told of once. */
async function followRenames(reader: Reader, path: string, seq: number) {
  const rows = await changesAfter(reader, path, seq, MAX_CHANGES);
  let today = path;
  let renamed = path.endsWith('/')
    ? undefined
    : rows.find((row) => row.old_path === path && row.kind === 'renamed');
  for (let renames = 0; renamed && renames < 20; renames++) {
    today = renamed.path;
    const later = await changesAfter(reader, today, renamed.seq, MAX_CHANGES);
    rows.push(...later);
    renamed = later.find((row) => row.old_path === today && row.kind === 'renamed');
  }
  return { rows, today };
}

function wasRenamed(rows: readonly FollowedChange[], name: string): boolean {
  const last = rows.findLast((row) => row.path === name || row.old_path === name);
  return last?.kind === 'renamed' && last.old_path === name;
}

/** The first lines that were added and taken away, of a text. */
async function excerpt(
  reader: Reader,
  objects: Pick<ObjectReader, 'read'>,
  first: FollowedChange,
  last: FollowedChange,
): Promise<readonly string[]> {
  const before =
    first.kind === 'added' ? undefined : await contentBefore(reader, first.old_path ?? first.path, first.seq);
  const text = async (oid: string | undefined) => {
    if (oid === undefined) return '';
    const bytes = await objects.read(oid);
    return bytes.length > MAX_TEXT_BYTES || bytes.includes(0) ? undefined : bytes.toString();
  };
  const [old, now] = [await text(before), await text(last.kind === 'deleted' ? undefined : last.oid)];
  if (old === undefined || now === undefined || last.kind === 'deleted') return [];
  const lines = (diffTexts(old, now, { context: 0 }) ?? []).flatMap((hunk) => hunk.lines);
  const said = lines
    .filter(({ kind }) => kind !== 'context')
    .map(({ kind, segments }) => {
      const line = segments.map((segment) => segment.text).join('');
      return `${kind === 'added' ? '+' : '-'} ${shortened(line)}`;
    })
    .filter((line) => line.trim().length > 1);
  return said.length > MAX_LINES ? [...said.slice(0, MAX_LINES), '[…]'] : said;
}

function shortened(line: string): string {
  const plain = oneLine(line);
  return plain.length > MAX_LINE ? `${plain.slice(0, MAX_LINE)}…` : plain;
}

/** Text of a commit or a page, as one line of a mail. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
