import { expect, test } from 'vitest';
import { executable, type Repository, repository } from '../../test/support/git.ts';
import { type Commit, readCommits, readHistory } from './history.ts';

async function history(wiki: Repository, from?: string): Promise<Commit[]> {
  const commits: Commit[] = [];
  for await (const commit of readHistory(wiki.path, await wiki.head(), from)) commits.push(commit);
  return commits;
}

/** What a commit did, in a word a file: `renamed a.md > b.md (same)`. */
const told = ({ changes }: Commit) =>
  changes.map(
    ({ kind, oldPath, path, edited }) =>
      `${kind} ${oldPath === undefined ? '' : `${oldPath} > `}${path}${edited ? '' : ' (same)'}`,
  );

const lines = Array.from({ length: 10 }, (_, n) => `line ${n}\n`).join('');

test('commits come after their parents, with who wrote and who committed them, and when', async () => {
  const wiki = await repository({ 'a.md': 'a' });
  const first = await wiki.head();
  await wiki.commit(
    'Second\n\nThe body.',
    { 'a.md': 'b' },
    { author: 'Dominique Test <d@example.org>', date: '2024-05-01T00:00:00Z' },
  );
  const [one, two] = await history(wiki);
  expect(one).toMatchObject({ id: first, parents: [], subject: 'First version' });
  expect(two).toMatchObject({
    parents: [first],
    author: { name: 'Dominique Test', email: 'd@example.org', time: Date.parse('2024-05-01') / 1000 },
    subject: 'Second',
  });
});

test('only what is beyond a commit is told', async () => {
  const wiki = await repository({ 'a.md': 'a' });
  const first = await wiki.head();
  await wiki.commit('Second', { 'a.md': 'b' });
  expect((await history(wiki, first)).map(({ subject }) => subject)).toEqual(['Second']);
});

test('a file is added, modified, renamed, renamed and edited, made executable, deleted', async () => {
  const wiki = await repository({ 'a.md': lines });
  await wiki.commit('Modified', { 'a.md': `${lines}more\n` });
  await wiki.rename('a.md', 'b.md');
  await wiki.rename('b.md', 'c.md', { edited: lines });
  await wiki.commit('Executable', { 'c.md': executable(lines) });
  await wiki.remove('c.md');
  expect((await history(wiki)).flatMap(told)).toEqual([
    'added a.md',
    'modified a.md',
    'renamed a.md > b.md (same)',
    'renamed b.md > c.md',
    'modified c.md (same)',
    'deleted c.md',
  ]);
});

test('the blob is the one after the change, before it when the file was deleted', async () => {
  const wiki = await repository({ 'a.md': 'a' });
  await wiki.remove('a.md');
  const id = await wiki.blob('a');
  expect((await history(wiki)).map(({ changes }) => changes[0]?.oid)).toEqual([id, id]);
});

test('a merge tells only what it did beyond its parents', async () => {
  const wiki = await repository({ 'a.md': lines, 'b.md': 'b', 'c.md': `c${lines}`, 'd.md': 'd' });
  const start = await wiki.head();
  const side = await wiki.commit('Side', { 'side.md': 's', 'b.md': 'side' }, { branch: 'side', from: start });
  await wiki.commit('Main', { 'a.md': `${lines}main\n`, 'b.md': 'main' });
  await wiki.commit(
    'Merge',
    { 'side.md': 's', 'b.md': 'both', 'c.md': null, 'e.md': `c${lines}`, 'd.md': null, 'new.md': 'n' },
    { merge: [side] },
  );
  const merge = (await history(wiki)).at(-1) as Commit;
  expect(merge.parents).toHaveLength(2);
  expect(told(merge)).toEqual([
    'modified b.md',
    'deleted d.md',
    'renamed c.md > e.md (same)',
    'added new.md',
  ]);
});

test('a merge of three parents is read', async () => {
  const wiki = await repository({ 'a.md': 'a' });
  const from = await wiki.head();
  const one = await wiki.commit('One', { 'one.md': '1' }, { branch: 'one', from });
  const two = await wiki.commit('Two', { 'two.md': '2' }, { branch: 'two', from });
  await wiki.commit('Three', { 'a.md': 'main' });
  await wiki.commit('Octopus', { 'one.md': '1', 'two.md': '2', 'a.md': 'all' }, { merge: [one, two] });
  expect(told((await history(wiki)).at(-1) as Commit)).toEqual(['modified a.md']);
});

test('names and people of any bytes do not confuse it', async () => {
  const wiki = await repository([
    [Buffer.from([0x01, 0x3a, 0x02, 0xe9]), 'x'],
    ['line\nbreak', 'x'],
    [':100644 100644', 'x'],
  ]);
  const tree = await wiki.git(['rev-parse', 'main^{tree}']);
  const written = [
    `tree ${tree}`,
    `parent ${await wiki.head()}`,
    'author A\x02B\x01 <a\x02@example.org> 99999999999999999999999 +0000',
    'committer  <> 12 +0000',
    '',
    'Subject \x02 and more',
  ].join('\n');
  const id = await wiki.git(['hash-object', '-t', 'commit', '-w', '--literally', '--stdin'], written);
  await wiki.git(['update-ref', 'refs/heads/main', id]);
  const [first, odd] = await history(wiki);
  expect(first?.changes.map(({ path }) => path).sort()).toEqual([
    '\x01:\x02\uefe9',
    ':100644 100644',
    'line\nbreak',
  ]);
  expect(odd).toMatchObject({
    id,
    author: { name: 'A\x02B\x01', email: 'a\x02@example.org' },
    committer: { name: '', time: 12 },
    subject: 'Subject \x02 and more',
  });
  expect(new Date((odd?.author.time ?? 0) * 1000).getTime()).not.toBeNaN();
});

test('commits are read by their ids, with the blobs that each replaced', async () => {
  const wiki = await repository({ 'a.md': 'one\n' });
  const second = await wiki.commit('Second', { 'a.md': 'two\n', 'b.md': 'new\n' });
  const first = await wiki.head(`${second}^`);
  const read = await readCommits(wiki.path, [second, first]);
  expect(read.map(({ id }) => id).toSorted()).toEqual([first, second].toSorted());
  const changes = read.find(({ id }) => id === second)?.changes;
  expect(changes?.map(({ path, oldOid }) => [path, oldOid])).toEqual([
    ['a.md', await wiki.blob('one\n')],
    ['b.md', undefined],
  ]);
  expect(await readCommits(wiki.path, [])).toEqual([]);
});
