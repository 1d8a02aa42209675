import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SaidAccount, SaidRepository } from '../../src/register/record.ts';
import { Register } from '../../src/register/register.ts';
import { registerContext } from '../../src/register/register-context.ts';
import type { Engine } from '../support/engines.ts';
import { onEachEngine } from '../support/engines.ts';
import { said } from '../support/register.ts';
import { served } from '../support/served.ts';

const FILES = {
  'index.md': '# Accueil',
  'index.en.md': '# Home',
  'greffe.yml': 'languages: [fr, en]\nregister: { accounts: comptes.yml, organisations: orgs.yml }\n',
  'comptes.yml': 'gitlab.example:\n  forge: gitlab\n  owners:\n    ville-exemple: { pso_id: service }\n',
  'orgs.yml': 'ville: La Ville\nservice: { name: Le Service, parent: ville }\n',
};

const REPOSITORIES = [
  said('portailCitoyen', {
    id: '1',
    description: 'Démarches des citoyens & <b>services</b>',
    language: 'Java',
    license: 'MIT License',
    spdx_id: 'MIT',
    stars_count: 12,
    topics: ['Mairie'],
    is_fork: false,
    homepage: 'javascript:alert(1)',
    last_update: '2024-05-06T07:08:09Z',
    has_contributing: true,
    releases: [{ tag: 'v1', name: null, date: null, url: null }],
    dependencies: { direct: ['pkg:npm/%40vue/core@3.1.0'], indirect: [], unknown: [], count: 1 },
    creation_date: '2020-01-01T00:00:00Z',
  }),
  said('carte', {
    description: 'Une carte,\nsur "deux" lignes',
    language: 'Go',
    is_fork: true,
    stars_count: 40,
    repository_url: 'https://github.com/ailleurs/carte',
  }),
  said('vieux', { description: 'Published libraries', language: 'Go', is_archived: true }),
];

const ACCOUNT: SaidAccount = {
  login: 'ville-exemple',
  name: 'Ville d’Exemple',
  organization_url: 'https://gitlab.example/groups/ville-exemple',
  platform: 'GitLab',
};

async function registered(engine: Engine, repositories: readonly SaidRepository[] = REPOSITORIES) {
  const place = await engine.place();
  const site = await served(FILES, { place });
  const register = await Register.open(place.dataFolder, site.wiki.database);
  const record = async (repositories: readonly SaidRepository[]) => {
    const { reader } = site.wiki.database;
    const context = await registerContext(reader, site.wiki.objects, (await site.wiki.site()) as never);
    await register.record(
      context,
      { repositories, accounts: [ACCOUNT] },
      { message: () => 'Import', time: 1_700_000_000 },
    );
    await site.wiki.update();
  };
  await record(repositories);
  /** The names that a search lists, in order. */
  const names = async (query: string) =>
    [...(await site.get(`/-/code?${query}`)).text.matchAll(/<h2><a href="[^"]*">([^<]*)<\/a>/g)].map(
      ([, name]) => name,
    );
  return {
    site,
    names,
    record,
    async [Symbol.asyncDispose]() {
      register.close();
      await site[Symbol.asyncDispose]();
    },
  };
}

