import { describe, expect, test } from 'vitest';
import { served } from '../support/served.ts';

const files = {
  'greffe.yml': 'languages: [fr, en]\n',
  'index.md': '# Accueil\n\nLe wiki de l’État.',
  'guides/licence.md': '# Choisir une licence\n\n## Du code\n\nLa licence MIT, ou l’EUPL, et son œuvre.',
  'guides/licence.en.md': '# Choosing a licence\n\nThe MIT licence.',
  'liste.csv': 'Nom,Rôle\nApache,serveur web\nBind,serveur de noms\n',
};

const main = (html: string) => html.replace(/^.*<main[^>]*>|<\/main>.*$/gs, '');
const text = (html: string) => main(html).replace(/<[^>]+>/g, '');
const results = (html: string) =>
  [...main(html).matchAll(/<li><h2><a href="([^"]+)"/g)].map(([, href]) => href);

describe('the page of the search', () => {
  test('gives what has the words, marked, with the way to the heading they are under', async () => {
    await using site = await served(files);
    const html = (await site.get('/-/search?q=eupl')).text;
    expect(results(html)).toEqual(['/guides/licence#du-code']);
    expect(html).toContain('<mark>EUPL</mark>');
    expect(text(html)).toContain('1 résultat');
  });

  test('has a title that says what was searched for', async () => {
    await using site = await served(files);
    expect((await site.get('/-/search?q=%3Cb%3E')).text).toContain(
      '<title lang="fr">«\u00a0&lt;b&gt;\u00a0», recherche',
    );
  });

  test('puts the page in the language of the reader before its translation', async () => {
    await using site = await served(files);
    expect(results((await site.get('/-/search?q=licence')).text)[0]).toMatch(/^\/guides\/licence/);
    expect(results((await site.get('/-/search?q=licence&lang=en')).text)[0]).toMatch(
      /^\/en\/guides\/licence/,
    );
  });

  test('finds a row of a table under its own address', async () => {
    await using site = await served(files);
    const html = (await site.get('/-/search?q=serveur+noms')).text;
    expect(results(html)).toContain('/-/table/liste.csv#row=Bind');
  });

  test('restricts to a kind, and gives the way back', async () => {
    await using site = await served(files);
    const html = (await site.get('/-/search?q=serveur&kind=row')).text;
    expect(results(html)).toHaveLength(2);
    expect(main(html)).toContain('<a href="/-/search?q=serveur">Tout</a>');
  });

  test('offers what a misspelt word was meant to be', async () => {
    await using site = await served(files);
    const html = (await site.get('/-/search?q=lisence')).text;
    expect(text(html)).toContain('Vouliez-vous dire licence');
    expect(html).toContain('href="/-/search?q=licence"');
  });

  test('says what to try when there is nothing', async () => {
    await using site = await served(files);
    const { status, text: html } = await site.get('/-/search?q=xyzzyq&section=guides');
    expect(status).toBe(200);
    expect(text(html)).toContain('Rien ne correspond à «\u00a0xyzzyq\u00a0».');
    expect(html).toContain('<a class="button" href="/-/search?q=xyzzyq">Chercher sans les filtres</a>');
  });

  test('explains itself while nothing is searched for', async () => {
    await using site = await served(files);
    expect(text((await site.get('/-/search?q=+')).text)).toContain('Comment chercher');
    expect(text((await site.get('/-/search?lang=en')).text)).toContain('How to search');
  });

  test('sees what was just pushed, and nothing of what went', async () => {
    const { repository } = await import('../support/git.ts');
    const wiki = await repository(files);
    await using site = await served(wiki);
    expect(results((await site.get('/-/search?q=nouveaute')).text)).toEqual([]);
    await wiki.commit('x', { 'neuf.md': '# Une nouveauté' });
    await wiki.remove('guides/licence.md');
    await site.wiki.update();
    expect(results((await site.get('/-/search?q=nouveaute')).text)).toEqual(['/neuf']);
    expect(results((await site.get('/-/search?q=eupl')).text)).toEqual([]);
  });

  test.each([
    ['operators as words', 'AND OR NOT NEAR( * ^ : " title:x {a}'],
    ['a quotation never closed', '"licence'],
    ['ten thousand characters', 'licence '.repeat(1_250)],
    ['only stop words', 'le la de'],
    ['control characters', 'lic\u0001ence\u0000 \u202e\ud800'],
    ['only signs', '?!…'],
    ['only what is not wanted', '-licence'],
    ['a page far beyond', 'licence&page=99999999999'],
    ['a kind that there is not', 'licence&kind=unicorn'],
    ['a language that is none', 'licence&language=%00-'],
    ['a language that is none', 'licence&language=fr-!'],
  ])('answers %s', async (_, query) => {
    await using site = await served(files);
    const encoded = query.includes('&') ? query : encodeURIComponent(query.toWellFormed());
    expect((await site.get(`/-/search?q=${encoded}`)).status).toBe(200);
    expect(site.reports).toEqual([]);
  });
});

describe('suggestions', () => {
  test('are given from the second letter', async () => {
    await using site = await served(files);
    const asked = async (q: string) => JSON.parse((await site.get(`/-/search/suggestions?q=${q}`)).text);
    expect(await asked('l')).toEqual([]);
    expect((await asked('li'))[0]).toEqual({
      label: 'Choisir une licence',
      href: '/guides/licence',
      kind: 'Page',
      language: 'fr',
    });
  });
});

test('a suggested word is searched for in the language of the reader', async () => {
  await using site = await served(files);
  const suggestions = JSON.parse((await site.get('/-/search/suggestions?q=licen&lang=en')).text);
  expect(suggestions.map(({ href }: { href: string }) => href)).toContain('/-/search?q=licence&lang=en');
});

test('every page has the search in its header, and the page of the search only its own', async () => {
  await using site = await served(files);
  expect((await site.get('/')).text.match(/<search/g)).toHaveLength(1);
  expect((await site.get('/')).text).toContain('action="/-/search"');
  expect((await site.get('/-/search?q=x')).text.match(/<search/g)).toHaveLength(1);
});

test('a page in another language searches in that language', async () => {
  await using site = await served(files);
  expect((await site.get('/en/guides/licence')).text).toContain(
    '<input type="hidden" name="lang" value="en"/>',
  );
});
