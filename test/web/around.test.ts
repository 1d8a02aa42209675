import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { example } from '../support/example.ts';
import { repository } from '../support/git.ts';
import { type Served, served } from '../support/served.ts';

const hrefs = (html: string, pattern: RegExp) =>
  [...html.matchAll(/ href="([^"]+)"/g)]
    .map(([, href]) => (href as string).replaceAll('&amp;', '&'))
    .filter((href) => pattern.test(href));
const visible = (html: string) =>
  html
    .replace(/^.*<main[^>]*>|<\/main>.*$/gs, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ');

describe('around the pages of the example', () => {
  let site: Served;
  beforeAll(async () => {
    site = await served(await example());
  });
  afterAll(() => site[Symbol.asyncDispose]());

  test('the history of a page goes back through its names', async () => {
    const { status, text } = await site.get('/-/history/guides/publier-son-code.md');
    expect(status).toBe(200);
    expect(text).toContain('<code>publier.md</code>');
    expect(text).toContain('<code>guides/publier.md</code>');
    expect(text).toContain('Ajoute un guide de publication');
    expect(text).toContain('janvier 2025');
  });

  test('every version of a history leads to what it changed', async () => {
    const { text } = await site.get('/-/history/guides/publier-son-code.md');
    const changes = hrefs(text, /^\/-\/diff\//);
    expect(changes.length).toBe(4);
    for (const href of changes) expect((await site.get(href)).status, href).toBe(200);
  });

  test('who applied a change is named beside who wrote it', async () => {
    const { text } = await site.get('/-/history/politique/faq.md');
    expect(text).toContain('Solène Brécourt');
    expect(text).toContain('intégré par Maëlle Kerdoncuff');
  });

  test('a difference marks the words that changed', async () => {
    const history = (await site.get('/-/history/politique/faq.md')).text;
    const href = /href="([^"]+)">poco\/faq: corrige/.exec(history)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const { text } = await site.get(href);
    expect(text).toMatch(/<del class="removed">.*polliment/);
    expect(text).toMatch(/<ins class="added">.*poliment/);
    const source = await site.get(`${href}&view=source`);
    expect(source.text).toContain('<mark>poliment</mark>');
    expect(visible(source.text)).toContain('1 ligne ajoutée');
  });

  test('any two versions can be compared, across a change of name', async () => {
    const history = (await site.get('/-/history/guides/publier-son-code.md')).text;
    const commits = hrefs(history, /^\/-\/diff\//).map((href) =>
      new URL(href, 'http://x').searchParams.get('to'),
    );
    const [newest, oldest] = [commits[0], commits.at(-1)];
    const { status, text } = await site.get(`/-/diff/guides/publier-son-code.md?from=${oldest}&to=${newest}`);
    expect(status).toBe(200);
    expect(text).toContain('Le fichier a aussi changé de nom');
    expect(text).toMatch(/<del /);
    expect(text).toMatch(/<ins /);
  });

  test('the first version of a page is all added', async () => {
    const { text } = await site.get('/-/diff/why-git.md?from=none');
    expect(text).toContain('Le fichier n’existait pas encore.');
    expect(text).not.toMatch(/<del /);
  });

  test('the difference that a deletion made is all removed', async () => {
    const gone = (await site.get('/guides/comparatif-des-forges')).text;
    const [href] = hrefs(gone, /^\/-\/diff\//);
    const { text } = await site.get(href ?? '');
    expect(text).toContain('Le fichier a été supprimé.');
    expect(text).not.toMatch(/<ins /);
  });

  test('versions that are none of the page’s are not found', async () => {
    expect((await site.get('/-/diff/index.md?from=0000000')).status).toBe(404);
    expect((await site.get('/-/diff/nothing.md')).status).toBe(404);
    expect((await site.get('/-/history/nothing.md')).status).toBe(404);
  });

  test('a version may be named by the beginning of its id, as people do', async () => {
    const history = (await site.get('/-/history/index.md')).text;
    const id = /<code class="commit-id">([0-9a-f]{10})<\/code>/.exec(history)?.[1];
    expect((await site.get(`/-/diff/index.md?to=${id}`)).status).toBe(200);
  });

  test('a translation that is behind says by how much, with what changed since', async () => {
    const { text } = await site.get('/en/guides/choisir-une-licence');
    expect(text).toContain('the original has changed twice since');
    const [diff] = hrefs(text, /^\/-\/diff\/guides\/choisir-une-licence\.md\?/);
    const changes = await site.get(diff ?? '');
    expect(changes.text).toContain('<html lang="en">');
    expect(changes.text).toContain('Marchés publics');
  });

  test('the state of all translations is one page', async () => {
    const { text } = await site.get('/-/translations');
    const said = visible(text);
    expect(said).toContain('État des traductions');
    expect(said).toContain('En retard de 2\u00a0changements'.replace('\u00a0', ' '));
    expect(hrefs(text, /^\/en\/guides\/choisir-une-licence$/)).not.toEqual([]);
    expect(said).toContain('À traduire');
  });

  test.each(['/-/translations', '/-/history/index.md', '/-/diff/index.md', '/-/history/index.md?page=1'])(
    '%s speaks the language asked for, and offers the others',
    async (path) => {
      const french = (await site.get(path)).text;
      const english = hrefs(french, /[?&]lang=en/)[0] as string;
      const { headers, text } = await site.get(english);
      expect(headers['content-language']).toBe('en');
      expect(text).toContain('<html lang="en">');
      expect(hrefs(text, /^\/-\/[^?]*(?:\?page=1)?$/)).toContain(path);
    },
  );

  test('a language that the wiki is not in is not spoken', async () => {
    expect((await site.get('/-/translations?lang=de')).text).toContain('<html lang="fr">');
  });

  test('a page of the wiki in English leads to English pages around it', async () => {
    const { text } = await site.get('/en/politique/faq');
    for (const href of hrefs(text, /^\/-\/(?!assets|raw)/)) expect(href).toContain('lang=en');
  });

  test('the footer says who changed the page last, and when', async () => {
    const { text } = await site.get('/2026/rapport-mai');
    expect(visible(text.replace(/<\/?main[^>]*>/g, ''))).toContain(
      'Dernière modification le 2 juin 2026 par Maëlle Kerdoncuff',
    );
  });
});

describe('a long history', () => {
  test('is shown fifty versions at a time', async () => {
    const wiki = await repository({ 'a.md': '# 0' });
    for (let version = 1; version < 120; version++)
      await wiki.commit(`Version ${version}`, { 'a.md': `# ${version}` });
    await using site = await served(wiki, { overrides: { languages: ['en'] } });
    const versions = async (path: string) =>
      [...(await site.get(path)).text.matchAll(/>(?:Version (\d+)|First version)<\/a>/g)].map(([, n]) =>
        Number(n ?? 0),
      );
    const pages = [];
    for (let path: string | undefined = '/-/history/a.md'; path; ) {
      pages.push(await versions(path));
      path = /rel="next" href="([^"]+)"/.exec((await site.get(path)).text)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(pages.map((page) => page.length)).toEqual([50, 50, 20]);
    expect(pages.flat()).toEqual(Array.from({ length: 120 }, (_, at) => 119 - at));
    expect((await site.get('/-/history/a.md?page=2')).text).toContain('rel="prev" href="/-/history/a.md"');
    expect(await versions('/-/history/a.md?page=99')).toEqual(pages[2]);
  });
});
