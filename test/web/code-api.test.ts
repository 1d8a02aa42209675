import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Api, type ApiReply, apiOf } from '../support/api-answers.ts';
import { type BrowsedRegister, browsedRegister, REGISTER_CODE } from '../support/browsed-register.ts';
import { onEachEngine } from '../support/engines.ts';
import { said } from '../support/register.ts';
import { served } from '../support/served.ts';

const PORTAL = 'gitlab.example/ville-exemple/portailcitoyen';

const namesIn = ({ json }: ApiReply) => json.items.map(({ name }: { name: string }) => name);

onEachEngine('the API of the register', (engine) => {
  let it: BrowsedRegister;
  let api: Api;
  beforeAll(async () => {
    it = await browsedRegister({
      engine,
      repositories: [
        ...REGISTER_CODE,
        said('ancien', { gone: '2024-01-01T00:00:00Z', language: 'Go' }),
        said('renomme', {
          id: '9',
          aliases: ['gitlab.example/ville-exemple/renomme', 'gitlab.example/ville-exemple/avant'],
        }),
      ],
    });
    api = await apiOf(it.site);
  });
  afterAll(() => it?.[Symbol.asyncDispose]());

  test('lists the repositories with how many there are, in the order asked for', async () => {
    const { json } = await api.ask('/code/repositories');
    expect(json).toMatchObject({
      url: `${it.site.origin}/-/code`,
      total: 5,
      totalIsExact: true,
      next: null,
    });
    expect(json.items[0]).toMatchObject({
      address: PORTAL,
      url: `${it.site.origin}/-/code/repository/${PORTAL}`,
      account: { address: 'gitlab.example/ville-exemple', name: 'Ville d’Exemple' },
      organisation: { id: 'service', name: 'Le Service' },
      ministry: { id: 'ville', name: 'La Ville' },
      licence: 'MIT',
      kind: 'standalone/web',
      isFork: false,
      isTemplate: null,
      hasReleases: true,
      createdAt: '2020-01-01T00:00:00Z',
      state: 'present',
    });
    expect(namesIn(await api.ask('/code/repositories?sort=stars')).slice(0, 2)).toEqual([
      'carte',
      'portailCitoyen',
    ]);
  });

  test.each([
    ['q=citoyens', ['portailCitoyen']],
    ['language=Go&sort=name', ['carte', 'vieux']],
    ['fork=yes', ['carte']],
    ['organisation=ville&topic=mairie', ['portailCitoyen']],
    ['dependency=pkg:npm/vue@3.4.0&sort=name', ['carte', 'portailCitoyen']],
    ['year=2022', ['carte']],
    ['year=hier', []],
    ['language=Cobol', []],
    ['licence=%00', undefined],
    ['q=%00', undefined],
    ['language=&fork=yes', ['carte']],
  ])('finds by the filters of the page: %s', async (query, expected) => {
    const reply = await api.ask(`/code/repositories?${query}`);
    expect(reply.status).toBe(200);
    if (expected) {
      expect(namesIn(reply)).toEqual(expected);
      expect(reply.json.total).toBe(expected.length);
    }
    // The page that the answer names shows as many.
    const page = await it.site.get(reply.json.url.slice(it.site.origin.length));
    expect(page.text.match(/<h2><a href/g)?.length ?? 0).toBe(reply.json.items.length);
  });

  test('lists come in parts, nothing twice', async () => {
    for (const [path, size] of [
      ['/code/repositories?limit=2&sort=name', 5],
      ['/code/accounts?limit=1', 2],
      ['/code/organisations?limit=1', 2],
    ] as const) {
      const seen: string[] = [];
      for (let reply: ApiReply | undefined = await api.ask(path); reply; reply = await reply.next())
        seen.push(...reply.json.items.map((one: { address?: string; id?: string }) => one.address ?? one.id));
      expect([path, new Set(seen).size, seen.length]).toEqual([path, size, size]);
    }
    const beyond = Buffer.from('["listRepositories",5000]').toString('base64url');
    expect((await api.ask(`/code/repositories?cursor=${beyond}`)).json).toMatchObject({
      items: [],
      next: null,
    });
  });

  test('tells a repository whole: its record, its score point by point, whose it is', async () => {
    const { json } = await api.ask(`/code/repositories/${PORTAL}`);
    expect(json).toMatchObject({
      name: 'portailCitoyen',
      isRemarkable: true,
      organisation: { id: 'service' },
      software: [],
      record: { publiccode: { name: 'Portail citoyen' }, dependencies: { count: 2 }, missing: null },
    });
    const points = json.scoreParts.map(({ points }: { points: number }) => points);
    expect(points.reduce((a: number, b: number) => a + b, 0)).toBe(json.score);
    expect(json.scoreParts).toContainEqual({
      reason: 'licence',
      points: 1000,
      possible: 1000,
      isKnown: true,
    });
    const missing = await api.ask('/code/repositories/gitlab.example/ville-exemple/vieux');
    expect(missing.json).toMatchObject({ state: 'missing', record: { missing: { reason: 'not-listed' } } });
    const gone = await api.ask('/code/repositories/gitlab.example/ville-exemple/ancien');
    expect(gone.json).toMatchObject({ state: 'gone' });
  });

  test('a former address, a key, and other ways to write an address lead to the present one', async () => {
    const { json } = await api.ask('/code/repositories/gitlab.example/ville-exemple/renomme');
    expect(json.formerAddresses).toEqual(['gitlab.example/ville-exemple/avant']);
    for (const name of [
      'gitlab.example/ville-exemple/avant',
      'gitlab.example/Ville-Exemple/Renomme',
      'https://gitlab.example/ville-exemple/renomme.git',
      'https%3A%2F%2Fgitlab.example%2Fville-exemple%2Fgroups%2F..%2Frenomme',
      json.key,
    ]) {
      const { status, headers } = await api.ask(`/code/repositories/${name}`);
      expect([name, status, headers.location]).toEqual([
        name,
        301,
        '/-/api/v1/code/repositories/gitlab.example/ville-exemple/renomme',
      ]);
    }
  });

  test.each([
    ['of no name that it has', 'none'],
    ['of an address that it has not', 'gitlab.example/a/b'],
    ['above it', '..%2f..%2fetc%2fpasswd'],
    ['of no character', 'a%00b/c'],
    ['of a picture', '%F0%9F%90%8C'],
    ['of a long address', `x${'/y'.repeat(3000)}`],
  ])('there is no repository %s', async (_, name) => {
    const { status, json } = await api.ask(`/code/repositories/${name}`);
    expect(status).toBe(404);
    expect(json.type).toBe('/-/api#not-found');
  });

  test.each([
    ['/code/repositories?sort=colour', 'sort', 'one of: score, stars'],
    ['/code/repositories?cursor=x', 'cursor', 'the cursor of the'],
    ['/code/repositories?limit=101', 'limit', 'a whole number from 1 to 100'],
    ['/code/repositories?fork=maybe', 'fork', 'one of: yes, no'],
    ['/code/repositories?colour=red', 'colour', 'one of: q, organisation'],
    ['/code/repositories?language=Go&language=C', 'language', 'a text'],
    [`/code/repositories/${PORTAL}?fields=x`, 'fields', 'no parameter'],
    ['/code/facets?facets=colour', 'facets', 'one or several, parted by commas, of: organisation'],
    ['/code/facets?limit=2', 'limit', 'one of: facets, q'],
    ['/code/accounts?cursor=x', 'cursor', 'the cursor of the'],
    ['/code/organisations?page=2', 'page', 'one of: parent, limit, cursor'],
  ])('%s is told which parameter is wrong', async (path, parameter, expected) => {
    const { status, json } = await api.ask(path);
    expect(status).toBe(400);
    expect(json.errors).toEqual([expect.objectContaining({ parameter })]);
    expect(json.errors[0].expected).toContain(expected);
  });

  test('a search longer than its page takes is told so', async () => {
    for (const [parameter, most] of [
      ['q', 300],
      ['topic', 500],
    ] as const) {
      const { status, json } = await api.ask(`/code/repositories?${parameter}=${'a'.repeat(most + 1)}`);
      expect(status).toBe(400);
      expect(json.errors[0]).toMatchObject({ parameter, expected: `a text of ${most} characters at most` });
    }
  });

  test('counts a search by facet, each as if nothing were chosen of it', async () => {
    const { json } = await api.ask('/code/facets?language=Go&facets=language,organisation,account,fork');
    expect(json.total).toBe(2);
    const facets = Object.fromEntries(json.facets.map((one: { facet: string }) => [one.facet, one]));
    expect(Object.keys(facets)).toEqual(['language', 'organisation', 'account', 'fork']);
    expect(facets.language).toEqual({
      facet: 'language',
      isExact: true,
      values: [
        { value: 'Go', name: null, count: 2 },
        { value: 'Java', name: null, count: 1 },
      ],
    });
    expect(facets.organisation.values).toContainEqual({ value: 'ville', name: 'La Ville', count: 1 });
    expect(facets.account.values).toContainEqual({ value: 'github.com/ailleurs', name: null, count: 1 });
    expect((await api.ask('/code/facets')).json.facets).toHaveLength(16);
  });

  test('lists accounts with whose they are, and organisations as a tree', async () => {
    const { json } = await api.ask('/code/accounts?organisation=service');
    expect(json.items).toHaveLength(1);
    expect(json.items[0]).toMatchObject({
      address: 'gitlab.example/ville-exemple',
      name: 'Ville d’Exemple',
      organisation: { id: 'service', name: 'Le Service' },
      policyUrl: 'https://ville.example/politique',
      repositoryCount: 3,
      state: 'present',
    });
    expect((await api.ask('/code/accounts?forge=none.example')).json.items).toEqual([]);
    const { json: bodies } = await api.ask('/code/organisations');
    expect(bodies.items.map(({ id, parent }: { id: string; parent: string | null }) => [id, parent])).toEqual(
      [
        ['service', 'ville'],
        ['ville', null],
      ],
    );
    expect((await api.ask('/code/organisations?parent=ville')).json.items[0].id).toBe('service');
  });

  test('every address that it gives leads somewhere', async () => {
    const answers = [
      await api.ask('/code/repositories?limit=1'),
      await api.ask('/code/accounts?limit=1'),
      await api.ask('/code/organisations?limit=1'),
    ];
    for (const { json } of answers)
      for (const value of Object.values({ url: json.url, ...json.items[0] })) {
        if (typeof value !== 'string' || !value.startsWith(it.site.origin)) continue;
        expect([value, (await it.site.get(value.slice(it.site.origin.length))).status]).toEqual([value, 200]);
      }
    const { resources } = (await api.ask('')).json;
    expect(resources['code/repositories']).toBe(`${it.site.origin}/-/api/v1/code/repositories`);
  });

  test('an answer stays the same until the register changes it', async () => {
    const { headers } = await api.ask('/code/repositories');
    const asked = { 'if-none-match': headers.etag as string };
    expect((await api.ask('/code/repositories', asked)).status).toBe(304);
    await it.record([said('nouveau')]);
    const { status, json } = await api.ask('/code/repositories', asked);
    expect([status, json.total]).toEqual([200, 6]);
  });
});

test('a wiki without a register says how to begin one; one whose register is empty lists nothing', async () => {
  await using none = await served({ 'index.md': '# Accueil' });
  const api = await apiOf(none);
  for (const path of ['repositories', 'repositories/a/b', 'facets', 'accounts', 'organisations']) {
    const { status, json } = await api.ask(`/code/${path}`);
    expect([path, status]).toEqual([path, 404]);
    expect(json.detail).toContain('greffe register import');
  }
  expect((await api.ask('')).json.resources).not.toHaveProperty('code/repositories');
  await using empty = await served({ 'index.md': '# Accueil', 'greffe.yml': 'register: {}\n' });
  const { json } = await (await apiOf(empty)).ask('/code/repositories');
  expect(json).toMatchObject({ total: 0, items: [], next: null });
});
