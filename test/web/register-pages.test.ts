import { parse } from 'csv-parse/sync';
import { XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrowsedRegister, browsedRegister } from '../support/browsed-register.ts';
import { onEachEngine } from '../support/engines.ts';
import { atomFaults, hasXmllint, parseXml, schemaFaults } from '../support/feeds.ts';
import { said } from '../support/register.ts';

const PORTAL = '/-/code/repository/gitlab.example/ville-exemple/portailcitoyen';

onEachEngine('the pages by which the register is browsed', (engine) => {
  let it: BrowsedRegister;
  const get = async (path: string) => await it.site.get(path);
  const text = async (path: string) => (await get(path)).text;
  beforeAll(async () => {
    it = await browsedRegister({ engine });
  });
  afterAll(() => it[Symbol.asyncDispose]());

  test.each([
    ['/-/code/organisations', ['La Ville', 'Le Service', 'Organisme 2b8f1d70', 'Équipe sans nom']],
    [
      '/-/code/organisation/service',
      [
        'La Ville',
        'Ville d’Exemple',
        'Mission libre de la Ville',
        'ville.example/politique',
        '2\u00a0dépôts',
      ],
    ],
    ['/-/code/organisation/ville', ['Le Service', '2\u00a0dépôts']],
    ['/-/code/organisation/2b8f1d70-0000-4000-8000-000000000001', ['Équipe sans nom', '1\u00a0dépôt']],
    ['/-/code/offices', ['Mission libre de la Ville', 'Aide les services.']],
    ['/-/code/office/libre.ville.example', ['libre@ville.example', 'Le Service', 'Ville d’Exemple']],
    ['/-/code/licences', ['MIT', 'OSI, FSF', 'Maison', 'Inconnu']],
    [
      '/-/code/licence/MIT',
      [
        'MIT License',
        'Approuvée par l’Open Source Initiative',
        'Libre selon la Free Software',
        'portailCitoyen',
      ],
    ],
    ['/-/code/licence/Maison', ['SPDX ne connaît pas de licence de ce nom']],
    ['/-/code/languages', ['Java', 'Go']],
    ['/-/code/language/Go', ['2\u00a0dépôts', 'carte', 'vieux']],
    ['/-/code/forges', ['gitlab.example', 'github.com']],
    ['/-/code/forge/gitlab.example', ['GitLab', '3\u00a0dépôts']],
    ['/-/code/forge/github.com', ['GitHub', '1\u00a0dépôt']],
    ['/-/code/topics', ['mairie', 'c &amp; co']],
    ['/-/code/topic/c%20%26%20co', ['portailCitoyen']],
    ['/-/code/dependencies', ['vue', '@ville/carte']],
    ['/-/code/dependencies/pkg:npm/vue', ['2\u00a0dépôts', 'portailCitoyen', 'carte']],
    ['/-/code/dependencies/pkg:npm/@ville/carte', ['@ville/carte', 'portailCitoyen']],
    ['/-/code/dependencies?ecosystem=npm', ['vue']],
    [
      '/-/code/remarkable',
      [
        'Portail citoyen',
        'Le portail.',
        'Deux',
        'Application web',
        '3 février 2024',
        'gitlab.example/ailleurs/inconnu',
        'Il n’est pas encore dans le registre',
      ],
    ],
  ] as const)('%s says what is known', async (path, expected) => {
    const { status, text } = await get(path);
    expect(status).toBe(200);
    for (const words of expected) expect(text).toContain(words);
  });

  test.each([
    '/-/code/organisation/personne',
    '/-/code/office/ailleurs.example',
    '/-/code/licence/Aucune',
    '/-/code/language/%00',
    '/-/code/topic/rien',
    '/-/code/forge/nulle.example',
    '/-/code/dependencies/pkg:npm/rien',
    '/-/code/statistics/rien.svg',
    '/-/code/organisation/',
    '/-/feeds/code/rien.atom',
  ])('what is not there is not found: %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test('every link of these pages leads somewhere', async () => {
    const seen = new Set(['/-/code']);
    for (const path of seen) {
      const answer = await get(path.replaceAll('&amp;', '&'));
      expect([path, answer.status]).toEqual([path, 200]);
      // What facets and sorts list is the same page again.
      if (!/^\/-\/code(?:\/|$)/.test(path)) continue;
      for (const [, href = ''] of answer.text.matchAll(/(?:href|src)="(\/-\/(?:code|feeds\/code)[^"]*)"/g))
        if (!/[?;](?:page|lang|q|sort)=|=.*=/.test(href)) seen.add(href);
    }
    expect(seen.size).toBeGreaterThan(60);
  });

  test('facets tell apart by ministry, by kind and by what files say', async () => {
    const names = async (query: string) =>
      [...(await text(`/-/code?${query}`)).matchAll(/<h2><a href="[^"]*">([^<]*)<\/a>/g)].map(
        ([, name]) => name,
      );
    expect(await names('ministry=ville&sort=name')).toEqual(['portailCitoyen', 'vieux']);
    expect(await names('kind=standalone/web')).toEqual(['portailCitoyen']);
    expect(await names('contributing=yes&releases=yes&heritage=yes&publiccode=yes&fork=no')).toEqual([
      'portailCitoyen',
    ]);
    expect(await names('dependency=pkg:npm/vue&language=Go')).toEqual(['carte']);
    expect(await names('sort=created')).toEqual(['carte', 'portailCitoyen', 'vieux', 'nu']);
    expect((await names('sort=released'))[0]).toBe('portailCitoyen');
  });

  test('counts are those of what choosing them lists, whatever is chosen already', async () => {
    for (const query of ['', 'language=Go', 'organisation=ville', 'forge=gitlab.example&archived=yes']) {
      const page = await text(`/-/code?${query}`);
      const facets = [...page.matchAll(/<a href="(\/-\/code\?[^"]*)">[^<]*<span class="count">(\d+)</g)];
      expect(facets.length).toBeGreaterThan(0);
      for (const [, href = '', count] of facets)
        expect([
          href,
          (await text(href.replaceAll('&amp;', '&'))).match(/>(\d+)\u00a0dépôts?</)?.[1],
        ]).toEqual([href, count]);
    }
  });

  test('a repository says what to copy, what its score is made of, and what is wrong in its publiccode.yml', async () => {
    const page = await text(PORTAL);
    expect(page).toContain('git clone https://gitlab.example/ville-exemple/portailCitoyen');
    expect(page).toContain('swh:1:snp:0123456789abcdef0123456789abcdef01234567');
    expect(page).toContain('/-/code/repository/gitlab.example/ville-exemple/portailcitoyen/publiccode.svg');
    expect(page).toContain('Le portail des &lt;citoyens&gt;.');
    expect(page).toContain(
      'href="https://gitlab.example/ville-exemple/portailCitoyen/-/blob/main/publiccode.yml#L7"',
    );
    expect(page).toContain('releaseDate');
    expect(page).toMatch(/Absent<\/span> CHANGELOG/);
    expect(page).toMatch(/Présent<\/span> CONTRIBUTING/);
    expect(page).toContain('Dire dans un fichier CHANGELOG');
    expect(page).toContain('/-/code/dependencies/pkg:npm/%2540ville/carte');
    expect(page).toContain('De gitlab.example, interrogé par ce registre.');
    expect(page).toContain('Un projet remarquable');
    const missing = await text('/-/code/repository/gitlab.example/ville-exemple/vieux');
    expect(missing).toContain('7 juin 2023\u00a0: son compte ne le liste plus');
    expect(missing).toContain('Cherché en vain pendant 3\u00a0jours.');
    expect(missing).toContain('On n’a pas encore regardé.');
  });

  test.each([
    ['/-/feeds/code/repositories.atom', ['ville-exemple/carte', 'ville-exemple/portailCitoyen']],
    ['/-/feeds/code/repositories.atom?organisation=ville', ['ville-exemple/portailCitoyen']],
    ['/-/feeds/code/repositories.atom?q=portail&language=Java', ['ville-exemple/portailCitoyen']],
    ['/-/feeds/code/releases.atom', ['portailCitoyen\u00a0: Deux', 'portailCitoyen\u00a0: v1.0']],
    ['/-/feeds/code/releases.atom?language=Go', []],
  ] as const)('%s is valid, the newest first', async (path, expected) => {
    const { status, text } = await get(path);
    expect(status).toBe(200);
    expect(atomFaults(parseXml(text))).toEqual([]);
    if (hasXmllint) expect(schemaFaults(text)).toBe('');
    const titles = [...text.matchAll(/<entry[^>]*><id>[^<]*<\/id><title>([^<]*)/g)].map(([, title]) => title);
    expect(titles.slice(0, expected.length)).toEqual(expected);
  });

  test('a repository says after which change its files were read: by its day, or by its commit', async () => {
    expect(await text(PORTAL)).toContain('État des fichiers lus');
    expect(await text(PORTAL)).toContain('<time datetime="2024-05-06T07:08:09Z">6 mai 2024</time>');
    const repositories = [said('tenu', { files_read_at: '1 a1b2c3d4e5f6a7b8' })];
    await using other = await browsedRegister({ engine, repositories });
    const { text: page } = await other.site.get('/-/code/repository/gitlab.example/ville-exemple/tenu');
    expect(page).toContain('<code>a1b2c3d4e5</code>');
  });

  test('each page tells programs of its feeds, and they are there', async () => {
    for (const path of ['/-/code', '/-/code?language=Go', '/-/code/organisation/ville', PORTAL]) {
      const feeds = [
        ...(await text(path)).matchAll(
          /<link rel="alternate" type="application\/(?:atom|feed)[^>]* href="([^"]*)"/g,
        ),
      ];
      expect(feeds.filter(([, href]) => href?.includes('/-/feeds/code/'))).toHaveLength(4);
      for (const [, href = ''] of feeds) expect((await get(href.replaceAll('&amp;', '&'))).status).toBe(200);
    }
  });

  test('a statistic is a picture with a name and a description, and its table is beside it', async () => {
    const page = await text('/-/code/statistics');
    const names = [...page.matchAll(/<section class="statistic" id="([a-z-]+)"/g)].map(([, name]) => name);
    expect(names).toContain('growth');
    for (const name of names) {
      const picture = await get(`/-/code/statistics/${name}.svg`);
      expect(XMLValidator.validate(picture.text)).toBe(true);
      expect(picture.text).toContain(`aria-labelledby="statistic-${name}-title statistic-${name}-desc"`);
      expect(picture.text).toMatch(/<title id="[^"]*">[^<]+<\/title><desc id="[^"]*">[^<]+<\/desc>/);
      const table = await get(`/-/code/statistics/${name}.csv`);
      expect((parse(table.text) as string[][]).length).toBeGreaterThan(1);
    }
    expect((await get('/-/code/statistics/growth.csv')).text).toBe(
      '"Année","Créés","En tout"\r\n"2020",1,1\r\n"2022",1,2\r\n',
    );
    expect((await get('/-/code/statistics/licensed.csv?lang=en')).text).toContain(
      '"A licence is known",2,"50%"',
    );
  });

  test('accounts are shown by who follows them, where their forges say it', async () => {
    expect(await text('/-/code/account/gitlab.example/ville-exemple')).toMatch(
      /<dt>Abonnés<\/dt><dd>1\u202f234<\/dd>/,
    );
    expect(await text('/-/code/account/gitlab.example/sans-nom?lang=en')).not.toContain('Followers');
    expect((await get('/-/code/statistics/accounts-followers.csv')).text).toBe(
      '"Compte","Dépôts","Abonnés"\r\n"Ville d’Exemple",2,1234\r\n',
    );
    const account = (login: string, more: object) => ({
      login,
      name: 'Les Archives',
      organization_url: `https://github.com/${login}`,
      platform: 'GitHub',
      ...more,
    });
    await using other = await browsedRegister({ engine, accounts: [account('muettes', {})] });
    expect((await other.site.get('/-/code/statistics')).text).not.toContain('accounts-followers');
    await other.record(
      [],
      [
        account('une', { followers_count: 3 }),
        account('deux', { followers_count: 2 ** 40 }),
        account('personne', { name: 'Seule', followers_count: 0 }),
        account('disparue', { followers_count: 9, gone: '2024-01-01T00:00:00Z' }),
      ],
    );
    expect((await other.site.get('/-/code/statistics')).text).toContain('id="accounts-followers"');
    expect((await other.site.get('/-/code/statistics/accounts-followers.csv?lang=en')).text).toBe(
      '"Account","Repositories","Followers"\r\n' +
        '"Les Archives, github.com/deux",0,2147483647\r\n' +
        '"Les Archives, github.com/une",0,3\r\n' +
        '"Seule",0,0\r\n',
    );
  });

  test('what is recorded is counted at once', async () => {
    await using other = await browsedRegister({ engine, repositories: [] });
    expect((await other.site.get('/-/code/languages')).text).toContain('On n’en sait rien encore.');
    expect((await other.site.get('/-/code/statistics')).status).toBe(200);
    await other.record([said('outil', { language: 'Rust' })]);
    expect((await other.site.get('/-/code/languages')).text).toContain('/-/code/language/Rust');
  });
});
