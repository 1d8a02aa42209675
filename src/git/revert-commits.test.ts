import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/folder.ts';
import { git, type Repository, repository } from '../../test/support/git.ts';
import { revertCommits } from './revert-commits.ts';
import { openWorkshop } from './workshop.ts';

const author = { name: 'Camille', email: 'camille@office.example', time: 1_700_000_000 };

async function bench(wiki: Repository) {
  const workshop = await openWorkshop(join(await temporaryFolder('workshop'), 'w.git'), wiki.path);
  const id = (name: string) => git(wiki.path, ['rev-parse', name]);
  return {
    workshop,
    id,
    revert: async (...names: string[]) =>
      revertCommits(workshop, {
        head: await id('HEAD'),
        commits: await Promise.all(names.map(id)),
        author,
        message: (ids) => `Undo\n\n${ids.join('\n')}\n`,
      }),
    show: (commit: string | undefined, path: string) => git(workshop.folder, ['show', `${commit}:${path}`]),
  };
}

test('commits are taken back in one, the newest first, with what others did since left as it is', async () => {
  const wiki = await repository({ 'a.md': 'un\n\ndeux\n\ntrois\n', 'b.md': 'b\n' });
  await wiki.commit('Change', { 'a.md': 'SPAM\n\ndeux\n\ntrois\n', 'spam.md': 'spam\n' });
  await wiki.commit('Change', { 'a.md': 'SPAM\n\ndeux\n\nquatre\n' });
  await wiki.commit('Change', { 'a.md': 'SPAM SPAM\n\ndeux\n\nquatre\n' });
  const { revert, show, workshop, id } = await bench(wiki);
  const { commit, reverted, leftOut, paths } = await revert('HEAD', 'HEAD~2');
  expect(await show(commit, 'a.md')).toBe('un\n\ndeux\n\nquatre');
  expect(paths).toEqual(['a.md', 'spam.md']);
  expect(leftOut).toEqual([]);
  expect(reverted).toHaveLength(2);
  expect(await git(workshop.folder, ['rev-list', '--count', `${await id('HEAD')}..${commit}`])).toBe('1');
  expect(await git(workshop.folder, ['log', '-1', '--format=%an %ce', `${commit}`])).toBe(
    'Camille camille@office.example',
  );
});

test('one whose lines somebody changed is left out and named; what is undone already is no change', async () => {
  const wiki = await repository({ 'a.md': 'un\n', 'b.md': 'b\n' });
  await wiki.commit('Change', { 'a.md': 'SPAM\n' });
  await wiki.commit('Change', { 'b.md': 'SPAM\n' });
  await wiki.commit('Change', { 'neuf.md': 'SPAM\n' });
  await wiki.commit('Change', { 'a.md': 'mieux\n', 'neuf.md': 'bien\n' });
  await wiki.commit('Change', { 'b.md': 'b\n' });
  const { revert, id } = await bench(wiki);
  const { commit, reverted, leftOut } = await revert('HEAD~2', 'HEAD~3', 'HEAD~4');
  expect({ commit, reverted }).toEqual({ commit: undefined, reverted: [] });
  expect(leftOut).toEqual([
    { commit: await id('HEAD~2'), paths: ['neuf.md'] },
    { commit: await id('HEAD~4'), paths: ['a.md'] },
  ]);
});

test('the first commit, a file that was deleted, and one that is no text are taken back', async () => {
  const wiki = await repository({ 'a.md': 'un\n' });
  await wiki.commit('Change', { 'image.png': Buffer.from([137, 80, 0, 1, 2, 255]) });
  await wiki.remove('a.md');
  const { revert, show, workshop } = await bench(wiki);
  const { commit } = await revert('HEAD', 'HEAD~1');
  expect(await show(commit, 'a.md')).toBe('un');
  expect(await git(workshop.folder, ['ls-tree', '--name-only', `${commit}`])).toBe('a.md');
  expect((await revert('HEAD', 'HEAD~1', 'HEAD~2')).paths).toEqual(['image.png']);
});