onEachEngine('the pages of the register', (engine) => {
  test('all repositories are listed, the most open first', async () => {
    await using it = await registered(engine);
    expect(await it.names('')).toEqual(['portailCitoyen', 'carte', 'vieux']);
    expect(await it.names('sort=stars')).toEqual(['carte', 'portailCitoyen', 'vieux']);
    expect(await it.names('sort=name')).toEqual(['carte', 'portailCitoyen', 'vieux']);
  });

  describe('a search', () => {
    let it: Awaited<ReturnType<typeof registered>>;
    beforeAll(async () => {
      it = await registered(engine);
    });
    afterAll(() => it[Symbol.asyncDispose]());

    test.each([
      ['without accents', 'q=demarches', ['portailCitoyen']],
      ['by a stem', 'q=citoyen', ['portailCitoyen']],
      ['by a part of the name', 'q=portail', ['portailCitoyen']],
      ['by a stem of English', 'q=library', ['vieux']],
      ['by all words', 'q=carte%20citoyen', []],
      ['by a language', 'language=Go&sort=name', ['carte', 'vieux']],
      ['by a licence', 'licence=MIT', ['portailCitoyen']],
      ['by an organisation and those below it', 'organisation=ville', ['portailCitoyen', 'vieux']],
      ['by a topic, whatever its case', 'topic=mairie', ['portailCitoyen']],
      ['by a year', 'year=2020', ['portailCitoyen']],
      ['without forks, of which the unknown is not one', 'fork=no', ['portailCitoyen']],
      ['by two facets', 'language=Go&archived=yes', ['vieux']],
      ['by a guide for contributors', 'contributing=yes&releases=yes', ['portailCitoyen']],
      ['by a package, whatever its version', 'dependency=pkg:npm/@vue/core@2', ['portailCitoyen']],
      ['by a package as it is written', 'dependency=pkg%3Anpm%2F%2540vue%2Fcore', ['portailCitoyen']],
      ['by a package that none has', 'dependency=pkg:npm/%00"', []],
      ['by nothing that there is', 'language=Cobol', []],
    ])('finds repositories %s', async (_, query, expected) => {
      expect(await it.names(query)).toEqual(expected);
    });

    test.each([
      'q="\'()%00*:AND NOT ^',
      'year=a',
      'page=-1',
      'page=1e9',
      'sort=x',
      'topic=%00',
      'fork=maybe',
    ])('that makes no sense is answered: %s', async (query) => {
      expect((await it.site.get(`/-/code?${query.replaceAll(' ', '+')}`)).status).toBe(200);
    });
  });

  test('a facet counts what choosing each of its values would give', async () => {
    await using it = await registered(engine);
    const { text } = await it.site.get('/-/code?fork=yes');
    expect(text).toContain('/-/code?fork=yes');
    const { text: all } = await it.site.get('/-/code');
    expect(all).toMatch(/language=Go"[^>]*>Go <span class="count">2</);
    expect(all).toMatch(/organisation=ville"[^>]*>La Ville <span class="count">2</);
  });

  test('a package that is chosen can be given up', async () => {
    await using it = await registered(engine);
    const { text } = await it.site.get('/-/code?dependency=pkg:npm/@vue/core');
    expect(text).toMatch(/<a href="\/-\/code" aria-label="[^"]*Dépend de[^"]*pkg:npm\/%40vue\/core/);
    expect(text).not.toContain('<summary>Dépend de');
  });

  test('what people write is shown as a text, and leads nowhere it should not', async () => {
    await using it = await registered(engine);
    const { text, status } = await it.site.get(
      '/-/code/repository/gitlab.example/ville-exemple/portailcitoyen',
    );
    expect(status).toBe(200);
    expect(text).toContain('Démarches des citoyens &amp; &lt;b&gt;services&lt;/b&gt;');
    expect(text).not.toMatch(/href="javascript:/);
  });

  test('a repository is found under each address that it had', async () => {
    await using it = await registered(engine);
    await it.record([said('nouveau', { id: '1' })]);
    const former = await it.site.get('/-/code/repository/gitlab.example/ville-exemple/portailcitoyen');
    expect([former.status, former.headers.location]).toEqual([
      301,
      '/-/code/repository/gitlab.example/ville-exemple/nouveau',
    ]);
    const other = await it.site.get('/-/code/repository/GitLab.example/Ville-Exemple/Nouveau');
    expect(other.headers.location).toBe('/-/code/repository/gitlab.example/ville-exemple/nouveau');
  });

  test('an account has a page, in both languages, and so has one of which only code is known', async () => {
    await using it = await registered(engine);
    const french = await it.site.get('/-/code/account/gitlab.example/ville-exemple');
    expect(french.text).toContain('Voir ses 2 dépôts');
    expect(french.text).toContain('Le Service');
    const english = await it.site.get('/-/code/account/gitlab.example/ville-exemple?lang=en');
    expect(english.text).toContain('See its 2 repositories');
    expect((await it.site.get('/-/code/account/github.com/ailleurs')).status).toBe(200);
    expect((await it.site.get('/-/code/account/github.com/personne')).status).toBe(404);
  });

  test('the register is downloaded as CSV that any program reads, and as JSON', async () => {
    await using it = await registered(engine);
    const csv = await it.site.get('/-/code/repositories.csv');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(csv.text.replaceAll('\r\n', '')).not.toContain('\r');
    const rows = parse(csv.text, { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(3);
    const carte = rows.find(({ name }) => name === 'carte');
    expect(carte).toMatchObject({
      is_fork: 'true',
      is_archived: '',
      description: 'Une carte,\nsur "deux" lignes',
    });
    const json = JSON.parse((await it.site.get('/-/code/repositories.json')).text);
    expect(json.find(({ name }: { name: string }) => name === 'carte')).toMatchObject({
      is_fork: true,
      is_archived: null,
      stars_count: 40,
      topics: '',
    });
    expect(JSON.parse((await it.site.get('/-/code/organizations.json')).text)).toMatchObject([
      { login: 'ville-exemple' },
    ]);
  });

  test('what is imported is shown at once', async () => {
    await using it = await registered(engine, []);
    expect((await it.site.get('/-/code')).text).toContain('Le registre est vide');
    expect((await it.site.get('/-/code/repositories.json')).text).toBe('[]\n');
    await it.record(REPOSITORIES);
    expect(await it.names('')).toHaveLength(3);
  });
});

describe('the way to the register', () => {
  test('is on every page of a wiki that has one', async () => {
    await using site = await served(FILES);
    expect((await site.get('/')).text).toContain('href="/-/code"');
    await using other = await served({ 'index.md': '# Accueil' });
    expect((await other.get('/')).text).not.toContain('href="/-/code"');
  });
});
