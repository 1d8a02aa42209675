import { unquotePath } from './quoted-path.ts';

/** What a diff says of one file. Paths are without `a/` and `b/`. */
export interface DiffFile {
  /** Undefined where it is a new file, or one that goes. */
  readonly oldPath: string | undefined;
  readonly newPath: string | undefined;
  /** Six octal digits, where the diff says them. */
  readonly oldMode: string | undefined;
  readonly newMode: string | undefined;
  /** Of the blobs, often cut short; of zeros for none. */
  readonly oldId: string | undefined;
  readonly newId: string | undefined;
  readonly isBinary: boolean;
  readonly added: number;
  readonly removed: number;
  /** Where its first line begins in the diff: a line, counted from 0. */
  readonly line: number;
}

type Draft = { -readonly [K in keyof DiffFile]: DiffFile[K] } & {
  names: readonly [string, string] | undefined;
};

/** The files of a diff, as `git apply` reads them: what stands between them is passed over. */
export function diffFiles(lines: readonly string[], strip: number): DiffFile[] {
  const files: Draft[] = [];
  let file: Draft | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    if (line.startsWith('diff --git ')) {
      file = { ...EMPTY, names: headerNames(line.slice(11)), line: at };
      files.push(file);
      continue;
    }
    const isPair = line.startsWith('--- ') && lines[at + 1]?.startsWith('+++ ') === true;
    if (
      isPair &&
      (!file || file.newPath !== undefined || file.added + file.removed > 0 || !hasHeader(file))
    ) {
      file = { ...EMPTY, names: undefined, line: at };
      files.push(file);
    }
    if (!file) continue;
    const hunk = HUNK.exec(line);
    if (hunk) at = hunkEnd(lines, at, hunk, file);
    else readHeader(file, line, strip);
  }
  return files.map(({ names, ...rest }) => withNames(rest, names, strip));
}

/** `@@ -3 +3,2 @@`: how many lines of each side follow. */
export const HUNK = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/;

const EMPTY: Omit<DiffFile, 'line'> = {
  oldPath: undefined,
  newPath: undefined,
  oldMode: undefined,
  newMode: undefined,
  oldId: undefined,
  newId: undefined,
  isBinary: false,
  added: 0,
  removed: 0,
};

function hasHeader({ names }: Draft): boolean {
  return names !== undefined;
}

/** Counts what a hunk adds and removes; gives its last line. */
function hunkEnd(lines: readonly string[], start: number, hunk: RegExpExecArray, file: Draft): number {
  let old = Number(hunk[1] ?? 1);
  let recent = Number(hunk[2] ?? 1);
  let at = start;
  while ((old > 0 || recent > 0) && at + 1 < lines.length) {
    const mark = (lines[at + 1] as string)[0] ?? ' ';
    if (mark === '+') {
      recent--;
      file.added++;
    } else if (mark === '-') {
      old--;
      file.removed++;
    } else if (mark === ' ' || mark === '\r') {
      old--;
      recent--;
    } else if (mark !== '\\') break;
    at++;
  }
  return at;
}

function readHeader(file: Draft, line: string, strip: number): void {
  const [, key = '', value = ''] =
    /^(---|\+\+\+|index|old mode|new mode|deleted file mode|new file mode|rename from|rename to|copy from|copy to|GIT binary patch|Binary files)(?: (.*))?$/.exec(
      line,
    ) ?? [];
  switch (key) {
    case '---':
      file.oldPath = pathOf(value, strip);
      break;
    case '+++':
      file.newPath = pathOf(value, strip);
      break;
    case 'index': {
      const [, oldId, newId, mode] = /^([0-9a-f]{4,64})\.\.([0-9a-f]{4,64})(?: (\d{6}))?/.exec(value) ?? [];
      file.oldId = oldId;
      file.newId = newId;
      file.oldMode ??= mode;
      file.newMode ??= mode;
      break;
    }
    case 'old mode':
    case 'deleted file mode':
      file.oldMode = value.trim();
      break;
    case 'new mode':
    case 'new file mode':
      file.newMode = value.trim();
      break;
    case 'rename from':
    case 'copy from':
      file.oldPath = unquotePath(value);
      break;
    case 'rename to':
    case 'copy to':
      file.newPath = unquotePath(value);
      break;
    case 'GIT binary patch':
    case 'Binary files':
      file.isBinary = true;
      break;
  }
}

/** A diff without `---` and `+++` (a mode, an empty file, a binary one) is of the names of its first line. */
function withNames(file: DiffFile, names: Draft['names'], strip: number): DiffFile {
  const isNew = isNone(file.oldId);
  const goes = isNone(file.newId);
  const [old, recent] = names ?? [];
  const oldPath = file.oldPath ?? (isNew || old === undefined ? undefined : pathOf(old, strip));
  const newPath = file.newPath ?? (goes || recent === undefined ? undefined : pathOf(recent, strip));
  return { ...file, oldPath: isNew ? undefined : oldPath, newPath: goes ? undefined : newPath };
}

function isNone(id: string | undefined): boolean {
  return id !== undefined && /^0+$/.test(id);
}

/** `a/NAME b/NAME`, either one in quotes: a name with spaces is the same on both sides. */
function headerNames(text: string): readonly [string, string] | undefined {
  const quoted = /^("(?:[^"\\]|\\.)*"|\S+) ("(?:[^"\\]|\\.)*"|\S+)$/.exec(text);
  if (quoted) return [quoted[1] as string, quoted[2] as string];
  for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', at + 1)) {
    const [old, recent] = [text.slice(0, at), text.slice(at + 1)];
    if (withoutPrefix(old) === withoutPrefix(recent)) return [old, recent];
  }
  return undefined;
}

function withoutPrefix(name: string): string {
  return name.slice(Math.max(0, name.indexOf('/')));
}

/** A name of the diff without its first folders; undefined for `/dev/null`. What follows a tab is a date. */
function pathOf(name: string, strip: number): string | undefined {
  const plain = unquotePath(name.startsWith('"') ? name : name.replace(/\t.*$/, '').replace(/\r$/, ''));
  if (plain === '/dev/null') return undefined;
  return plain.split('/').slice(strip).join('/');
}

/** How many folders the names of a diff begin with that are git's own: 1 for `a/` and `b/`, 0 for `--no-prefix`. */
export function stripOf(lines: readonly string[]): 0 | 1 {
  const isBare = lines.flatMap((line, at) => {
    if (!line.startsWith('diff --git ')) return [];
    const text = line.slice(11);
    // What is renamed or copied has two names, which stand by themselves below.
    const moved = movedNames(lines.slice(at + 1, at + MAX_EXTENDED));
    if (moved) return [text === moved.join(' ')];
    const names = headerNames(text);
    return names ? [names[0] === names[1]] : [];
  });
  return isBare.length > 0 && isBare.every((bare) => bare) ? 0 : 1;
}

/** Lines of an extended header, which come before those of the next file. */
const MAX_EXTENDED = 8;

/** As they are written, in quotes where they are. */
function movedNames(lines: readonly string[]): readonly [string, string] | undefined {
  const end = lines.findIndex((line) => line.startsWith('diff --git '));
  const own = lines.slice(0, end === -1 ? undefined : end);
  const at = own.findIndex((line) => /^(?:rename|copy) from /.test(line));
  const to = /^(?:rename|copy) to (.*)$/.exec(own[at + 1] ?? '')?.[1];
  return at === -1 || to === undefined ? undefined : [own[at]?.replace(/^\w+ from /, '') ?? '', to];
}
