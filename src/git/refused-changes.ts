/** A file that a patch would change, as `git diff-tree --raw` tells it. */
export interface RawChange {
  readonly path: string;
  readonly oldMode: string;
  readonly mode: string;
  readonly oldOid: string;
  /** Of zeros when the file goes. */
  readonly oid: string;
}

/** Why a patch is not for this wiki, whatever it applies to. */
export type Refusal =
  | 'path'
  | 'git-file'
  | 'symlink'
  | 'submodule'
  | 'executable'
  | 'binary'
  | 'too-many-files'
  | 'too-large';

/** What patches may do; the sizes are of all the files they leave, in bytes. */
export interface PatchLimits {
  readonly files: number;
  readonly bytes: number;
  readonly bytesOfFile: number;
  readonly binary: boolean;
  /** Whether files whose names begin with `.git` may be touched, those that decide what git does aside. */
  readonly gitFiles: boolean;
}

export const PATCH_LIMITS: PatchLimits = {
  files: 500,
  bytes: 20 * 1024 * 1024,
  bytesOfFile: 5 * 1024 * 1024,
  binary: false,
  gitFiles: false,
};

const REGULAR = '100644';
const NONE = '000000';

/** Why a change may not be made; undefined when it may. */
export function refusalOf(
  { path, oldMode, mode }: Pick<RawChange, 'path' | 'oldMode' | 'mode'>,
  { gitFiles }: Pick<PatchLimits, 'gitFiles'>,
): Refusal | undefined {
  if (!isCleanPath(path)) return 'path';
  const segments = path.split('/').map(asFileSystemsRead);
  const decisive = segments.some((segment) =>
    /^(?:\.git|git~\d+|\.gitmodules|\.gitattributes)$/.test(segment),
  );
  if (decisive || (!gitFiles && segments.some((segment) => segment.startsWith('.git')))) return 'git-file';
  for (const one of [oldMode, mode]) {
    if (one === '120000') return 'symlink';
    if (one === '160000') return 'submodule';
    if (one === '100755') return 'executable';
    if (one !== REGULAR && one !== NONE) return 'path';
  }
  return undefined;
}

const MAX_PATH_BYTES = 1_000;

/** Relative, without `.` and `..`, empty parts, backslashes, and what no name of a file shows. */
function isCleanPath(path: string): boolean {
  if (Buffer.byteLength(path) > MAX_PATH_BYTES || /[\\\p{Cc}\u2028\u2029\ufffd]/u.test(path)) return false;
  return path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');
}

/** A name as some file systems read it: without case, without what they ignore (HFS+), without dots and spaces at the end, streams (NTFS). */
function asFileSystemsRead(segment: string): string {
  return segment
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/:.*$/s, '')
    .replace(/[. ]+$/, '');
}
