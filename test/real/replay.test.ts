import { describe, expect, test } from 'vitest';
import { applySeries } from '../../src/git/apply-patch.ts';
import { PATCH_LIMITS } from '../../src/git/refused-changes.ts';
import { readPatch } from '../../src/proposals/patch/patch.ts';
import { git } from '../support/git.ts';
import { COMMITTER, mailsOf, workshopOf } from '../support/git-am.ts';
import { hasRealWiki, realWiki } from '../support/real-wiki.ts';

/** What a commit is, whoever put it there: its tree, its author, when it was written. */
const TOLD = '--format=%T|%an|%ae|%ad';

describe.skipIf(!hasRealWiki)('the history of the real wiki', () => {
  test('sent as patches and applied one after the other is the same: trees, authors, dates', async () => {
    const folder = await realWiki();
    const commits = (
      await git(folder, ['rev-list', '--reverse', '--no-merges', '--topo-order', 'HEAD'])
    ).split('\n');
    expect(commits).toHaveLength(107);
    const { mails } = await mailsOf(folder, ['--root', 'HEAD'], ['--binary', '--full-index']);
    const workshop = await workshopOf(`${folder}/.git`);
    let base: string | undefined;
    for (const [at, raw] of mails.entries()) {
      const patch = await readPatch(raw, 0);
      expect(patch, `mail ${at}`).toBeDefined();
      if (!patch) return;
      const result = await applySeries(workshop, base, [patch], {
        committer: COMMITTER,
        limits: { ...PATCH_LIMITS, binary: true, gitFiles: true },
      });
      expect(result, patch.subject).toMatchObject({ kind: 'applied' });
      if (result.kind !== 'applied') return;
      base = result.commits[0]?.commit as string;
      const [made, real] = await Promise.all([
        git(workshop.folder, ['show', '-s', '--date=raw', TOLD, base]),
        git(folder, ['show', '-s', '--date=raw', TOLD, commits[at] as string]),
      ]);
      expect(made).toBe(real);
    }
  });
});
