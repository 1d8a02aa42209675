import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/folder.ts';
import { git, repository } from '../../test/support/git.ts';
import { COMMITTER, workshopOf } from '../../test/support/git-am.ts';
import { applySeries } from './apply-patch.ts';
import { land } from './land.ts';

const DIFF = '--- a/index.md\n+++ b/index.md\n@@ -1 +1 @@\n-# Accueil\n+# Bienvenue\n';

/** A commit in the workshop of a repository, on its newest. */
async function proposed(gitDir: string) {
  const base = await git(gitDir, ['rev-parse', 'HEAD']);
  const workshop = await workshopOf(gitDir);
  const result = await applySeries(
    workshop,
    base,
    [
      {
        diff: Buffer.from(DIFF),
        strip: 1,
        authorName: 'Ada',
        authorEmail: 'ada@example.org',
        date: '@1700000000 +0000',
        message: 'Titre\n',
      },
    ],
    { committer: COMMITTER },
  );
  if (result.kind !== 'applied') throw new Error(result.kind);
  return { workshop, base, commit: result.commits[0]?.commit as string };
}

async function workingCopy(): Promise<string> {
  const bare = await repository({ 'index.md': '# Accueil\n', 'autre.md': '# Autre\n' });
  const folder = join(await temporaryFolder('copy'), 'wiki');
  await git('/', ['clone', '--quiet', bare.path, folder]);
  return folder;
}

test('a commit of the workshop becomes the newest of the branch, with all its objects', async () => {
  const { path } = await repository({ 'index.md': '# Accueil\n' });
  const { workshop, base, commit } = await proposed(path);
  expect(await land(workshop, 'refs/heads/main', { commit, base })).toBe('landed');
  expect(await git(path, ['rev-parse', 'main'])).toBe(commit);
  expect(await git(path, ['fsck', '--no-dangling'])).toBe('');
});

test('a branch that has moved is left as it is', async () => {
  const wiki = await repository({ 'index.md': '# Accueil\n' });
  const { workshop, base, commit } = await proposed(wiki.path);
  const moved = await wiki.commit('Other', { 'autre.md': '# Autre\n' });
  expect(await land(workshop, 'refs/heads/main', { commit, base })).toBe('moved');
  expect(await wiki.head()).toBe(moved);
});

test('the files of a working copy follow', async () => {
  const folder = await workingCopy();
  await writeFile(join(folder, 'autre.md'), '# Autre, en cours\n');
  const { workshop, base, commit } = await proposed(join(folder, '.git'));
  expect(await land(workshop, 'refs/heads/main', { commit, base })).toBe('landed');
  expect(await readFile(join(folder, 'index.md'), 'utf8')).toBe('# Bienvenue\n');
  expect(await readFile(join(folder, 'autre.md'), 'utf8')).toBe('# Autre, en cours\n');
});

test('what nobody committed of the same file is not lost: nothing is done', async () => {
  const folder = await workingCopy();
  const { workshop, base, commit } = await proposed(join(folder, '.git'));
  await writeFile(join(folder, 'index.md'), '# En cours\n');
  expect(await land(workshop, 'refs/heads/main', { commit, base })).toBe('dirty');
  expect(await readFile(join(folder, 'index.md'), 'utf8')).toBe('# En cours\n');
  expect(await git(folder, ['rev-parse', 'HEAD'])).toBe(base);
});
