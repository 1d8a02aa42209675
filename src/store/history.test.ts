import { expect, test } from 'vitest';
import { onEachEngine } from '../../test/support/engines.ts';
import { indexed } from '../../test/support/wiki.ts';
import { lastVersion, versionsOf } from './history.ts';

const text = (word: string) => Array.from({ length: 12 }, (_, n) => `${word} ${n}\n`).join('');

onEachEngine('the versions of a file', (engine) => {
  test('are told newest first, through its names, and not those of another that had one of them', async () => {
    const wiki = await indexed({ 'a.md': text('un') }, { place: await engine.place() });
    await wiki.repository.commit('Edit a', { 'a.md': `${text('un')}plus\n` });
    await wiki.repository.rename('a.md', 'b.md');
    await wiki.repository.commit('Another a', { 'a.md': text('autre') });
    await wiki.repository.commit('Edit the other', { 'a.md': `${text('autre')}plus\n` });
    await wiki.repository.rename('b.md', 'c.md', { edited: `${text('un')}encore\n` });
    await wiki.update();
    const versions = await wiki.ask(versionsOf, 'c.md', 100);
    expect(versions.map(({ subject, path }) => `${subject}: ${path}`)).toEqual([
      'Rename b.md to c.md: c.md',
      'Rename a.md to b.md: b.md',
      'Edit a: a.md',
      'First version: a.md',
    ]);
    expect(await wiki.ask(versionsOf, 'c.md', 2)).toEqual(versions.slice(0, 2));
    expect(await wiki.ask(lastVersion, 'a.md')).toMatchObject({ subject: 'Edit the other' });
  });

  test('hold the edits that another line made under the old name', async () => {
    const wiki = await indexed({ 'a.md': text('un'), 'x.md': 'x' }, { place: await engine.place() });
    const from = await wiki.repository.head();
    await wiki.repository.rename('a.md', 'b.md');
    const side = await wiki.repository.commit(
      'Edit beside',
      { 'a.md': `${text('un')}plus\n` },
      { branch: 'side', from },
    );
    await wiki.repository.commit('Merge', { 'b.md': `${text('un')}plus\n` }, { merge: [side] });
    await wiki.repository.commit('Another a', { 'a.md': text('autre') });
    await wiki.update();
    const versions = await wiki.ask(versionsOf, 'b.md', 100);
    expect(versions.map(({ subject }) => subject).sort()).toEqual([
      'Edit beside',
      'First version',
      'Merge',
      'Rename a.md to b.md',
    ]);
  });
});
