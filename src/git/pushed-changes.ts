import { type PatchLimits, type RawChange, type Refusal, refusalOf } from './refused-changes.ts';
import { git } from './run.ts';
import type { Workshop } from './workshop.ts';

/** Why commits may not be pushed, and the path that is the reason. */
export interface PushRefusal {
  readonly reason: Refusal;
  readonly path?: string;
}

/** What the commits after `base` change that may not be: in each of them, not in the last alone. */
export async function refusedPush(
  { folder }: Workshop,
  { base, tip }: { readonly base: string; readonly tip: string },
  limits: PatchLimits,
): Promise<PushRefusal | undefined> {
  const args = [
    'log',
    '--format=',
    '--raw',
    '-r',
    '-m',
    '-z',
    '--no-renames',
    '--no-abbrev',
    tip,
    `^${base}`,
  ];
  const changes = rawChanges((await git(folder, args)).toString());
  for (const change of changes) {
    const reason = refusalOf(change, limits);
    if (reason) return { reason, path: change.path };
  }
  if (new Set(changes.map(({ path }) => path)).size > limits.files) return { reason: 'too-many-files' };
  const left = changes.filter(({ mode }) => mode !== '000000');
  if (left.length === 0) return undefined;
  const input = left.map(({ oid }) => `${oid}\n`).join('');
  const sizes = (await git(folder, ['cat-file', '--batch-check=%(objectsize)'], { input }))
    .toString()
    .split('\n')
    .map(Number);
  const large = left.find((_, at) => (sizes[at] as number) > limits.bytesOfFile);
  return large && { reason: 'too-large', path: large.path };
}

function rawChanges(listed: string): RawChange[] {
  const fields = listed.split('\0');
  const changes: RawChange[] = [];
  for (let at = 0; at < fields.length; at++) {
    const [, oldMode, mode, oldOid, oid] =
      /:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) [A-Z]\d*$/.exec(fields[at] ?? '') ?? [];
    if (!oldMode || !mode || !oldOid || !oid) continue;
    changes.push({ path: fields[at + 1] ?? '', oldMode, mode, oldOid, oid });
    at++;
  }
  return changes;
}
