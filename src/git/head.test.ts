import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../test/support/git.ts';
import { Unavailable } from '../config/errors.ts';
import { headBranch, headCommit } from './head.ts';

test('a branch that is not born has no commit, and a name', async () => {
  const wiki = await repository();
  expect(await headCommit(wiki.path)).toBeUndefined();
  expect(await headBranch(wiki.path)).toBe('refs/heads/main');
});

test('a branch that was deleted has no commit any more', async () => {
  const wiki = await repository({ 'x.md': 'x' });
  expect(await headCommit(wiki.path)).toBe(await wiki.head());
  await wiki.git(['update-ref', '-d', 'refs/heads/main']);
  expect(await headCommit(wiki.path)).toBeUndefined();
});

test('a HEAD that is a commit has no branch', async () => {
  const wiki = await repository({ 'x.md': 'x' });
  const id = await wiki.head();
  await wiki.git(['update-ref', '--no-deref', 'HEAD', id]);
  expect(await headCommit(wiki.path)).toBe(id);
  expect(await headBranch(wiki.path)).toBeUndefined();
});

test('a repository that is no more is not one without commits', async () => {
  const wiki = await repository({ 'x.md': 'x' });
  await rm(wiki.path, { recursive: true });
  await expect(headCommit(wiki.path)).rejects.toThrow(Unavailable);
});

test('a commit that is missing is not a branch without commits', async () => {
  const wiki = await repository({ 'x.md': 'x' });
  const id = await wiki.head();
  await rm(join(wiki.path, 'objects'), { recursive: true });
  await wiki.git(['init', '--quiet', '--bare']);
  await expect(headCommit(wiki.path)).rejects.toThrow(`Commit ${id} is missing`);
});
