import { expect, onTestFinished, test } from 'vitest';
import { executable, type Files, git, repository, submodule, symlink } from '../../test/support/git.ts';
import { ObjectReader } from './objects.ts';
import { decodePath } from './path.ts';
import { diffTrees } from './tree-difference.ts';

/** What git itself says, by name. */
async function toldByGit(path: string, from: string, to: string) {
  const told = await git(path, ['diff-tree', '-r', '-z', '--raw', '--no-renames', '--no-abbrev', from, to]);
  const fields = told.split('\0').slice(0, -1);
  return Array.from({ length: fields.length / 2 }, (_, at) => {
    const [, mode, , oid, status] = (fields[2 * at] as string).split(' ');
    const isGone = status === 'D';
    return { path: fields[2 * at + 1], mode: isGone ? undefined : mode, oid: isGone ? undefined : oid };
  });
}

const before: Files = {
  'a.md': 'a',
  'b/c/d.md': 'd',
  'b/e.md': 'e',
  'gone/x/y.md': 'y',
  'same/z.md': 'z',
  'turns.md/into.md': 'a folder',
  'turns/into': 'a file',
  lien: symlink('a.md'),
  script: 'run',
};
const after: Files = {
  'a.md': 'changed',
  'b/c/d.md': 'changed',
  'b/c/new.md': 'new',
  'new/x/y.md': 'y',
  'gone/x/y.md': null,
  'turns.md/into.md': null,
  'turns.md': 'now a file',
  'turns/into': null,
  'turns/into/é.md': 'now a folder',
  lien: symlink('b/e.md'),
  module: submodule(),
  script: executable('run'),
};

test('what differs between two trees is what git says', async () => {
  const wiki = await repository(before);
  const from = await wiki.head();
  await wiki.commit('Change', after);
  const to = await wiki.head();
  const objects = new ObjectReader(wiki.path);
  onTestFinished(() => objects.close());
  for (const [one, two] of [
    [from, to],
    [to, from],
    [to, to],
  ] as const) {
    const found = await all(diffTrees(objects, one, two));
    expect(found).toHaveLength((await toldByGit(wiki.path, one, two)).length);
    expect(found).toEqual(expect.arrayContaining(await toldByGit(wiki.path, one, two)));
  }
});

test('a name that is not UTF-8 differs under its string', async () => {
  const name = Buffer.from([0x61, 0xe9, 0x2e, 0x6d, 0x64]);
  const wiki = await repository([[name, 'one']]);
  const from = await wiki.head();
  await wiki.commit('Change', [[name, 'two']]);
  const objects = new ObjectReader(wiki.path);
  onTestFinished(() => objects.close());
  const [found] = await all(diffTrees(objects, from, await wiki.head()));
  expect(found?.path).toBe(decodePath(name));
});

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
