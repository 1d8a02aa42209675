import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/folder.ts';
import { git, repository } from '../../test/support/git.ts';
import { Invalid, NotFound } from '../config/errors.ts';
import { headCommit } from './head.ts';
import { findSource, sourceKey } from './open.ts';

const data = '/data';

test('a bare repository is read where it is', async () => {
  const wiki = await repository({ 'x.md': 'x' });
  const source = await findSource(wiki.path, data);
  expect(source).toMatchObject({ kind: 'repository', location: wiki.path, gitDir: wiki.path });
});

test('a working copy is read through its Git folder, which may be named itself', async () => {
  const copy = await (await repository({ 'x.md': 'x' })).workingCopy();
  const gitDir = join(copy, '.git');
  expect(await findSource(copy, data)).toMatchObject({ kind: 'repository', name: 'wiki', gitDir });
  expect(await findSource(gitDir, data)).toMatchObject({ kind: 'repository', name: 'wiki', gitDir });
});

test('a linked working copy is read at its own HEAD', async () => {
  const copy = await (await repository({ 'x.md': 'x' })).workingCopy();
  const linked = join(await temporaryFolder('linked'), 'other');
  await git(copy, ['worktree', 'add', '--quiet', '-b', 'other', linked]);
  await git(linked, ['commit', '--quiet', '--allow-empty', '-m', 'In the other']);
  const source = await findSource(linked, data);
  expect(source).toMatchObject({ kind: 'repository', gitDir: join(copy, '.git/worktrees/other') });
  expect(await headCommit(source.gitDir)).toBe(await git(linked, ['rev-parse', 'HEAD']));
});

test('a folder of a working copy is a plain folder', async () => {
  const copy = await (await repository({ 'docs/x.md': 'x' })).workingCopy();
  expect(await findSource(join(copy, 'docs'), data)).toMatchObject({
    kind: 'folder',
    name: 'docs',
    gitDir: '/data/folder.git',
  });
});

test('a URL is a repository to follow, as is what ssh understands', async () => {
  for (const location of ['https://git.example/~x/wiki.git', 'file:///srv/wiki', 'git@git.example:x/wiki']) {
    const source = await findSource(location, data);
    expect(source).toEqual({ kind: 'remote', location, name: 'wiki', gitDir: '/data/mirror.git' });
  }
});

test('where there is nothing, or no folder, is told with what to do', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'file');
  await writeFile(file, 'x');
  await expect(findSource(join(folder, 'nothing'), data)).rejects.toThrow(NotFound);
  await expect(findSource(join(file, 'below'), data)).rejects.toThrow(NotFound);
  await expect(findSource(file, data)).rejects.toMatchObject({
    message: `${file} is not a folder.`,
    remedy: 'Name a repository, a folder, or a URL to clone.',
  });
  await expect(findSource('/dev/null', data)).rejects.toThrow(Invalid);
});

test('a folder that only looks like a repository is told', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, '.git'));
  await expect(findSource(folder, data)).rejects.toThrow(Invalid);
  const linked = await temporaryFolder();
  await writeFile(join(linked, '.git'), 'gitdir: /nowhere\n');
  await expect(findSource(linked, data)).rejects.toThrow(Invalid);
});

test('each location has a key of its own, the same however it is written', async () => {
  const folder = await temporaryFolder();
  expect(sourceKey(`${folder}/`)).toBe(sourceKey(folder));
  expect(sourceKey(join(folder, 'x', '..'))).toBe(sourceKey(folder));
  expect(sourceKey('/srv/a/wiki')).not.toBe(sourceKey('/srv/b/wiki'));
  expect(sourceKey('https://git.example/~x/mon wiki.git')).toMatch(/^mon-wiki-[0-9a-f]{10}$/);
  expect(sourceKey('/')).toMatch(/^wiki-/);
});

test('a link to a repository is the repository', async () => {
  const wiki = await repository({ 'x.md': 'x' });
  const link = join(await temporaryFolder(), 'link');
  await symlink(wiki.path, link);
  expect(await findSource(link, data)).toMatchObject({ kind: 'repository' });
});
