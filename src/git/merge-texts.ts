import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitOutcome } from './run.ts';

/** Merges two versions that were both made from a third (git-merge-file(1)); undefined where they change the same lines. */
export async function mergeTexts(base: string, ours: string, theirs: string): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'greffe-merge-'));
  try {
    for (const [name, text] of Object.entries({ base, ours, theirs }))
      await writeFile(join(folder, name), text);
    const { status, stdout } = await gitOutcome(undefined, ['merge-file', '-p', 'ours', 'base', 'theirs'], {
      cwd: folder,
      timeoutMs: 10_000,
    });
    return status === 0 ? stdout.toString() : undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
