import { describe, expect, test } from 'vitest';
import { onEachEngine } from '../../test/support/engines.ts';
import { type IndexedWiki, indexed } from '../../test/support/wiki.ts';
import { allPages } from '../store/pages.ts';

const settings = { 'greffe.yml': 'languages: [fr, en, it]\n' };

/** The pages that are translations of one another, a family a line. */
async function families(wiki: IndexedWiki): Promise<string[]> {
  await wiki.update();
  const pages = Map.groupBy(await wiki.ask(allPages), ({ family }) => family);
  return [...pages.values()]
    .map((family) =>
      family
        .map(({ path }) => path)
        .sort()
        .join(' '),
    )
    .sort();
}

const why = (link: string) => `---\nlang: en\n---\n# Why\n\nThis is also [in French](${link}).\n`;
const pourquoi = (link: string) => `# Pourquoi\n\nCette page est aussi [en anglais](${link}).\n`;

onEachEngine('pages in two languages', (engine) => {
  test('are one by their name, their folder, what they say or how they link', async () => {
    const wiki = await indexed(
      {
        ...settings,
        'a.md': '',
        'a.en.md': '',
        'en/a.it.md': '',
        'docs/b.md': '',
        'en/docs/b.md': '',
        'c.md': '',
        'see.md': '---\nlang: en\ntranslation_of: c.md\n---\n',
        'pourquoi.md': pourquoi('why.md'),
        'why.md': why('pourquoi.md'),
      },
      { place: await engine.place() },
    );
    expect(await families(wiki)).toEqual([
      'a.en.md a.md',
      'c.md see.md',
      'docs/b.md en/docs/b.md',
      'en/a.it.md',
      'pourquoi.md why.md',
    ]);
  });
});

describe('a page that names its original', () => {
  test.each(['c.md', 'c', './c.md', '/docs/c.md', '/docs/c', '../docs/c'])(
    'as %s is paired with it',
    async (written) => {
      const wiki = await indexed({
        ...settings,
        'docs/see.md': `---\nlang: en\ntranslation_of: ${written}\n---\n`,
        'docs/c.md': '',
      });
      expect(await families(wiki)).toEqual(['docs/c.md docs/see.md']);
    },
  );

  test('is paired when the original comes, and no longer when it goes', async () => {
    for (const written of ['c.md', 'c']) {
      const wiki = await indexed({
        ...settings,
        'see.md': `---\nlang: en\ntranslation_of: ${written}\n---\n`,
      });
      await wiki.repository.commit('Original', { 'c.md': '' });
      expect(await families(wiki)).toEqual(['c.md see.md']);
      await wiki.repository.remove('c.md');
      expect(await families(wiki)).toEqual(['see.md']);
    }
  });

  test('is paired with the original’s original, from whichever end it comes and goes', async () => {
    const wiki = await indexed({
      ...settings,
      'b.md': '---\nlang: en\ntranslation_of: a.md\n---\n',
      'c.md': '---\nlang: it\ntranslation_of: b.md\n---\n',
    });
    expect(await families(wiki)).toEqual(['b.md c.md']);
    await wiki.repository.commit('Original', { 'a.md': '' });
    expect(await families(wiki)).toEqual(['a.md b.md c.md']);
    await wiki.repository.remove('a.md');
    expect(await families(wiki)).toEqual(['b.md c.md']);
  });

  test('is paired although the original names it as well', async () => {
    const wiki = await indexed({
      ...settings,
      'see.md': '---\nlang: en\ntranslation_of: voir.md\n---\n',
      'voir.md': '---\ntranslation_of: see.md\n---\n',
    });
    expect(await families(wiki)).toEqual(['see.md voir.md']);
  });

  test('is by itself when it names itself, or nothing there', async () => {
    const wiki = await indexed({
      ...settings,
      'a.md': '---\ntranslation_of: a.md\n---\n',
      'b.md': '---\ntranslation_of: nothing.md\n---\n',
    });
    expect(await families(wiki)).toEqual(['a.md', 'b.md']);
  });
});

describe('pages that link to one another', () => {
  test.each([
    ['why.md', 'pourquoi.md'],
    ['why', 'pourquoi'],
    ['/why', './pourquoi.md#haut'],
  ])('as %s and %s are paired', async (forth, back) => {
    const wiki = await indexed({ ...settings, 'pourquoi.md': pourquoi(forth), 'why.md': why(back) });
    expect(await families(wiki)).toEqual(['pourquoi.md why.md']);
  });

  test('are paired when the second link comes, and no longer when one goes', async () => {
    const wiki = await indexed({
      ...settings,
      'pourquoi.md': pourquoi('why'),
      'why.md': '---\nlang: en\n---\n',
    });
    expect(await families(wiki)).toEqual(['pourquoi.md', 'why.md']);
    await wiki.repository.commit('Link', { 'why.md': why('pourquoi') });
    expect(await families(wiki)).toEqual(['pourquoi.md why.md']);
    await wiki.repository.commit('No link', { 'pourquoi.md': '# Pourquoi\n' });
    expect(await families(wiki)).toEqual(['pourquoi.md', 'why.md']);
  });

  test('are not paired in one language, nor by a link further down, nor by one alone', async () => {
    const wiki = await indexed({
      ...settings,
      'a.md': '[b](b.md)',
      'b.md': '[a](a.md)',
      'c.md': 'First.\n\n[d](d.md)',
      'd.md': '---\nlang: en\n---\n[c](c.md)',
      'e.md': '[f](f.md)',
      'f.md': '---\nlang: en\n---\n',
    });
    expect(await families(wiki)).toEqual(['a.md', 'b.md', 'c.md', 'd.md', 'e.md', 'f.md']);
  });

  test('are not paired when the name of one says its language', async () => {
    const wiki = await indexed({ ...settings, 'a.md': '[b](b.en.md)', 'b.en.md': '[a](a.md)' });
    expect(await families(wiki)).toEqual(['a.md', 'b.en.md']);
  });

  test('in three languages are one', async () => {
    const wiki = await indexed({
      ...settings,
      'zero.md': '[en](a.md) [it](b.md)',
      'a.md': '---\nlang: en\n---\n[fr](zero.md) [it](b.md)',
      'b.md': '---\nlang: it\n---\n[fr](zero.md) [en](a.md)',
    });
    expect(await families(wiki)).toEqual(['a.md b.md zero.md']);
  });
});
