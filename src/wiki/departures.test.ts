import { describe, expect, test } from 'vitest';
import { onEachEngine } from '../../test/support/engines.ts';
import { indexed } from '../../test/support/wiki.ts';

const settings = { 'greffe.yml': 'languages: [fr, en]\n' };

/** A page that resembles no other. */
const text = (subject: string, lines = 12) =>
  Array.from({ length: lines }, (_, line) => `${subject} ${line}, ${subject.repeat(line)}.\n`).join('');

onEachEngine('an old address', (engine) => {
  test('of a page renamed twice, the second time edited in the same commit, leads to its name today', async () => {
    const wiki = await indexed({ ...settings, 'a.md': text('lin') }, { place: await engine.place() });
    await wiki.repository.rename('a.md', 'b.md');
    await wiki.repository.rename('b.md', 'c.md', { edited: text('lin').replace('lin 3', 'laine 3') });
    await wiki.update();
    expect(await wiki.find('/a')).toBe('moved to /c');
    expect(await wiki.find('/b')).toBe('moved to /c');
    expect(await wiki.find('/a.md')).toBe('moved to /c');
    expect(await wiki.find('/a/')).toBe('moved to /c');
  });

  test('of a folder renamed leads to the folder today, with an index or without', async () => {
    const wiki = await indexed(
      {
        ...settings,
        'a/index.md': text('if'),
        'a/x.md': text('orme'),
        'b/x.pdf': 'pdf',
        'b/sub/y.pdf': 'other',
      },
      { place: await engine.place() },
    );
    await wiki.repository.rename('a', 'c');
    await wiki.repository.rename('b', 'docs/d');
    await wiki.update();
    expect(await wiki.find('/a/')).toBe('moved to /c/');
    expect(await wiki.find('/a')).toBe('moved to /c/');
    expect(await wiki.find('/a/x')).toBe('moved to /c/x');
    expect(await wiki.find('/b/')).toBe('moved to /docs/d/');
    expect(await wiki.find('/b')).toBe('moved to /docs/d/');
    expect(await wiki.find('/b/x.pdf')).toBe('moved to /docs/d/x.pdf');
  });
});

describe('a page that was renamed', () => {
  test('on a side branch is followed across the merge', async () => {
    const wiki = await indexed({ ...settings, 'a.md': text('lin'), 'b.md': 'b' });
    const start = await wiki.repository.head();
    await wiki.repository.rename('a.md', 'moved.md', { branch: 'side', from: start });
    const side = await wiki.repository.head('side');
    await wiki.repository.commit('On main', { 'b.md': 'bb' });
    await wiki.repository.commit('Merge', { 'a.md': null, 'moved.md': text('lin') }, { merge: [side] });
    await wiki.update();
    expect(await wiki.find('/a')).toBe('moved to /moved');
  });

  test('by a merge alone is followed', async () => {
    const wiki = await indexed({ ...settings, 'a.md': text('lin'), 'b.md': 'b' });
    const side = await wiki.repository.commit(
      'Side',
      { 'side.md': 's' },
      { branch: 'side', from: await wiki.repository.head() },
    );
    await wiki.repository.commit('On main', { 'b.md': 'bb' });
    await wiki.repository.commit(
      'Merge',
      { 'side.md': 's', 'a.md': null, 'moved.md': text('lin') },
      { merge: [side] },
    );
    await wiki.update();
    expect(await wiki.find('/a')).toBe('moved to /moved');
  });

  test('is followed past a name that another page took since', async () => {
    const wiki = await indexed({ ...settings, 'a.md': text('lin') });
    await wiki.repository.rename('a.md', 'b.md');
    await wiki.repository.rename('b.md', 'c.md');
    await wiki.repository.commit('Another b', { 'b.md': text('orme') });
    await wiki.update();
    expect(await wiki.find('/a')).toBe('moved to /c');
    expect(await wiki.find('/b')).toBe('page b.md for fr');
  });

  test('and came back is where it came back', async () => {
    const wiki = await indexed({ ...settings, 'a.md': text('lin') });
    await wiki.repository.rename('a.md', 'b.md');
    await wiki.repository.rename('b.md', 'a.md');
    await wiki.update();
    expect(await wiki.find('/a')).toBe('page a.md for fr');
    expect(await wiki.find('/b')).toBe('moved to /a');
  });

  test('leads a reader of another language to its name today in that language', async () => {
    const wiki = await indexed({
      ...settings,
      'a.md': text('lin'),
      'b.md': text('orme'),
      'b.en.md': text('elm'),
    });
    await wiki.repository.rename('a.md', 'c.md');
    await wiki.repository.rename('b.md', 'd.md');
    await wiki.repository.rename('b.en.md', 'd.en.md');
    await wiki.update();
    expect(await wiki.find('/en/a')).toBe('moved to /en/c');
    expect(await wiki.find('/en/b')).toBe('moved to /en/d');
    expect(await wiki.find('/fr/a')).toBe('moved to /c');
  });

  test('is followed when its old name was in a language that was named otherwise', async () => {
    const wiki = await indexed({ ...settings, 'faq.fr.md': text('lin') });
    await wiki.repository.rename('faq.fr.md', 'questions.md');
    await wiki.update();
    expect(await wiki.find('/faq')).toBe('moved to /questions');
  });
});

