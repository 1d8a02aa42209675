import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, served } from '../support/served.ts';

let site: Served;

beforeAll(async () => {
  site = await served({
    'greffe.yml': 'title: { fr: Le wiki, en: The wiki }\nlanguages: [fr, en]\n',
    'index.md': '# Accueil\n',
    'index.en.md': '# Home\n',
    'plan.md': '# Plan d’action\n',
    'plan.en.md': '# Action plan\n',
    'piano.md': '---\nlang: it\ntranslation_of: plan.md\n---\n# Piano d’azione\n',
    'guides/index.md': '# Guides\n',
    'guides/publier.md': '# Publier\n',
    'guides/publier.en.md': '# Publishing\n',
  });
});
afterAll(() => site[Symbol.asyncDispose]());

const navigation = (html: string) => /<nav class="site-navigation".*?<\/nav>/s.exec(html)?.[0] ?? '';
const suggestions = (html: string) => /<ul class="suggestions">.*?<\/ul>/s.exec(html)?.[0] ?? '';

test('a page in a language that the wiki is not in has the navigation of the wiki’s own', async () => {
  const { status, headers, text } = await site.get('/piano');
  expect(status).toBe(200);
  expect(headers['content-language']).toBe('it');
  expect(text).toContain('<html lang="fr">');
  expect(text).toContain('<div class="prose" lang="it">');
  expect(navigation(text)).toContain('href="/guides/"');
  expect(navigation(text)).toContain('Plan d’action');
});

test('a page in a language that the wiki is not in is one of its page’s languages', async () => {
  for (const path of ['/plan', '/en/plan', '/piano']) {
    const nav = /<nav class="languages".*?<\/nav>/s.exec((await site.get(path)).text)?.[0] ?? '';
    expect([...nav.matchAll(/hreflang="(\w+)"/g)].map(([, language]) => language)).toEqual([
      'fr',
      'en',
      'it',
    ]);
    expect(nav.match(/aria-current/g)?.length).toBe(1);
  }
});

test('who asks for what is not there is first offered pages in their language', async () => {
  const french = suggestions((await site.get('/guides/publie')).text);
  expect(french.indexOf('Publier')).toBeGreaterThan(-1);
  expect(french.indexOf('Publier')).toBeLessThan(french.indexOf('Publishing'));
  const english = suggestions((await site.get('/en/guides/publie')).text);
  expect(english.indexOf('Publishing')).toBeGreaterThan(-1);
  expect(english.indexOf('Publishing')).toBeLessThan(english.indexOf('Publier'));
});
