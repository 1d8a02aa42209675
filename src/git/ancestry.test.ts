import { expect, onTestFinished, test } from 'vitest';
import { repository } from '../../test/support/git.ts';
import { commitsLost } from './ancestry.ts';
import { headNow } from './head.ts';
import { ObjectReader } from './objects.ts';

async function wikiOf(commits: number) {
  const wiki = await repository({ 'x.md': '0' });
  const ids = [await wiki.head()];
  for (let number = 1; number < commits; number += 1) {
    await wiki.commit(`${number}`, { 'x.md': `${number}` });
    ids.push(await wiki.head());
  }
  const objects = new ObjectReader(wiki.path);
  onTestFinished(() => objects.close());
  const lost = (from: string, to: string) => commitsLost(objects, wiki.path, from, to);
  return { wiki, ids, objects, lost };
}

test('nothing is lost by a push of one commit, of several, of a merge', async () => {
  const { wiki, ids, lost } = await wikiOf(3);
  const [first = '', , last = ''] = ids;
  expect(await lost(first, last)).toEqual([]);
  await wiki.commit('Aside', { 'y.md': 'y' }, { branch: 'aside', from: first });
  const aside = await wiki.head('aside');
  await wiki.commit('Merge', { 'y.md': 'y' }, { merge: [aside] });
  expect(await lost(last, await wiki.head())).toEqual([]);
  expect(await lost(aside, await wiki.head())).toEqual([]);
});

test('a forced push loses the commits that it takes away', async () => {
  const { wiki, ids, lost } = await wikiOf(3);
  const [first = '', second, last = ''] = ids;
  expect((await lost(last, first))?.toSorted()).toEqual([second, last].toSorted());
  await wiki.commit('Anew', { 'z.md': 'z' }, { from: null });
  expect(await lost(last, await wiki.head())).toHaveLength(3);
});

test('a commit that the repository never had is not followed from', async () => {
  const { ids, lost } = await wikiOf(1);
  expect(await lost('1'.repeat(40), ids[0] as string)).toBeUndefined();
});

test('the newest commit is told again after each push, without a branch too', async () => {
  const { wiki, ids, objects } = await wikiOf(2);
  expect(await headNow(objects, wiki.path)).toBe(ids[1]);
  await wiki.commit('More', { 'x.md': 'more' });
  await wiki.git(['pack-refs', '--all']);
  expect(await headNow(objects, wiki.path)).toBe(await wiki.head());
  await wiki.git(['update-ref', '-d', 'refs/heads/main']);
  expect(await headNow(objects, wiki.path)).toBeUndefined();
});
