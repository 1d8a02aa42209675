import { describe, expect, test } from 'vitest';
import { submodule, symlink } from '../../test/support/git.ts';
import { indexed } from '../../test/support/wiki.ts';
import { pageAt } from '../store/pages.ts';
import { siteTitle } from './site.ts';

const french =
  'Ce texte est écrit en français pour que chacun puisse le lire et le comprendre sans aucune peine. '.repeat(
    3,
  );
const english =
  'This text is written in English so that everyone may read it and understand it without any trouble. '.repeat(
    3,
  );

const deduced = async (files: Readonly<Record<string, string>>) => {
  const { defaultLanguage, languages } = await (await indexed(files)).site();
  return [defaultLanguage, languages];
};

describe('the language of a wiki that does not say it', () => {
  test('is what its home page says, or is written in', async () => {
    expect(await deduced({ 'index.md': '---\nlang: it\n---\n' })).toEqual(['it', ['it']]);
    expect(await deduced({ 'index.md': french, 'a.md': english })).toEqual(['fr', ['fr']]);
    expect(await deduced({ 'README.md': english, 'a.md': french })).toEqual(['en', ['en']]);
  });

  test('is that of the index rather than that of the README', async () => {
    expect(await deduced({ 'README.md': english, 'index.md': french })).toEqual(['fr', ['fr']]);
  });

  test('is not one that the home page is translated into', async () => {
    expect(await deduced({ 'index.md': 'Bonjour.', 'index.en.md': 'Hello.' })).toEqual(['fr', ['fr', 'en']]);
    expect(await deduced({ 'index.md': 'Hello.', 'index.fr.md': 'Bonjour.' })).toEqual(['en', ['en', 'fr']]);
  });

  test('is that of its pages, for want of a home page', async () => {
    expect(await deduced({ 'a.md': 'Short.', 'b.md': french, 'x.en.md': english })).toEqual(['fr', ['fr']]);
    expect(await deduced({ 'a.pdf': '' })).toEqual(['en', ['en']]);
    expect(await deduced({ 'a.it.md': '' })).toEqual(['it', ['it']]);
  });

  test('is not told by symbolic links and submodules', async () => {
    const wiki = await indexed([
      ['index.md', symlink('README.en.md')],
      ['greffe.yml', symlink('/etc/passwd')],
      ['a.md', submodule()],
      ['b.md', french],
    ]);
    expect(await wiki.site()).toMatchObject({ defaultLanguage: 'fr', settingsProblems: [] });
  });
});

describe('the languages of a wiki', () => {
  test('are those its home page is in, and those of the settings before them', async () => {
    expect(await deduced({ 'index.md': french, 'index.en.md': '', 'faq.it.md': '' })).toEqual([
      'fr',
      ['fr', 'en'],
    ]);
    expect(await deduced({ 'greffe.yml': 'languages: [it, en]', 'index.md': french })).toEqual([
      'it',
      ['it', 'en'],
    ]);
  });

  test('follow the pages that come and go', async () => {
    const wiki = await indexed({ 'index.md': french });
    await wiki.repository.commit('German', { 'faq.de.md': '', 'index.de.md': '' });
    await wiki.update();
    expect(await wiki.site()).toMatchObject({ languages: ['fr', 'de'], suffixes: ['de', 'fr'] });
    expect(await wiki.find('/de/faq')).toBe('page faq.de.md for de');
    await wiki.repository.commit('No German', { 'faq.de.md': null, 'index.de.md': null });
    await wiki.update();
    expect(await wiki.site()).toMatchObject({ languages: ['fr'], suffixes: ['fr'] });
  });

  test('are two letters that are a language, not any word before the extension', async () => {
    const wiki = await indexed({ 'index.md': french, 'app.js.md': '', 'notes.xx.md': '', 'v.01.md': '' });
    expect((await wiki.site()).suffixes).toEqual(['fr']);
  });
});

