import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachEngine } from '../support/engines.ts';
import { example } from '../support/example.ts';
import { repository } from '../support/git.ts';
import { type Served, served } from '../support/served.ts';

describe('an address of the example', () => {
  let site: Served;
  beforeAll(async () => {
    site = await served(await example());
  });
  afterAll(() => site[Symbol.asyncDispose]());

  test.each([
    ['/publier', '/guides/publier-son-code', 'renamed twice'],
    ['/publier.md', '/guides/publier-son-code', 'renamed twice, with its extension'],
    ['/guides/publier', '/guides/publier-son-code', 'renamed once'],
    ['/poco/faq', '/politique/faq', 'in a folder renamed'],
    ['/poco/', '/politique/', 'of a folder renamed'],
    ['/guides/publiccode', '/guides/decrire-un-logiciel', 'renamed on a branch'],
    ['/guides', '/guides/', 'of a folder, without its slash'],
    ['/fr/guides/publier-son-code', '/guides/publier-son-code', 'with the default language'],
    ['/referents', '/groupes/referents', 'deleted, and back elsewhere'],
    ['/aide', '/guides/ecrire-dans-ce-wiki', 'that says where it leads'],
    ['/GLOSSAIRE', '/glossaire', 'in capitals'],
  ])('%s leads to %s (%s)', async (from, to) => {
    const { status, headers, body } = await site.get(from);
    expect(status).toBe(301);
    expect(headers.location).toBe(to);
    expect(body.length).toBe(0);
    expect((await site.get(to)).status).toBe(200);
  });

  test('keeps its query when it moves', async () => {
    expect((await site.get('/publier?a=1&b=%C3%A9')).headers.location).toBe(
      '/guides/publier-son-code?a=1&b=%C3%A9',
    );
  });

  test('of a deleted page says who deleted it, when and why, and shows its last version', async () => {
    const { status, text } = await site.get('/guides/comparatif-des-forges');
    expect(status).toBe(410);
    expect(text).toContain('Maëlle Kerdoncuff');
    expect(text).toContain('<time datetime="2025-11-18T17:30:00+01:00">18 novembre 2025</time>');
    expect(text).toContain('guides: retire le comparatif des forges');
    expect(text).toContain('class="last-version"');
    expect(text).toContain('name="robots" content="noindex"');
  });

  test('where nothing ever was proposes the pages whose names are near', async () => {
    const { status, text } = await site.get('/guide/publier-son-cod');
    expect(status).toBe(404);
    expect(text).toContain('Page introuvable');
    expect(text).toContain('href="/guides/publier-son-code"');
    expect(text).toContain('name="robots" content="noindex"');
  });

  test('where nothing ever was speaks the language of the address', async () => {
    const { text } = await site.get('/en/nothing');
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('href="/en/"');
  });

  test('of a page not yet translated offers it in the other language, and says so', async () => {
    const { status, headers, text } = await site.get('/en/politique/pratique');
    expect(status).toBe(200);
    expect(headers['content-language']).toBe('fr');
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('This page is not available in English yet. Here it is in French.');
    expect(text).toMatch(/<div class="prose" lang="fr">/);
    expect(text).toMatch(/rel="canonical" href="[^"]*\/politique\/pratique"/);
  });
});

describe('a redirection written in a page', () => {
  test('leads to a page, or elsewhere, in characters that a header may hold', async () => {
    await using site = await served({
      'index.md': '# Accueil',
      'a.md': '---\nredirect: index.md\n---\n',
      'b.md': '---\nredirect: https://exemple.example/été à Morvaine\n---\n',
    });
    expect((await site.get('/a')).headers.location).toBe('/');
    const { status, headers } = await site.get('/b');
    expect(status).toBe(301);
    expect(headers.location).toBe('https://exemple.example/%C3%A9t%C3%A9%20%C3%A0%20Morvaine');
  });

  test.each(['a.md', '#here', 'nowhere.md', 'javascript:alert(1)'])(
    'to %s leads nowhere: the page is shown',
    async (target) => {
      await using site = await served({
        'index.md': '# Accueil',
        'a.md': `---\nredirect: ${JSON.stringify(target)}\n---\n# Une page\n`,
      });
      const { status, text } = await site.get('/a');
      expect(status).toBe(200);
      expect(text).toContain('Une page');
    },
  );
});

