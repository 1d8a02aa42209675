import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../test/support/folder.ts';
import { git, repository } from '../../test/support/git.ts';
import { watchHead } from './watch.ts';

/** Well before the time at which a repository is looked at in any case. */
const AT_ONCE_MS = 1_500;

/** Whether a push, or what else is done to a repository, is noticed at once. */
async function noticed(gitDir: string, work: () => Promise<unknown>): Promise<boolean> {
  let notice: () => void = () => {};
  const seen = new Promise<void>((resolve) => {
    notice = resolve;
  });
  const stop = await watchHead(gitDir, () => notice());
  onTestFinished(stop);
  await work();
  const timedOut = new Promise<string>((resolve) => setTimeout(resolve, AT_ONCE_MS, 'too late'));
  return (await Promise.race([seen, timedOut])) !== 'too late';
}

test('a push to a bare repository is noticed', async () => {
  const wiki = await repository({ 'a.md': 'a' });
  const copy = await wiki.workingCopy();
  await git(copy, ['commit', '--quiet', '--allow-empty', '-m', 'Second']);
  expect(await noticed(wiki.path, () => git(copy, ['push', '--quiet']))).toBe(true);
});

test('a commit in a working copy is noticed', async () => {
  const copy = await (await repository({ 'a.md': 'a' })).workingCopy();
  const commit = () => git(copy, ['commit', '--quiet', '--allow-empty', '-m', 'Second']);
  expect(await noticed(join(copy, '.git'), commit)).toBe(true);
});

test('a change of branch in a working copy is noticed', async () => {
  const copy = await (await repository({ 'a.md': 'a' })).workingCopy();
  expect(await noticed(join(copy, '.git'), () => git(copy, ['switch', '--quiet', '-c', 'other']))).toBe(true);
});

test('a commit in a linked working copy is noticed', async () => {
  const copy = await (await repository({ 'a.md': 'a' })).workingCopy();
  const linked = join(await temporaryFolder('linked'), 'other');
  await git(copy, ['worktree', 'add', '--quiet', '-b', 'other', linked]);
  const commit = () => git(linked, ['commit', '--quiet', '--allow-empty', '-m', 'In the other']);
  expect(await noticed(join(copy, '.git/worktrees/other'), commit)).toBe(true);
});

test('a push is noticed when the branch is packed, and when its name has folders', async () => {
  const wiki = await repository({ 'a.md': 'a' }, { branch: 'topic/deep/wiki' });
  const copy = await wiki.workingCopy();
  await wiki.git(['pack-refs', '--all', '--prune']);
  await git(copy, ['commit', '--quiet', '--allow-empty', '-m', 'Second']);
  expect(await noticed(wiki.path, () => git(copy, ['push', '--quiet']))).toBe(true);
});
