import { describe, expect, test } from 'vitest';
import { onEachEngine } from '../../test/support/engines.ts';
import { indexed } from '../../test/support/wiki.ts';

const settings = { 'greffe.yml': 'languages: [fr, en]\nlegacy: [https://old.example/wiki/]\n' };
const text = (word: string) => Array.from({ length: 12 }, (_, n) => `${word} ${n}\n`).join('');

onEachEngine('a link', (engine) => {
  test('leads to a page, however its path is written', async () => {
    const wiki = await indexed(
      {
        ...settings,
        'docs/x.md': '',
        'docs/faq.md': '',
        'guides.md': '',
        'docs/a b.md': '',
        'docs/été.md': '',
      },
      { place: await engine.place() },
    );
    const targets = [
      'faq.md',
      'faq',
      './faq',
      '/docs/faq.md',
      '/docs/faq',
      '../docs/faq',
      'https://old.example/wiki/docs/faq.md',
    ];
    for (const target of targets) expect(await wiki.link('docs/x.md', target)).toBe('/docs/faq');
    expect(await wiki.link('docs/x.md', '../guides.md')).toBe('/guides');
    expect(await wiki.link('docs/x.md', 'a%20b.md')).toBe('/docs/a%20b');
    expect(await wiki.link('docs/x.md', '%C3%A9t%C3%A9')).toBe('/docs/%C3%A9t%C3%A9');
  });

  test('to a page around those of the wiki leads there, in the language of its own', async () => {
    const wiki = await indexed(
      {
        'greffe.yml': 'languages: [fr, en]\ncollections: { reports: { path: rapports } }\n',
        'x.md': '',
        'x.en.md': '',
      },
      { place: await engine.place() },
    );
    expect(await wiki.link('x.md', '/-/recent')).toBe('/-/recent');
    expect(await wiki.link('x.en.md', '/-/search?q=licence')).toBe('/-/search?q=licence&lang=en');
    expect(await wiki.link('x.md', '/-/collections/reports')).toBe('/-/collections/reports');
    expect(await wiki.link('x.md', '/-/collections/constructor')).toBe('missing');
    expect(await wiki.link('x.md', '/-/unicorn')).toBe('missing');
  });

  test('that holds what no path does is missing', async () => {
    const wiki = await indexed({ ...settings, 'x.md': '[a](%00.md)' }, { place: await engine.place() });
    expect(await wiki.link('x.md', '%00.md')).toBe('missing');
    expect(await wiki.link('x.md', '\0')).toBe('missing');
    expect(await wiki.link('x.md', '\ud800.md')).toBe('missing');
  });
});

describe('a link to a place in a page', () => {
  test('keeps what it asks and the anchor it names', async () => {
    const wiki = await indexed({ ...settings, 'x.md': '', 'faq.md': '' });
    expect(await wiki.link('x.md', 'faq.md?a=1#partie')).toBe('/faq?a=1#partie');
    expect(await wiki.link('x.md', 'faq#éléments-de%20base')).toBe('/faq#%C3%A9l%C3%A9ments-de-base');
  });

  test('of its own stays there', async () => {
    const wiki = await indexed({ ...settings, 'x.md': '' });
    expect(await wiki.link('x.md', '#partie')).toBe('#partie');
    expect(await wiki.link('x.md', '?page=2#partie')).toBe('?page=2#partie');
  });
});

describe('a link to a folder', () => {
  test('leads to its page, or to the list of what it holds', async () => {
    const wiki = await indexed({
      ...settings,
      'x.md': '',
      'pocos/index.md': '',
      'docs/a.pdf': '',
      'sub/README.md': '',
    });
    for (const target of ['pocos/', 'pocos', '/pocos/', 'pocos/index.md', 'pocos/index']) {
      expect(await wiki.link('x.md', target)).toBe('/pocos/');
    }
    expect(await wiki.link('x.md', 'docs')).toBe('/docs/');
    expect(await wiki.link('x.md', 'sub')).toBe('/sub/');
    expect(await wiki.link('x.md', '/')).toBe('/');
    expect(await wiki.link('pocos/index.md', '..')).toBe('/');
    expect(await wiki.link('pocos/index.md', '.')).toBe('/pocos/');
  });

  test('that has the name of a page is told from it by its final slash', async () => {
    const wiki = await indexed({
      ...settings,
      'x.md': '',
      'a.md': '',
      'a/index.md': '',
      'b.md': '',
      'b/c.md': '',
    });
    expect(await wiki.link('x.md', 'a')).toBe('/a');
    expect(await wiki.link('x.md', 'a/')).toBe('/a/');
    expect(await wiki.link('x.md', 'b')).toBe('/b');
    expect(await wiki.link('x.md', 'b/')).toBe('/b/');
    expect(await wiki.link('a/index.md', '.')).toBe('/a/');
  });
});