describe('the settings', () => {
  test('that are wrong leave the last good ones, and their faults are told', async () => {
    const wiki = await indexed({ 'greffe.yml': 'title: Un wiki\nlanguages: [fr, en]\n', 'a.md': '' });
    await wiki.repository.commit('Wrong', { 'greffe.yml': 'title: [Un\n' });
    await wiki.repository.commit('Wrong again', { 'greffe.yml': 'title: Deux\nlangues: fr\n' });
    await wiki.update();
    const site = await wiki.site();
    expect(site.settings).toMatchObject({ title: 'Un wiki', languages: ['fr', 'en'] });
    expect(site.settingsProblems).toEqual([{ line: 2, column: 1, message: 'langues: is not a setting' }]);
    await wiki.repository.commit('Right', { 'greffe.yml': 'title: Trois\n' });
    await wiki.update();
    expect(await wiki.site()).toMatchObject({ settings: { title: 'Trois' }, settingsProblems: [] });
  });

  test('that were never good keep what is right in them', async () => {
    const wiki = await indexed({ 'greffe.yml': 'title: Un wiki\nlangues: fr\n' });
    expect(await wiki.site()).toMatchObject({
      settings: { title: 'Un wiki' },
      settingsProblems: [{ line: 2 }],
    });
  });

  test('that were removed are no more, even if they were good once', async () => {
    const wiki = await indexed({ 'greffe.yml': 'title: Un wiki\n', 'a.md': '' });
    await wiki.repository.remove('greffe.yml');
    await wiki.update();
    expect((await wiki.site()).settings.title).toBeUndefined();
    await wiki.repository.commit('Wrong', { 'greffe.yml': 'title: [\n' });
    await wiki.update();
    expect((await wiki.site()).settings.title).toBeUndefined();
  });

  test('of the operator go before the repository’s, and a change of them is seen', async () => {
    const files = { 'greffe.yml': 'title: Du dépôt\nlicence: MIT\n', 'index.md': '' };
    const wiki = await indexed(files, { overrides: { title: 'De l’opérateur', languages: ['it'] } });
    expect(await wiki.site()).toMatchObject({
      settings: { title: 'De l’opérateur', licence: 'MIT' },
      defaultLanguage: 'it',
    });
    const other = { ...wiki, context: { ...wiki.context, overrides: {} } };
    const { updateIndex } = await import('./indexing.ts');
    expect(await updateIndex(other.context)).toBe(true);
    expect(await updateIndex(other.context)).toBe(false);
    expect((await wiki.site()).settings.title).toBe('Du dépôt');
  });

  test('that change a language read every page again', async () => {
    const wiki = await indexed({ 'greffe.yml': 'languages: [fr]\n', 'a.en.md': '' });
    expect(await wiki.find('/a.en')).toBe('page a.en.md for fr');
    await wiki.repository.commit('English', { 'greffe.yml': 'languages: [fr, en]\n' });
    await wiki.update();
    expect(await wiki.find('/en/a')).toBe('page a.en.md for en');
  });
});

test('the title is the settings’, else the home page’s in the language, else the name', async () => {
  const titled = await (
    await indexed({ 'greffe.yml': 'title: { fr: Un, en: One }\nlanguages: [fr, en]' })
  ).site();
  expect([siteTitle(titled, 'fr'), siteTitle(titled, 'en'), siteTitle(titled, 'it')]).toEqual([
    'Un',
    'One',
    'Un',
  ]);
  const home = { 'index.md': '---\nlang: fr\n---\n# Bienvenue', 'index.en.md': '---\ntitle: Welcome\n---\n' };
  const named = await (await indexed(home)).site();
  expect([siteTitle(named, 'fr'), siteTitle(named, 'en'), siteTitle(named, 'it')]).toEqual([
    'Bienvenue',
    'Welcome',
    'Bienvenue',
  ]);
  expect(siteTitle(await (await indexed({ 'a.md': '' })).site(), 'fr')).toBe('wiki');
});

test('a page says what it is in among the languages of the wiki, and French and English where it has none', async () => {
  const wiki = await indexed({ 'index.md': french, 'about.md': english });
  expect(await wiki.ask(pageAt, 'about.md')).toMatchObject({ language: 'en' });
  const only = await indexed({ 'greffe.yml': 'languages: [fr]', 'about.md': english });
  expect(await only.ask(pageAt, 'about.md')).toMatchObject({ language: 'fr' });
});
