import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/folder.ts';
import { git } from '../../test/support/git.ts';
import { Unavailable } from '../config/errors.ts';
import { recordFolder } from './snapshot.ts';

async function plainFolder(files: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder('plain');
  const gitDir = join(await temporaryFolder('data'), 'folder.git');
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(files)) await write(path, text);
  return {
    folder,
    gitDir,
    write,
    record: () => recordFolder(gitDir, folder),
    paths: async () => (await git(gitDir, ['ls-tree', '-r', '--name-only', 'HEAD'])).split('\n'),
    commits: () => git(gitDir, ['rev-list', '--count', 'HEAD']),
    content: (path: string) => git(gitDir, ['show', `HEAD:${path}`]),
  };
}

test('each state of a folder is a commit, and none where nothing changed', async () => {
  const plain = await plainFolder({ 'a.md': 'a', 'docs/b.md': 'b' });
  await plain.record();
  await plain.record();
  expect(await plain.commits()).toBe('1');
  await plain.write('a.md', 'changed');
  await rm(join(plain.folder, 'docs'), { recursive: true });
  await plain.record();
  expect(await plain.commits()).toBe('2');
  expect(await plain.paths()).toEqual(['a.md']);
  expect(await plain.content('a.md')).toBe('changed');
});

test('files that git would ignore are there, and seen to change', async () => {
  const plain = await plainFolder({ '.gitignore': 'drafts/\n*.log\n', 'drafts/a.md': 'one', 'x.log': 'x' });
  await plain.record();
  expect(await plain.paths()).toEqual(['.gitignore', 'drafts/a.md', 'x.log']);
  await plain.write('drafts/a.md', 'two, longer');
  await plain.record();
  expect(await plain.content('drafts/a.md')).toBe('two, longer');
});

test('a repository inside is a folder like others, without what Git keeps in it', async () => {
  const plain = await plainFolder({ 'a.md': 'a', 'inner/b.md': 'b', 'unborn/c.md': 'c' });
  for (const inner of ['inner', 'unborn']) await git(join(plain.folder, inner), ['init', '--quiet']);
  await git(join(plain.folder, 'inner'), ['add', '.']);
  await git(join(plain.folder, 'inner'), ['commit', '--quiet', '-m', 'Inner']);
  await plain.record();
  expect(await plain.paths()).toEqual(['a.md', 'inner/b.md', 'unborn/c.md']);
  await plain.write('inner/b.md', 'changed');
  await plain.record();
  expect(await plain.content('inner/b.md')).toBe('changed');
});

test('a file becomes a folder, a folder a file, a file a link', async () => {
  const plain = await plainFolder({ a: 'file', 'b/c.md': 'in a folder', 'd.md': 'd', 'e/f.md': 'f' });
  await plain.record();
  await rm(join(plain.folder, 'a'));
  await plain.write('a/x.md', 'x');
  await rm(join(plain.folder, 'b'), { recursive: true });
  await plain.write('b', 'file');
  await rm(join(plain.folder, 'd.md'));
  await symlink('/etc/passwd', join(plain.folder, 'd.md'));
  await rename(join(plain.folder, 'e'), join(plain.folder, 'g'));
  await symlink('g', join(plain.folder, 'e'));
  await plain.record();
  expect(await plain.paths()).toEqual(['a/x.md', 'b', 'd.md', 'e', 'g/f.md']);
  expect(await plain.content('d.md')).toBe('/etc/passwd');
});

test('names of any bytes, and names other systems refuse, are kept', async () => {
  const plain = await plainFolder({
    'with\nbreak "and" quotes.md': 'x',
    'back\\slash.md': 'x',
    'git~1/x.md': 'x',
  });
  const latin1 = Buffer.concat([Buffer.from(`${plain.folder}/caf`), Buffer.from([0xe9])]);
  await writeFile(latin1, 'x');
  await plain.record();
  expect((await plain.paths()).sort()).toEqual([
    '"back\\\\slash.md"',
    '"caf\\351"',
    '"with\\nbreak \\"and\\" quotes.md"',
    'git~1/x.md',
  ]);
});

test('our own data inside the folder is not part of it', async () => {
  const folder = await temporaryFolder('plain');
  await writeFile(join(folder, 'a.md'), 'a');
  const gitDir = join(folder, '.greffe', 'folder.git');
  await recordFolder(gitDir, folder);
  await writeFile(join(folder, '.greffe', 'index.db'), 'changes all the time');
  await recordFolder(gitDir, folder);
  expect(await git(gitDir, ['ls-tree', '-r', '--name-only', 'HEAD'])).toBe('a.md');
  expect(await git(gitDir, ['rev-list', '--count', 'HEAD'])).toBe('1');
});

test('an empty folder is an empty wiki', async () => {
  const plain = await plainFolder({});
  await plain.record();
  expect(await plain.paths()).toEqual(['']);
});

test('a folder that is no more is told, and its last state stays', async () => {
  const plain = await plainFolder({ 'a.md': 'a' });
  await plain.record();
  await rm(plain.folder, { recursive: true });
  await expect(plain.record()).rejects.toThrow(Unavailable);
  expect(await plain.paths()).toEqual(['a.md']);
});
