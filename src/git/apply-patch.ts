import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ApplyFault, applyFaults } from './apply-faults.ts';
import { conflictsOf, type FileConflict } from './merge-conflicts.ts';
import {
  PATCH_LIMITS,
  type PatchLimits,
  type RawChange,
  type Refusal,
  refusalOf,
} from './refused-changes.ts';
import { git, gitOutcome, type RunOptions } from './run.ts';
import type { Workshop } from './workshop.ts';

/** A patch to apply, with what its commit says. */
export interface CommitPatch {
  /** The diff, as bytes. */
  readonly diff: Buffer;
  /** How many folders are left out at the beginning of its names: 1 where they have `a/` and `b/`. */
  readonly strip: number;
  /** What it says of its files (its lines `index`), where it is to be held to that. */
  readonly files?: readonly MeantFile[];
  readonly authorName: string;
  readonly authorEmail: string;
  /** As RFC 5322 or git writes it. */
  readonly date: string;
  /** The whole message of the commit. */
  readonly message: string;
}

/** The file that a diff says it makes, and the id of its blob, which may be cut short. */
export interface MeantFile {
  readonly newPath: string | undefined;
  readonly newId: string | undefined;
}

export interface Committer {
  readonly name: string;
  readonly email: string;
  /** Seconds since 1970 UTC. */
  readonly time: number;
}

/** The commit that a patch became. */
export interface AppliedPatch {
  readonly commit: string;
  readonly tree: string;
  readonly changes: readonly RawChange[];
  /** Whether it was merged, because it was made from another version of its files. */
  readonly merged: boolean;
}

export type ApplyResult =
  | { readonly kind: 'applied'; readonly commits: readonly AppliedPatch[]; readonly tree: string }
  /** Those before `patch`, counted from 0, apply. */
  | {
      readonly kind: 'conflict';
      readonly patch: number;
      readonly faults: readonly ApplyFault[];
      readonly conflicts: readonly FileConflict[];
    }
  /** What it changes is changed already. */
  | { readonly kind: 'already'; readonly patch: number }
  | { readonly kind: 'refused'; readonly patch: number; readonly reason: Refusal; readonly path?: string }
  /** It cannot be a commit: it changes nothing, or nobody wrote it. */
  | { readonly kind: 'invalid'; readonly patch: number; readonly reason: 'empty' | 'author' | 'corrupt' };

export interface ApplyOptions {
  readonly committer: Committer;
  readonly limits?: PatchLimits;
  /** For each process; 20 seconds unless told. */
  readonly timeoutMs?: number;
}

/** No process of git takes more memory at once than that. */
const MAX_ALLOCATION = '256m';

/**
 * Applies patches one after the other on a commit (on nothing when it is undefined), as `git am --3way` would, in an index
 * of their own: nothing is checked out, and what is made stays in the workshop. All apply, or it is told which does not and
 * why.
 */
