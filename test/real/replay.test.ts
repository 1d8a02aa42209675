import { describe, expect, test } from 'vitest';
import { applySeries } from '../../src/git/apply-patch.ts';
import { PATCH_LIMITS } from '../../src/git/refused-changes.ts';
import { readPatch } from '../../src/proposals/patch/patch.ts';
import { git } from '../support/git.ts';
import { COMMITTER, mailsOf, workshopOf } from '../support/git-am.ts';
import { hasRealWiki, realWiki } from '../support/real-wiki.ts';

/** What commits are, whoever put them there: their trees, their authors, when they were written. */
function toldOf(folder: string, commits: readonly string[]): Promise<string> {
  return git(folder, ['show', '-s', '--date=raw', '--format=%T|%an|%ae|%ad', ...commits]);
}

describe.skipIf(!hasRealWiki)('the history of the real wiki', () => {
  test('sent as patches and applied one after the other is the same: trees, authors, dates', {
    timeout: 240_000,
  }, async () => {
    const folder = await realWiki();
    const commits = (
      await git(folder, ['rev-list', '--reverse', '--no-merges', '--topo-order', 'HEAD'])
    ).split('\n');
    expect(commits).toHaveLength(107);
    const { mails } = await mailsOf(folder, ['--root', 'HEAD'], ['--binary', '--full-index']);
    const workshop = await workshopOf(`${folder}/.git`);
    const made: string[] = [];
    for (const [at, raw] of mails.entries()) {
      const patch = await readPatch(raw, 0);
      expect(patch, `mail ${at}`).toBeDefined();
      if (!patch) return;
      const result = await applySeries(workshop, made.at(-1), [patch], {
        committer: COMMITTER,
        limits: { ...PATCH_LIMITS, binary: true, gitFiles: true },
      });
      expect(result, patch.subject).toMatchObject({ kind: 'applied' });
      if (result.kind !== 'applied') return;
      made.push(result.commits[0]?.commit as string);
    }
    expect(await toldOf(workshop.folder, made)).toBe(await toldOf(folder, commits));
  });
});
