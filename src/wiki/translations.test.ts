import { describe, expect, test } from 'vitest';
import { onEachEngine } from '../../test/support/engines.ts';
import { type IndexedWiki, indexed } from '../../test/support/wiki.ts';
import { allTranslations } from '../store/translations.ts';

const settings = { 'greffe.yml': 'languages: [fr, en]\n' };
const text = (word: string) => Array.from({ length: 12 }, (_, n) => `${word} ${n}\n`).join('');

/** The translations and how many changes each is behind: `faq.en.md of faq.md: 2`. */
async function told(wiki: IndexedWiki): Promise<string[]> {
  await wiki.update();
  const rows = await wiki.ask(allTranslations);
  return rows.map(({ path, original, behind }) => `${path} of ${original}: ${behind}`);
}

const both = { ...settings, 'faq.md': text('un'), 'faq.en.md': text('one') };

onEachEngine('a translation', (engine) => {
  test('is behind by each change of its original since it changed', async () => {
    const wiki = await indexed(both, { place: await engine.place() });
    expect(await told(wiki)).toEqual(['faq.en.md of faq.md: 0']);
    await wiki.repository.commit('One', { 'faq.md': text('deux') });
    await wiki.repository.commit('Other', { 'other.md': 'x' });
    await wiki.repository.commit('Two', { 'faq.md': text('trois') });
    expect(await told(wiki)).toEqual(['faq.en.md of faq.md: 2']);
    await wiki.repository.commit('Followed', { 'faq.en.md': text('three') });
    expect(await told(wiki)).toEqual(['faq.en.md of faq.md: 0']);
  });

  test('is behind by what a branch merged later changed', async () => {
    const wiki = await indexed(both, { place: await engine.place() });
    const from = await wiki.repository.head();
    const side = await wiki.repository.commit('Side', { 'faq.md': text('côté') }, { branch: 'side', from });
    await wiki.repository.commit('Translated without it', { 'faq.en.md': text('main') });
    await wiki.repository.commit('Merge', { 'faq.md': text('côté') }, { merge: [side] });
    expect(await told(wiki)).toEqual(['faq.en.md of faq.md: 1']);
  });
});

describe('how far a translation is behind', () => {
  test('does not count a change made with its own', async () => {
    const wiki = await indexed(both);
    await wiki.repository.commit('Both', { 'faq.md': text('deux'), 'faq.en.md': text('two') });
    expect(await told(wiki)).toEqual(['faq.en.md of faq.md: 0']);
  });

  test('counts an edit that came with a rename, and not the rename', async () => {
    const wiki = await indexed(both);
    await wiki.repository.rename('faq.md', 'questions.md');
    await wiki.repository.rename('faq.en.md', 'questions.en.md');
    expect(await told(wiki)).toEqual(['questions.en.md of questions.md: 0']);
    await wiki.repository.rename('questions.md', 'aide.md', { edited: `${text('un')}et plus\n` });
    await wiki.repository.rename('questions.en.md', 'aide.en.md');
    expect(await told(wiki)).toEqual(['aide.en.md of aide.md: 1']);
  });

  test('counts an edit under the old name, beside a rename that was merged', async () => {
    for (const renamedFirst of [true, false]) {
      const wiki = await indexed(both);
      const from = await wiki.repository.head();
      const rename = () =>
        wiki.repository.commit(
          'Rename',
          { 'faq.md': null, 'faq.en.md': null, 'aide.md': text('un'), 'aide.en.md': text('one') },
          renamedFirst ? {} : { branch: 'side', from },
        );
      const edit = () =>
        wiki.repository.commit(
          'Edit',
          { 'faq.md': `${text('un')}edited\n` },
          renamedFirst ? { branch: 'side', from } : {},
        );
      const [main, side] = renamedFirst ? [await rename(), await edit()] : [await edit(), await rename()];
      const merged = { 'aide.md': `${text('un')}edited\n`, 'aide.en.md': text('one') };
      await wiki.repository.commit(
        'Merge',
        { ...merged, 'faq.md': null, 'faq.en.md': null },
        { from: main, merge: [side] },
      );
      expect(await told(wiki)).toEqual(['aide.en.md of aide.md: 1']);
    }
  });

  test('does not count a merge as a change beside those it joins', async () => {
    const wiki = await indexed(both);
    const from = await wiki.repository.head();
    const side = await wiki.repository.commit(
      'Side',
      { 'faq.md': `avant\n${text('un')}` },
      { branch: 'side', from },
    );
    await wiki.repository.commit('Main', { 'faq.md': `${text('un')}après\n` });
    await wiki.repository.commit('Merge', { 'faq.md': `avant\n${text('un')}après\n` }, { merge: [side] });
    expect(await told(wiki)).toEqual(['faq.en.md of faq.md: 2']);
  });

  test('counts a merge that changed the original by itself', async () => {
    const wiki = await indexed(both);
    const from = await wiki.repository.head();
    const side = await wiki.repository.commit('Side', { 'x.md': 'x' }, { branch: 'side', from });
    await wiki.repository.commit('Main', { 'y.md': 'y' });
    await wiki.repository.commit('Merge', { 'x.md': 'x', 'faq.md': text('changé') }, { merge: [side] });
    expect(await told(wiki)).toEqual(['faq.en.md of faq.md: 1']);
  });

  test('is nothing when the changes of the original undid one another', async () => {
    const wiki = await indexed(both);
    await wiki.repository.commit('There', { 'faq.md': text('deux') });
    await wiki.repository.commit('And back', { 'faq.md': text('un') });
    expect(await told(wiki)).toEqual(['faq.en.md of faq.md: 0']);
  });

  test('is asked of the history that a forced push leaves', async () => {
    const wiki = await indexed(both);
    const from = await wiki.repository.head();
    await wiki.repository.commit('One', { 'faq.md': text('deux') });
    await wiki.repository.commit('Two', { 'faq.md': text('trois') });
    expect(await told(wiki)).toEqual(['faq.en.md of faq.md: 2']);
    await wiki.repository.commit('Squashed', { 'faq.md': text('trois') }, { from });
    expect(await told(wiki)).toEqual(['faq.en.md of faq.md: 1']);
  });

  test('knows the commit that the translation followed', async () => {
    const wiki = await indexed(both);
    const followed = await wiki.repository.commit('Both', {
      'faq.md': text('deux'),
      'faq.en.md': text('two'),
    });
    await wiki.repository.commit('One more', { 'faq.md': text('trois') });
    await wiki.update();
    expect((await wiki.ask(allTranslations))[0]).toMatchObject({ behind: 1, followed_commit: followed });
  });
});

describe('the original', () => {
  test('is the page in the wiki’s language, or the one that a page says it translates', async () => {
    const wiki = await indexed({
      ...settings,
      'faq.md': 'a',
      'faq.en.md': 'b',
      'pourquoi.md': '---\ntranslation_of: why.md\n---\n',
      'why.md': '---\nlang: en\n---\n',
    });
    expect(await told(wiki)).toEqual(['faq.en.md of faq.md: 0', 'pourquoi.md of why.md: 0']);
  });

  test('that is deleted leaves a page that translates nothing', async () => {
    const wiki = await indexed(both);
    await wiki.repository.remove('faq.md');
    expect(await told(wiki)).toEqual([]);
  });
});
