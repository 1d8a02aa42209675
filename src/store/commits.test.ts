import { expect, test } from 'vitest';
import { onEachEngine } from '../../test/support/engines.ts';
import { repository } from '../../test/support/git.ts';
import { indexed } from '../../test/support/wiki.ts';
import { changeCounts, changeOf, changesWithin, commitNamed, commitsAt, indexedCommit } from './commits.ts';

onEachEngine('the commits of the index', (engine) => {
  test('are found by a whole id or its beginning, and tell what they did', async () => {
    const made = await repository({ 'a.md': '# A', 'folder/b.md': '# B', 'folder0.md': '# C' });
    const wiki = await indexed(made, { place: await engine.place() });
    const id = await made.head();
    const commit = await wiki.ask(commitNamed, id.slice(0, 7));
    expect(commit?.id).toBe(id);
    expect(await wiki.ask(indexedCommit)).toBe(id);
    expect(await wiki.ask(commitNamed, id.slice(0, 6))).toBeUndefined();
    expect(await wiki.ask(commitNamed, `${id.slice(0, 39)}%`)).toBeUndefined();
    const seq = commit?.seq ?? 0;
    expect(await wiki.ask(changeCounts, [seq])).toEqual([{ seq, count: 3 }]);
    expect((await wiki.ask(changesWithin, seq, 'folder', 9)).map(({ path }) => path)).toEqual([
      'folder/b.md',
    ]);
    expect((await wiki.ask(changeOf, seq, 'a.md'))?.kind).toBe('added');
    expect((await wiki.ask(commitsAt, [seq])).map((row) => row.id)).toEqual([id]);
  });

  test('are none when two begin with the same digits', async () => {
    const wiki = await indexed({ 'a.md': '# A' }, { place: await engine.place() });
    const [commit] = await wiki.ask(commitsAt, [1]);
    const twin = `${'0'.repeat(7)}${commit?.id.slice(7)}`;
    await wiki.database.write(async (writer) => {
      for (const [seq, last] of [
        [2, 'a'],
        [3, 'b'],
      ] as const)
        await writer
          .insertInto('commit')
          .values({ ...(commit as NonNullable<typeof commit>), seq, id: twin.slice(0, 39) + last })
          .execute();
    });
    expect(await wiki.ask(commitNamed, '0000000')).toBeUndefined();
    expect((await wiki.ask(commitNamed, `${twin.slice(0, 39)}a`))?.seq).toBe(2);
  });
});