describe('a name', () => {
  const names = [
    'deux mots',
    'été',
    'e\u0301tude',
    'a::b',
    'quoi?',
    'c#',
    '100%',
    '%41',
    '-tiret',
    'a&b',
    '«guillemets»',
    "l'eau",
    'plus+plus',
    'a"b',
    'a\\b',
    '日本語',
    'e.x.t',
    'point-virgule;',
  ];

  test.each(names)('of a page such as %s is an address, which pages link to', async (name) => {
    const target = encodeURIComponent(name);
    await using site = await served({
      'index.md': `# Accueil\n\n[là](${target.replaceAll("'", '%27')}.md)\n`,
      [`${name}.md`]: '# Ici\n',
    });
    const address = /<a href="([^"]+)">là</.exec((await site.get('/')).text)?.[1]?.replaceAll('&amp;', '&');
    expect(address).toBeDefined();
    expect((await site.get(address as string)).text).toContain('Ici');
    expect((await site.get(`/${target}`)).status).toBe(200);
    expect((await site.get(`/${target}.md`)).status).toBe(301);
    expect((await site.get(`/-/history/${target}.md`)).status).toBe(200);
    expect((await site.get(`/-/diff/${target}.md`)).status).toBe(200);
    expect((await site.get(`/-/raw/${target}.md`)).text).toBe('# Ici\n');
  });

  test('of bytes that are not UTF-8 is an address', async () => {
    const name = Buffer.from([0x63, 0xe9, 0x2e, 0x6d, 0x64]);
    await using site = await served(await repository([[name, '# Ici\n']]));
    expect((await site.get('/c%E9')).text).toContain('Ici');
    expect((await site.get('/c%e9.md')).headers.location).toBe('/c%E9');
    expect((await site.get('/')).text).toContain('href="/c%E9"');
  });
});

onEachEngine('an odd request', (engine) => {
  let site: Served;
  beforeAll(async () => {
    const place = await engine.place();
    site = await served({ 'index.md': '# Accueil', 'guides/début.md': '# Début' }, { place });
  });
  afterAll(() => site[Symbol.asyncDispose]());

  test.each([
    '//',
    '///',
    '//evil.example/',
    '/fr//evil.example/',
    '/en//evil.example/',
    '/guides//',
    '/guides/../../',
    '/./',
    '/%',
    '/%zz',
    '/%00',
    '/guides/%00.md',
    '/-/history/%00',
    '/-/diff/index.md%00?from=%00',
    '/-/raw/%00',
    '/..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/-/raw/..%2f..%2fetc%2fpasswd',
    '/-/assets/..%2f..%2fpackage.json',
    '/-/assets/../../package.json',
    '/%ff%fe',
    '/a%0d%0aSet-Cookie:%20x=1',
    '/guides/d%C3%A9but%0d%0aX:%201.md',
    '/%5cevil.example/',
    '/?%0d%0aX:1',
    `/${'a'.repeat(8_000)}`,
    `/${'a/'.repeat(4_000)}`,
    `/${'%C3%A9'.repeat(1_500)}`,
    '/-/',
    '/-/nothing',
    '/-/history/',
    '/-/diff/',
    '/-/raw/',
    '/-/history/index.md?page=-1',
    '/-/history/index.md?page=1e9',
    '/-/history/index.md?page=x',
    '/-/diff/index.md?from=x&to=y',
    '/-/translations?lang=%00',
    '/?lang=../..',
  ])('GET %j is answered, leads to no other host and repeats no line', async (path) => {
    const { status, headers } = await site.get(path);
    expect([200, 301, 404, 400]).toContain(status);
    expect(headers.location ?? '/').toMatch(/^\/(?![/\\])/);
    expect(headers).not.toHaveProperty('x');
    expect(headers['set-cookie']).toBeUndefined();
    expect(site.reports).toEqual([]);
  });

  test('whose address is longer than a server takes is refused', async () => {
    expect((await site.get(`/${'a'.repeat(20_000)}`)).status).toBe(431);
  });
});

describe('the host that a client names', () => {
  let site: Served;
  beforeAll(async () => {
    site = await served({ 'index.md': '# Accueil', 'a.md': '# A' });
  });
  afterAll(() => site[Symbol.asyncDispose]());

  test('is the one that addresses are made with', async () => {
    expect((await site.get('/a', { host: 'wiki.example:8080' })).text).toContain(
      'rel="canonical" href="http://wiki.example:8080/a"',
    );
  });

  test.each(['evil"><script>', 'a b', 'evil.example/path', 'user@evil.example', "evil'"])(
    'is repeated to nobody when it is %s',
    async (host) => {
      for (const path of ['/', '/a', '/sitemap.xml', '/robots.txt', '/llms.txt', '/nothing']) {
        const { status, text, headers } = await site.get(path, { host });
        expect([200, 400, 404]).toContain(status);
        expect(text + JSON.stringify(headers)).not.toContain('evil');
      }
    },
  );

  test('does not show one reader what was made for another', async () => {
    await site.get('/a', { host: 'one.example' });
    expect((await site.get('/a', { host: 'two.example' })).text).not.toContain('one.example');
  });

  test('may be none, from an old client', async () => {
    expect(await site.send('GET /a HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('goes after the address that the settings name', async () => {
    const overrides = { url: 'https://wiki.example/' };
    await using named = await served({ 'index.md': '# Accueil' }, { overrides });
    const { text } = await named.get('/', { host: 'elsewhere.example' });
    expect(text).toContain('rel="canonical" href="https://wiki.example/"');
    expect(text).not.toContain('elsewhere');
  });

  test.each([
    'GARBAGE\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
    'GET a HTTP/1.1\r\nHost: a\r\n\r\n',
  ])('%j is answered by an error or a page', async (bytes) => {
    expect(await site.send(bytes.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'))).toMatch(
      /^HTTP\/1\.1 (?:400|404|200) /,
    );
  });
});
