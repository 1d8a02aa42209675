import type { PackFault } from '../git/index-pack.ts';
import type { PushRefusal } from '../git/pushed-changes.ts';
import type { CommitsFault } from '../git/pushed-commits.ts';

// In the language of Git's own words, among which they are shown.

/** Why the objects of a push are not taken, and what to do about it. */
export const PACK_FAULTS: Readonly<Record<PackFault, string>> = {
  'too-large': 'the push is larger than 100 MB: push less at a time, and no large files',
  'too-many-objects': 'the push has more than 100000 objects: push fewer commits at a time',
  'object-too-large': 'an object is too large once it is unpacked: a file has 20 MB at most',
  cut: 'the push ended before all had come: push again',
  corrupt: 'the push was damaged on its way, or before: see git fsck, and push again',
  'missing-base': 'objects are missing: push again',
  'too-slow': 'the push took too long to be read: push fewer commits at a time',
  malformed: 'the objects are not as Git makes them: see git fsck',
};

export const COMMITS_FAULTS: Readonly<Record<CommitsFault, string>> = {
  missing: 'objects are missing: push again',
  'too-many-commits': 'more than 5000 commits: push fewer at a time',
  'commit-too-large': 'a commit says more than 64 kB: write a shorter message',
};

const CHANGES: Readonly<Record<PushRefusal['reason'], string>> = {
  path: 'a name that not every computer can have: rename it',
  'git-file': 'a name that begins with .git decides what Git does: leave it out',
  symlink: 'symbolic links are not taken: copy the file, or link to it in a page',
  submodule: 'submodules are not taken: copy the files',
  executable: 'executable files are not taken: git update-index --chmod=-x',
  binary: 'binary files are not taken',
  'too-many-files': 'more than 500 files change: push fewer at a time',
  'too-large': 'files are too large: 20 MB each at most, 100 MB together',
  'too-many-folders': 'more than 20000 folders change, or one in another without end: push fewer at a time',
};

/** Why a change is not taken: what Git shows beside the branch, and a sentence. */
export function changeRefusal({ reason, path }: PushRefusal): {
  readonly brief: string;
  readonly sentence: string;
} {
  const at = path === undefined ? '' : `: ${shown(path)}`;
  return {
    brief: `${reason}${at}`,
    sentence: `${path === undefined ? '' : `${shown(path)}: `}${CHANGES[reason]}`,
  };
}

/** A path as a terminal may show it. */
function shown(path: string): string {
  const plain = path.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '?');
  return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain;
}