export async function applySeries(
  workshop: Workshop,
  base: string | undefined,
  patches: readonly CommitPatch[],
  options: ApplyOptions,
): Promise<ApplyResult> {
  const scratch = await mkdtemp(join(workshop.folder, 'apply-'));
  try {
    const bench = new Bench(workshop, join(scratch, 'index'), options);
    return await bench.apply(base, patches);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** One index, in which patches are applied. */
class Bench {
  readonly #workshop: Workshop;
  readonly #options: Required<ApplyOptions>;
  readonly #env: Readonly<Record<string, string>>;

  constructor(workshop: Workshop, index: string, options: ApplyOptions) {
    this.#workshop = workshop;
    this.#options = { limits: PATCH_LIMITS, timeoutMs: 20_000, ...options };
    this.#env = { GIT_INDEX_FILE: index, GIT_ALLOC_LIMIT: MAX_ALLOCATION, GIT_ATTR_NOSYSTEM: '1' };
  }

  async apply(base: string | undefined, patches: readonly CommitPatch[]): Promise<ApplyResult> {
    let tree = await this.#readTree(base);
    let parent = base;
    const commits: AppliedPatch[] = [];
    for (const [at, patch] of patches.entries()) {
      const step = await this.#step(patch, tree);
      if (step.kind !== 'applied') return { ...step, patch: at };
      const commit = await this.#commit(patch, step.tree, parent);
      if (commit === undefined) return { kind: 'invalid', patch: at, reason: 'author' };
      commits.push({ commit, tree: step.tree, changes: step.changes, merged: step.merged });
      tree = step.tree;
      parent = commit;
    }
    return { kind: 'applied', commits, tree };
  }

  async #readTree(base: string | undefined): Promise<string> {
    await this.#git(['read-tree', ...(base === undefined ? ['--empty'] : [base])]);
    return await this.#writeTree();
  }

  async #writeTree(): Promise<string> {
    return (await this.#git(['write-tree'])).toString().trim();
  }

  async #step(patch: CommitPatch, before: string): Promise<Step> {
    const { limits } = this.#options;
    if (patch.diff.length === 0) return { kind: 'invalid', reason: 'empty' };
    if (
      !limits.binary &&
      /^(?:GIT binary patch|Binary files .* differ)$/m.test(patch.diff.toString('latin1'))
    )
      return { kind: 'refused', reason: 'binary' };
    const origin = await this.#origin(patch);
    const direct = await this.#patch(patch, []);
    const merged = direct.status !== 0;
    const attempt = merged ? await this.#patch(patch, ['--3way']) : direct;
    if (attempt.status !== 0) return await this.#failure(patch, origin, direct.stderr);
    const tree = await this.#writeTree();
    if (tree === before) return merged ? { kind: 'already' } : { kind: 'invalid', reason: 'empty' };
    const changes = await this.#changes(before, tree);
    const refused = await this.#refusal(changes);
    if (refused) return refused;
    return (await this.#isDamaged(patch, origin)) ? CORRUPT : { kind: 'applied', tree, changes, merged };
  }

  async #failure(
    patch: CommitPatch,
    origin: string | undefined,
    stderr: string,
  ): Promise<Exclude<Step, { kind: 'applied' }>> {
    const faults = applyFaults(stderr);
    const hostile = faults.find(({ kind }) => kind === 'path');
    if (hostile) {
      const { path = '' } = hostile;
      const reason = refusalOf({ path, oldMode: '000000', mode: '100644' }, this.#options.limits) ?? 'path';
      return { kind: 'refused', reason, path };
    }
    if (faults.some(({ kind }) => kind === 'corrupt')) return CORRUPT;
    const conflicts = await conflictsOf(this.#workshop.folder, this.#env, this.#options.timeoutMs);
    const undone =
      conflicts.length === 0 && (await this.#patch(patch, ['--check', '--reverse'])).status === 0;
    if (undone) return { kind: 'already' };
    return (await this.#isDamaged(patch, origin)) ? CORRUPT : { kind: 'conflict', faults, conflicts };
  }

  /** An index of the blobs that a patch says it was made from; undefined where it does not say, or they are not here. */
  async #origin(patch: CommitPatch): Promise<string | undefined> {
    const index = `${this.#env.GIT_INDEX_FILE}.origin`;
    const { status } = await this.#patch(patch, [`--build-fake-ancestor=${index}`]);
    return status === 0 ? index : undefined;
  }

  /**
   * Whether a patch does not make, of the blobs that it says it was made from, those that it says: something changed it on
   * its way, though it may still apply.
   */
  async #isDamaged({ files = [], ...patch }: CommitPatch, origin: string | undefined): Promise<boolean> {
    const meant = files.flatMap(({ newPath, newId }) =>
      newPath && newId ? [[newPath, newId] as const] : [],
    );
    const isOnceEach = new Set(meant.map(([path]) => path)).size === meant.length;
    if (origin === undefined || meant.length === 0 || !isOnceEach) return false;
    const env = { ...this.#env, GIT_INDEX_FILE: origin };
    if ((await this.#patch(patch, [], env)).status !== 0) return true;
    const listed = (await this.#git(['ls-files', '--stage', '-z'], { env })).toString();
    const entries = listed.matchAll(/\d+ ([0-9a-f]+) \d\t([^\0]+)\0/g);
    const made = new Map([...entries].map(([, id, path]) => [path, id]));
    return meant.some(([path, id]) => made.get(path)?.startsWith(id) === false);
  }

  #patch({ diff, strip }: CommitPatch, options: readonly string[], env = this.#env) {
    const args = ['apply', '--cached', '--whitespace=nowarn', `-p${strip}`, ...options, '-'];
    return gitOutcome(this.#workshop.folder, [...PROTECTED, ...args], {
      env,
      input: diff,
      timeoutMs: this.#options.timeoutMs,
    });
  }

  async #changes(before: string, after: string): Promise<RawChange[]> {
    const raw = await this.#git([
      'diff-tree',
      '-r',
      '-z',
      '--raw',
      '--no-renames',
      '--no-abbrev',
      before,
      after,
    ]);
    const fields = raw.toString().split('\0');
    return fields.flatMap((field, at) => {
      const [, oldMode, mode, oldOid, oid] =
        /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) [A-Z]\d*$/.exec(field) ?? [];
      if (at % 2 === 1 || !oldMode || !mode || !oldOid || !oid) return [];
      return [{ path: fields[at + 1] ?? '', oldMode, mode, oldOid, oid }];
    });
  }

  async #refusal(changes: readonly RawChange[]): Promise<Extract<Step, { kind: 'refused' }> | undefined> {
    const { limits } = this.#options;
    for (const change of changes) {
      const reason = refusalOf(change, limits);
      if (reason) return { kind: 'refused', reason, path: change.path };
    }
    if (changes.length > limits.files) return { kind: 'refused', reason: 'too-many-files' };
    const left = changes.filter(({ mode }) => mode !== '000000');
    if (left.length === 0) return undefined;
    const listed = await this.#git(['cat-file', '--batch-check=%(objectsize)'], {
      input: left.map(({ oid }) => `${oid}\n`).join(''),
    });
    const sizes = listed.toString().split('\n').map(Number);
    const large = left.find((_, at) => (sizes[at] as number) > limits.bytesOfFile);
    if (large) return { kind: 'refused', reason: 'too-large', path: large.path };
    const all = sizes.reduce((sum, size) => sum + size, 0);
    return all > limits.bytes ? { kind: 'refused', reason: 'too-large' } : undefined;
  }

  /** Gives undefined when git takes nobody of that name for an author. */
  async #commit(patch: CommitPatch, tree: string, parent: string | undefined): Promise<string | undefined> {
    const { committer } = this.#options;
    if (patch.authorEmail === '') return undefined;
    const { status, stdout } = await gitOutcome(
      this.#workshop.folder,
      ['commit-tree', tree, ...(parent === undefined ? [] : ['-p', parent])],
      {
        input: patch.message,
        env: {
          ...this.#env,
          GIT_AUTHOR_NAME: patch.authorName,
          GIT_AUTHOR_EMAIL: patch.authorEmail,
          GIT_AUTHOR_DATE: patch.date,
          GIT_COMMITTER_NAME: committer.name,
          GIT_COMMITTER_EMAIL: committer.email,
          GIT_COMMITTER_DATE: `@${committer.time} +0000`,
        },
      },
    );
    return status === 0 ? stdout.toString().trim() : undefined;
  }

  #git(args: readonly string[], options: Pick<RunOptions, 'env' | 'input'> = {}): Promise<Buffer> {
    const { timeoutMs } = this.#options;
    return git(this.#workshop.folder, [...PROTECTED, ...args], { env: this.#env, timeoutMs, ...options });
  }
}

type Step =
  | {
      readonly kind: 'applied';
      readonly tree: string;
      readonly changes: readonly RawChange[];
      readonly merged: boolean;
    }
  | Distribute<Exclude<ApplyResult, { kind: 'applied' }>>;

type Distribute<T> = T extends unknown ? Omit<T, 'patch'> : never;

const CORRUPT = { kind: 'invalid', reason: 'corrupt' } as const;

/** Names that other file systems would read as `.git` are refused, on all of them. */
const PROTECTED = ['-c', 'core.protectNTFS=true', '-c', 'core.protectHFS=true', '-c', 'core.quotePath=false'];
