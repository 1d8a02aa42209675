import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Api, apiOf } from '../support/api-answers.ts';
import { repository } from '../support/git.ts';
import { type Served, served } from '../support/served.ts';

describe('a program that asks the API', () => {
  let site: Served;
  let api: Api;
  beforeAll(async () => {
    site = await served(
      {
        'index.md': '# Accueil\n',
        'b.md': '# B\n',
        'liste.csv': 'Nom,Licence\nGreffe,EUPL-1.2\n',
        'greffe.yml': 'collections: { tout: { path: / } }\n',
      },
      { overrides: { languages: ['fr', 'en'] } },
    );
    api = await apiOf(site);
  });
  afterAll(() => site[Symbol.asyncDispose]());

  test.each([
    ['/pages?colour=red', 'colour', 'one of: language, folder, tag, limit, cursor'],
    ['?x=1', 'x', 'no parameter'],
    ['/pages?limit=0', 'limit', 'a whole number from 1 to 500'],
    ['/pages?limit=501', 'limit', 'a whole number from 1 to 500'],
    ['/pages?limit=many', 'limit', 'a whole number from 1 to 500'],
    ['/pages?limit=1e2.5', 'limit', 'a whole number from 1 to 500'],
    ['/pages?limit=1&limit=2', 'limit', 'a whole number from 1 to 500'],
    ['/pages?language=french!', 'language', 'a language code such as fr or en'],
    ['/pages/index.md?fields=colour', 'fields', 'one or several, parted by commas, of: outline'],
    ['/pages/index.md?fields=html,', 'fields', 'one or several'],
    ['/tables/liste.csv?Couleur=Rouge', 'Couleur', 'or one of the columns: Nom, Licence'],
    ['/tables/liste.csv?sort=Couleur', 'sort', 'or one of the columns: Nom, Licence'],
    ['/tables/liste.csv?size=5000', 'size', 'a whole number from 1 to 1000'],
    ['/tables/liste.csv?format=xlsx', 'format', 'one of: json, csv'],
    ['/tables/liste.csv?lang=en', 'lang', 'or one of the columns: Nom, Licence'],
    ['/events?from=yesterday', 'from', 'a date such as 2026-03-01'],
    ['/events?from=2026-02-30', 'from', 'a date or a time that exists'],
    ['/events?from=2026-02-10T25:00:00Z', 'from', 'a date or a time that exists'],
    ['/events?from=9999-01-01', 'from', 'from 1900 to 2099'],
    ['/events?from=2026-02-01&to=2026-01-01', 'to', 'after “from”'],
    ['/collections?language=it', 'language', 'one of: fr, en'],
    ['/search', 'q', 'a text'],
    [`/search?q=${'a'.repeat(10_001)}`, 'q', 'a text of 10000 characters at most'],
    ['/search?q=a&kind=picture', 'kind', 'one of: page, row, event, file'],
    ['/findings?rule=colour', 'rule', 'one or several, parted by commas, of: dead-link'],
    ['/changes?since=1', 'since', 'a date such as 2026-03-01'],
  ])('%s is told which parameter is wrong, and what was expected', async (path, parameter, expected) => {
    const { status, json, headers } = await api.ask(path);
    expect(status).toBe(400);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(json.type).toBe('/-/api#bad-request');
    expect(json.errors[0].parameter).toBe(parameter);
    expect(json.errors[0].expected).toContain(expected);
  });

  test.each([
    'x',
    '%00',
    '=',
    Buffer.from('["listPages",7]').toString('base64url'),
    Buffer.from('["listPages","a\\u0000b"]').toString('base64url'),
    Buffer.from('["listChanges",7]').toString('base64url'),
    Buffer.from('["listPages"]').toString('base64url'),
    Buffer.from('{"listPages":1}').toString('base64url'),
    Buffer.from('["listPages","index.md"').toString('base64url'),
    'A'.repeat(5_000),
  ])('is told that %s is no cursor of a list of pages', async (cursor) => {
    const { status, json } = await api.ask(`/pages?cursor=${cursor}`);
    expect(status).toBe(400);
    expect(json.errors[0].parameter).toBe('cursor');
  });

  test.each(['-1', '1.5', '1e300', '2147483648', '"1"', 'null'])(
    'is told that a list does not go on at %s',
    async (at) => {
      const cursor = Buffer.from(`["listTables",${at}]`).toString('base64url');
      expect((await api.ask(`/tables?cursor=${cursor}`)).status).toBe(400);
    },
  );

  test('may leave empty what a form has', async () => {
    expect((await api.ask('/pages?language=&folder=&tag=&limit=&cursor=')).json.items).toHaveLength(2);
  });

  test('learns of all its faults at once', async () => {
    const { json } = await api.ask('/pages?limit=x&colour=red&language=%21');
    expect(json.errors.map(({ parameter }: { parameter: string }) => parameter).sort()).toEqual([
      'colour',
      'language',
      'limit',
    ]);
  });

  test.each(['/nothing', '/pages/', '/tables/', '/pagess'])('finds nothing at %s', async (path) => {
    const { status, headers } = await site.get(`/-/api/v1${path}`);
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('application/problem+json');
  });

  test('finds nothing in another version', async () => {
    for (const path of ['/-/api/v2', '/-/api/v10/pages', '/-/api/']) {
      const { status, text } = await site.get(path);
      expect(status, path).toBe(404);
      expect(JSON.parse(text).detail).toContain('/-/openapi.json');
    }
  });

  test('may end the address of the site with a slash', async () => {
    expect((await api.ask('/')).status).toBe(200);
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('may not %s', async (method) => {
    const { status, headers, text } = await site.ask('/-/api/v1/pages', { method });
    expect(status).toBe(405);
    expect(headers.allow).toBe('GET, HEAD, OPTIONS');
    expect(JSON.parse(text)).toMatchObject({ status: 405, type: '/-/api#method-not-allowed' });
  });

  test.each([
    ['text/html', 406],
    ['application/xml, text/*;q=0.5', 406],
    ['application/json;q=0', 406],
    ['application/json', 200],
    ['text/html, */*;q=0.1', 200],
    ['application/*', 200],
    ['Application/JSON; charset=utf-8', 200],
    ['', 200],
  ])('that accepts %s is answered %i, whatever was kept', async (accept, status) => {
    await api.ask('/pages');
    const reply = await api.ask('/pages', { accept });
    expect(reply.status).toBe(status);
    expect(reply.headers['access-control-allow-origin']).toBe('*');
  });

  test('that wants CSV must accept it', async () => {
    const path = '/tables/liste.csv?format=csv';
    expect((await api.ask(path, { accept: 'text/csv' })).status).toBe(200);
    expect((await api.ask(path, { accept: 'application/json' })).status).toBe(406);
  });

  test('of another site may read the answers and their problems', async () => {
    for (const path of ['/-/api/v1', '/-/api/v1/pages/no', '/-/api/v1/pages?x=1', '/-/openapi.json']) {
      const { headers } = await site.get(path, { origin: 'https://elsewhere.example' });
      expect(headers['access-control-allow-origin'], path).toBe('*');
      expect(headers['access-control-expose-headers']).toBe('ETag, Link');
    }
  });

  test('of another site may ask beforehand', async () => {
    const { status, headers, text } = await site.ask('/-/api/v1/pages', {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-headers': 'if-none-match' },
    });
    expect(status).toBe(200);
    expect(text).toBe('');
    expect(headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS');
    expect(headers['access-control-allow-headers']).toContain('If-None-Match');
  });

  test('that has the answer already is told that it is still right', async () => {
    const { headers } = await api.ask('/pages');
    const again = await api.ask('/pages', { 'if-none-match': headers.etag as string });
    expect(again.status).toBe(304);
    expect(again.text).toBe('');
    expect(again.headers.etag).toBe(headers.etag);
    expect(again.headers['access-control-allow-origin']).toBe('*');
  });

  test('may ask for the headers alone', async () => {
    const { status, headers, text } = await site.ask('/-/api/v1/pages', { method: 'HEAD' });
    expect([status, text]).toEqual([200, '']);
    expect(headers.etag).toBe((await api.ask('/pages')).headers.etag);
  });

  test('receives what it can unpack', async () => {
    const { headers } = await site.get('/-/openapi.json', { 'accept-encoding': 'gzip' });
    expect(headers['content-encoding']).toBe('gzip');
  });

  test('is led to the description', async () => {
    const { headers } = await api.ask('');
    expect(headers.link).toContain(`<${site.origin}/-/openapi.json>; rel="service-desc"`);
    expect(headers.link).toContain(`<${site.origin}/-/api>; rel="service-doc"`);
  });
});

test('a push changes the answers that it touches', async () => {
  const wiki = await repository({ 'index.md': '# Accueil\n' });
  await using site = await served(wiki);
  const api = await apiOf(site);
  const { headers } = await api.ask('/pages');
  await wiki.commit('Ajoute', { 'b.md': '# B\n' });
  await site.wiki.update();
  const after = await api.ask('/pages', { 'if-none-match': headers.etag as string });
  expect(after.status).toBe(200);
  expect(after.json.items.map(({ path }: { path: string }) => path)).toEqual(['b.md', 'index.md']);
});

test('answers have the public address of the settings', async () => {
  await using site = await served(
    { 'index.md': '# Accueil\n' },
    { overrides: { url: 'https://wiki.example/' } },
  );
  const { json } = await (await apiOf(site)).ask('/pages');
  expect(json.items[0]).toMatchObject({
    url: 'https://wiki.example/',
    apiUrl: 'https://wiki.example/-/api/v1/pages/index.md',
  });
});

test('an empty wiki has empty lists', async () => {
  await using site = await served({});
  const api = await apiOf(site);
  expect((await api.ask('')).json.languages).not.toEqual([]);
  for (const path of ['/pages', '/tables', '/calendars', '/events', '/collections'])
    expect((await api.ask(path)).json.items, path).toEqual([]);
});

test('before the first index, the problem says to ask again', async () => {
  await using site = await served({ 'index.md': '# Accueil\n' }, { indexed: false });
  const { status, headers, text } = await site.get('/-/api/v1/pages');
  expect(status).toBe(503);
  expect(headers['content-type']).toBe('application/problem+json');
  expect(headers['retry-after']).toBe('2');
  expect(headers['cache-control']).toBe('no-store');
  expect(JSON.parse(text)).toMatchObject({ status: 503, type: '/-/api#unavailable' });
});