describe('a link to a file', () => {
  test('leads to it', async () => {
    const wiki = await indexed({
      ...settings,
      'docs/x.md': '',
      'docs/a b.pdf': '',
      LICENSE: '',
      'été.csv': '',
    });
    expect(await wiki.link('docs/x.md', 'a%20b.pdf')).toBe('/docs/a%20b.pdf');
    expect(await wiki.link('docs/x.md', '../LICENSE')).toBe('/LICENSE');
    expect(await wiki.link('docs/x.md', '/été.csv')).toBe('/-/table/%C3%A9t%C3%A9.csv');
  });

  test('that moved leads to where it is', async () => {
    const wiki = await indexed({ ...settings, 'x.md': '', 'a.pdf': text('pdf') });
    await wiki.repository.rename('a.pdf', 'docs/b.pdf');
    await wiki.update();
    expect(await wiki.link('x.md', 'a.pdf')).toBe('/docs/b.pdf');
  });
});

describe('the language of a link', () => {
  const files = {
    ...settings,
    'x.md': '',
    'x.en.md': '',
    'faq.md': '',
    'faq.en.md': '',
    'only.md': '',
    'news.en.md': '',
  };

  test('is the reader’s where the page is written in it', async () => {
    const wiki = await indexed(files);
    expect(await wiki.link('x.md', 'faq.md')).toBe('/faq');
    expect(await wiki.link('x.en.md', 'faq.md')).toBe('/en/faq');
    expect(await wiki.link('x.en.md', 'faq')).toBe('/en/faq');
    expect(await wiki.link('x.md', 'faq.md', 'en')).toBe('/en/faq');
  });

  test('stays the reader’s where the page is offered in another', async () => {
    const wiki = await indexed(files);
    expect(await wiki.link('x.en.md', 'only.md')).toBe('/en/only');
    expect(await wiki.link('x.md', 'news')).toBe('/en/news');
  });

  test('is the one the author names', async () => {
    const wiki = await indexed(files);
    expect(await wiki.link('x.md', 'faq.en.md')).toBe('/en/faq');
    expect(await wiki.link('x.md', '/en/faq')).toBe('/en/faq');
  });

  test('is the other’s in a link from a page to its own translation', async () => {
    const wiki = await indexed(files);
    expect(await wiki.link('faq.md', 'faq.en.md')).toBe('/en/faq');
    expect(await wiki.link('faq.en.md', 'faq.md')).toBe('/faq');
    const paired = await indexed({
      ...settings,
      'pourquoi.md': '[Why](why.md)',
      'why.md': '---\nlang: en\n---\n[Pourquoi](pourquoi.md)',
    });
    expect(await paired.link('why.md', 'pourquoi.md')).toBe('/pourquoi');
    expect(await paired.link('pourquoi.md', 'why.md')).toBe('/why');
  });

  test('is kept when the page moved', async () => {
    const wiki = await indexed({
      ...settings,
      'x.md': '',
      'x.en.md': '',
      'a.md': text('un'),
      'a.en.md': text('one'),
    });
    await wiki.repository.rename('a.md', 'b.md');
    await wiki.repository.rename('a.en.md', 'b.en.md');
    await wiki.update();
    expect(await wiki.link('x.md', 'a.md')).toBe('/b');
    expect(await wiki.link('x.en.md', 'a.md')).toBe('/en/b');
    expect(await wiki.link('x.md', 'a.en.md')).toBe('/en/b');
  });
});

describe('a link to what is not there', () => {
  test('is missing', async () => {
    const wiki = await indexed({ ...settings, 'docs/x.md': '' });
    expect(await wiki.link('docs/x.md', 'nothing.md')).toBe('missing');
    expect(await wiki.link('docs/x.md', '../../out.md')).toBe('missing');
    expect(await wiki.link('docs/x.md', 'https://old.example/wiki/nothing')).toBe('missing');
  });

  test('is missing when the page was deleted', async () => {
    const wiki = await indexed({ ...settings, 'x.md': '', 'a.md': 'a' });
    await wiki.repository.remove('a.md');
    await wiki.update();
    expect(await wiki.link('x.md', 'a.md')).toBe('missing');
  });

  test('leads to the page that claims its name', async () => {
    const wiki = await indexed({ ...settings, 'x.md': '', 'b.md': '---\naliases: [/a, vieux.md]\n---\n' });
    for (const target of ['a', 'a.md', '/a/', 'vieux', 'vieux.md#x']) {
      expect(await wiki.link('x.md', target)).toMatch(/^\/b(?:#x)?$/);
    }
  });

  test('is understood from the root when it was written so by mistake', async () => {
    const wiki = await indexed({ ...settings, 'pocos/x.md': '', 'pocos/faq.md': '', 'guides.md': '' });
    expect(await wiki.link('pocos/x.md', 'pocos/faq.md')).toBe('/pocos/faq');
    expect(await wiki.link('pocos/x.md', 'guides')).toBe('/guides');
    expect(await wiki.link('pocos/x.md', '../../guides')).toBe('missing');
  });

  test('goes from the folder first', async () => {
    const wiki = await indexed({ ...settings, 'pocos/x.md': '', 'pocos/faq.md': '', 'faq.md': '' });
    expect(await wiki.link('pocos/x.md', 'faq.md')).toBe('/pocos/faq');
  });
});

test('a redirection in the front matter leads on, in the reader’s language', async () => {
  const wiki = await indexed({
    ...settings,
    'a.md': '---\nredirect: b.md\n---\n',
    'b.md': '',
    'b.en.md': '',
  });
  expect(await wiki.find('/a')).toBe('page a.md for fr');
  expect(await wiki.link('a.md', 'b.md', 'en')).toBe('/en/b');
});