describe('a page that was deleted', () => {
  test('is gone, and its last version is known', async () => {
    const wiki = await indexed({ ...settings, 'a.md': 'one' });
    await wiki.repository.commit('Two', { 'a.md': 'two' });
    await wiki.repository.remove('a.md');
    await wiki.update();
    expect(await wiki.find('/a')).toBe('gone a.md');
    expect(await wiki.find('/en/a')).toBe('gone a.md');
    expect(await wiki.find('/a/')).toBe('gone a.md');
  });

  test('after it was renamed is gone under both names', async () => {
    const wiki = await indexed({ ...settings, 'a.md': text('lin') });
    await wiki.repository.rename('a.md', 'b.md');
    await wiki.repository.remove('b.md');
    await wiki.update();
    expect(await wiki.find('/a')).toBe('gone b.md');
    expect(await wiki.find('/b')).toBe('gone b.md');
  });

  test('and whose text came back under another name is there', async () => {
    const wiki = await indexed({ ...settings, 'a.md': text('lin') });
    await wiki.repository.remove('a.md');
    await wiki.repository.commit('Back', { 'docs/b.md': text('lin') });
    await wiki.update();
    expect(await wiki.find('/a')).toBe('moved to /docs/b');
  });

  test('and was written again under its name is there', async () => {
    const wiki = await indexed({ ...settings, 'a.md': text('lin') });
    await wiki.repository.rename('a.md', 'b.md');
    await wiki.repository.remove('b.md');
    await wiki.repository.commit('Again', { 'b.md': text('orme') });
    await wiki.update();
    expect(await wiki.find('/a')).toBe('moved to /b');
  });

  test('is not every empty page that came after it', async () => {
    const wiki = await indexed({ ...settings, 'a.md': '' });
    await wiki.repository.remove('a.md');
    await wiki.repository.commit('Another', { 'b.md': '' });
    await wiki.update();
    expect(await wiki.find('/a')).toBe('gone a.md');
  });
});

describe('what goes before the history', () => {
  test('is the page that has the name today', async () => {
    const wiki = await indexed({ ...settings, 'a.md': text('lin') });
    await wiki.repository.rename('a.md', 'b.md');
    await wiki.repository.commit('Another a', { 'a.md': text('orme') });
    await wiki.update();
    expect(await wiki.find('/a')).toBe('page a.md for fr');
  });

  test('is an alias, written as an address or as a file', async () => {
    const wiki = await indexed({ ...settings, 'a.md': text('lin') });
    await wiki.repository.rename('a.md', 'b.md');
    await wiki.repository.commit('Aliases', {
      'docs/c.md': '---\naliases: [/a, ancien.md, /vieux/, old/index.md]\n---\n',
    });
    await wiki.update();
    expect(await wiki.find('/a')).toBe('moved to /docs/c');
    expect(await wiki.find('/a/')).toBe('moved to /docs/c');
    expect(await wiki.find('/a.md')).toBe('moved to /docs/c');
    expect(await wiki.find('/docs/ancien')).toBe('moved to /docs/c');
    expect(await wiki.find('/docs/ancien.md')).toBe('moved to /docs/c');
    expect(await wiki.find('/vieux')).toBe('moved to /docs/c');
    expect(await wiki.find('/vieux/')).toBe('moved to /docs/c');
    expect(await wiki.find('/docs/old/')).toBe('moved to /docs/c');
    expect(await wiki.find('/en/vieux')).toBe('moved to /en/docs/c');
  });

  test('is not an alias when a page has that name', async () => {
    const wiki = await indexed({ ...settings, 'a.md': '', 'b.md': '---\naliases: /a\n---\n' });
    expect(await wiki.find('/a')).toBe('page a.md for fr');
  });

  test('is not taken for a folder when a file only ends alike', async () => {
    const wiki = await indexed({ ...settings, 'old/faq.md': text('lin') });
    await wiki.repository.rename('old/faq.md', 'new-faq.md');
    await wiki.update();
    expect(await wiki.find('/old/')).toBe('missing');
    expect(await wiki.find('/old/faq')).toBe('moved to /new-faq');
  });
});

describe('a folder that is no more', () => {
  test('and whose files went to the root leads there', async () => {
    const wiki = await indexed({ ...settings, 'old/x.pdf': 'pdf', 'old/y.pdf': 'other' });
    await wiki.repository.rename('old/x.pdf', 'x.pdf');
    await wiki.repository.rename('old/y.pdf', 'y.pdf');
    await wiki.update();
    expect(await wiki.find('/old/')).toBe('moved to /');
  });

  test('is found although its last file was renamed as well', async () => {
    const wiki = await indexed({ ...settings, 'old/x.pdf': text('lin'), 'old/y.pdf': text('orme') });
    await wiki.repository.rename('old/x.pdf', 'new/x.pdf');
    await wiki.repository.rename('old/y.pdf', 'new/z.pdf');
    await wiki.update();
    expect(await wiki.find('/old/')).toBe('moved to /new/');
  });

  test('is followed through each of its names', async () => {
    const wiki = await indexed({ ...settings, 'a/x.pdf': text('lin') });
    await wiki.repository.rename('a', 'b');
    await wiki.repository.rename('b', 'c');
    await wiki.update();
    expect(await wiki.find('/a/')).toBe('moved to /c/');
  });
});
