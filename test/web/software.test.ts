import { parse } from 'csv-parse/sync';
import jsonld from 'jsonld';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Register } from '../../src/register/register.ts';
import { registerContext } from '../../src/register/register-context.ts';
import { readSill } from '../../src/register/software/sill.ts';
import { onEachEngine } from '../support/engines.ts';
import { temporaryFolder } from '../support/folder.ts';
import { said } from '../support/register.ts';
import { catalogue, SOFTWARE_FILES, servedSoftware } from '../support/software.ts';
import { tableSchemaFaults } from '../support/table-schema.ts';

type Site = Awaited<ReturnType<typeof servedSoftware>>;

const textOf = (html: string) =>
  html
    .replace(/^.*<main[^>]*>|<\/main>.*$/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

onEachEngine('the catalogue of supported software', (engine) => {
  let site: Site;
  beforeAll(async () => {
    site = await servedSoftware(SOFTWARE_FILES, { place: await engine.place() });
  });
  afterAll(() => site?.[Symbol.asyncDispose]());

  test('lists the rows of the table, then what only sheets know', async () => {
    expect(await site.names('sort=table')).toEqual(['Git', 'GLPI &lt;b&gt;', '日本語入力', 'Subversion']);
    expect(await site.names()).toEqual(['Git', 'GLPI &lt;b&gt;', 'Subversion', '日本語入力']);
  });

  test.each([
    ['without accents', 'q=developpement', ['Git']],
    ['by a stem of a sheet', 'q=version', ['Git']],
    ['by a stem of a translation', 'q=tracking', ['Git']],
    ['in a script without spaces', 'q=日本語', ['日本語入力']],
    ['by category', 'category=Bureautique', ['日本語入力']],
    ['by criticality', 'critical=yes', ['Git']],
    ['by status', 'status=withdrawn', ['Subversion']],
    ['by licence', 'licence=GPL-2.0-only', ['Git']],
    ['by system, whatever its case', 'system=linux', ['Git']],
    ['by contract', 'contract=support&sort=table', ['Git', 'GLPI &lt;b&gt;', '日本語入力']],
    ['by an attribute of the settings', 'attribute.hosted=no', ['Git']],
    ['by nothing that there is', 'category=x', []],
    ['by a facet that there is not', 'attribute.none=x&critical=yes', ['Git']],
  ])('finds software %s', async (_, query, expected) => {
    expect(await site.names(query)).toEqual(expected);
  });

  test.each(['q="\'()%00*:AND', 'page=-1', 'page=1e9', 'sort=x', 'category=%00'])(
    'answers what makes no sense: %s',
    async (query) => {
      expect((await site.get(`/-/software?${query}`)).status).toBe(200);
    },
  );

  test('counts what choosing each value of a facet would give', async () => {
    const { text } = await site.get('/-/software');
    expect(text).toMatch(/critical=no"[^>]*>Non critique <span class="count">2</);
    expect(text).toMatch(/attribute\.hosted|Criticité/);
    expect((await site.get('/-/software?lang=en')).text).toContain('Not critical');
  });

  test('tells all that is known of a software, who says it, and what the wiki has about it', async () => {
    const { text } = await site.get('/-/software/1');
    const read = textOf(text);
    for (const part of [
      'Suit les versions des textes.',
      'GPL-2.0-only d’après la fiche',
      'Recommandé depuis mai 2020',
      'Systèmes Linux , Windows d’après la fiche',
      'Hébergé Non',
      'Marché de support',
      'Perforce (non libre)',
      'https://git.morvaine.example (Pour : Les agents)',
      'École (Débuter avec Git)',
      'Un correctif (1 avril 2024)',
      'Étude de Git (1 mars 2024)',
      'Le marché',
      'Ajouté au tableau',
    ])
      expect(read).toContain(part);
    expect(text).toContain('href="/fiches/git"');
    expect(text).toContain('href="/-/software/2"');
    expect(textOf((await site.get('/-/software/1?lang=en')).text)).toContain('Tracks versions of texts.');
  });

  test('says why a software is withdrawn, as a text', async () => {
    const { text } = await site.get('/-/software/subversion');
    expect(text).toContain('Remplacé par &lt;i&gt;Git&lt;/i&gt;');
    expect(textOf(text)).toContain('1 février 2024');
    expect(textOf(text)).toContain('Dernière version recommandée : 1.14');
  });

  test('compares two or three, and says so of more', async () => {
    const read = async (query: string) => textOf((await site.get(`/-/software/compare?${query}`)).text);
    expect(await read('with=1&with=2')).toMatch(/Git GLPI .* Licence GPL-2.0-only .* –/);
    expect(await read('with=1&with=2&with=3&with=subversion')).toContain('Trois logiciels au plus');
    expect(await read('with=1&with=none')).toContain('Cochez deux ou trois');
  });

  test('shows a contract, what it covers, who may call upon it, and studies', async () => {
    const { text } = await site.get('/-/software/contracts/support');
    const read = textOf(text);
    expect(read).toContain('Terminé depuis le 31 décembre 2024');
    expect(read).toContain('Voir les 3 logiciels couverts');
    expect(read).toContain('2 bénéficiaires');
    expect(text).toContain('action="/-/table/beneficiaires.csv"');
    expect(read.match(/Étude de Git/g)).toHaveLength(1);
    expect((await site.get('/-/software/contracts/none')).status).toBe(404);
    expect((await site.get('/-/software/contracts/constructor')).status).toBe(404);
  });

  test('finds courses by the beginnings of words', async () => {
    expect(textOf((await site.get('/-/software/trainings?q=debut')).text)).toContain('1 organisme École');
    expect(textOf((await site.get('/-/software/trainings?q=python')).text)).toContain('0 organisme');
  });

  test('is downloaded as CSV, JSON, JSON Lines, and as the SILL is', async () => {
    const csv = await site.get('/-/software/software.csv');
    const rows = parse(csv.text, { columns: true }) as Record<string, string>[];
    expect(rows.map(({ key, critical }) => [key, critical])).toEqual([
      ['1', 'true'],
      ['2', 'false'],
      ['3', 'false'],
      ['subversion', ''],
    ]);
    expect(rows[0]).toMatchObject({
      description_en: 'Tracks versions of texts.',
      attribute_hosted: 'false',
      systems: 'Linux,Windows',
    });
    const json = JSON.parse((await site.get('/-/software/software.json')).text);
    expect(json[0]).toMatchObject({ name: 'Git', critical: true, origins: { licence: 'sheet' } });
    const lines = (await site.get('/-/software/software.jsonl')).text.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).name)).toHaveLength(4);
    const sill = readSill((await site.get('/-/software/sill.json')).text);
    expect(sill.software.map(({ name, status }) => `${name} ${status}`)).toContain('Subversion withdrawn');
  });

  test('is described to programs as a data package and as DCAT, and the files that they name are there', async () => {
    const told = JSON.parse((await site.get('/-/software/datapackage.json?lang=en')).text);
    expect(told).toMatchObject({ profile: 'data-package', name: 'software' });
    expect(told.resources.map(({ path }: { path: string }) => path)).toEqual([
      'software.csv',
      'software.json',
      'software.jsonl',
      'software.parquet',
    ]);
    const [{ path, schema }] = told.resources;
    const rows = parse((await site.get(`/-/software/${path}`)).text, { columns: true }) as Record<
      string,
      string
    >[];
    expect(schema.fields.map(({ name }: { name: string }) => name)).toEqual(Object.keys(rows[0] as object));
    for (const row of rows) expect(tableSchemaFaults(schema, row)).toEqual([]);
    const dcat = await site.get('/-/software/catalog.jsonld');
    expect(dcat.headers['content-type']).toBe('application/ld+json');
    const nodes = (await jsonld.flatten(JSON.parse(dcat.text))) as unknown as Record<string, unknown>[];
    const files = nodes.flatMap(
      (node) => (node['http://www.w3.org/ns/dcat#accessURL'] as { '@id': string }[]) ?? [],
    );
    expect(files).toHaveLength(4);
    for (const { '@id': url } of files) expect((await site.get(new URL(url).pathname)).status, url).toBe(200);
  });
});

test('a push changes the catalogue; what a row was stays under its address, and in feeds', async () => {
  await using site = await servedSoftware();
  const commit = await site.push('Liste de mai', {
    'liste.csv':
      'Identifiant,Logiciel,Critique,Catégorie\n1,Git,Non,Développement\n4,Nano,Non,Bureautique\n3,日本語入力,Non,Bureautique\n',
  });
  expect(await site.names('sort=table')).toEqual(['Git', 'Nano', '日本語入力', 'Subversion']);
  expect(textOf((await site.get('/-/software/1')).text)).toContain('Critique : Oui devient Non');
  const gone = await site.get('/-/software/2');
  expect(textOf(gone.text)).toContain('Ce logiciel ne figure plus au tableau depuis le 1 janvier 2024');
  expect(gone.text).not.toContain('rel="canonical"');
  const changes = await site.get('/-/software/changes');
  expect(textOf(changes.text)).toMatch(/Liste de mai .*3 changements .*Critique : Oui devient Non – Git/);
  const feed = await site.get('/-/feeds/software.atom');
  expect(feed.text).toContain('<title>Liste de mai</title>');
  expect(feed.text).toContain(`/-/commit/${commit}`);
  const own = JSON.parse((await site.get('/-/feeds/software/1.json')).text);
  expect(own.items.map(({ title }: { title: string }) => title)).toEqual(['Liste de mai', 'First version']);
  expect((await site.get('/-/feeds/software/none.atom')).status).toBe(404);
});

test('a table whose columns were renamed leaves the last good register, and says what to map', async () => {
  await using site = await servedSoftware();
  const renamed =
    'Identifiant,Produit,Critique,Catégorie\n1,Git,Oui,Développement\n9,Zed,Non,Développement\n';
  await site.push('Colonnes', { 'liste.csv': renamed });
  expect(await site.names('sort=table')).toEqual(['Git', 'GLPI &lt;b&gt;', '日本語入力', 'Subversion']);
  const { text } = await site.get('/-/software');
  expect(textOf(text)).toContain('La dernière version du tableau qui se lit entièrement reste affichée.');
  expect(textOf(text)).toContain(
    'Il n’y a pas de colonne Logiciel ; les colonnes sont Identifiant, Produit, Critique, Catégorie. Dites laquelle c’est dans software.columns.name.',
  );
  expect((await site.get('/-/software?lang=en')).text).toContain(
    'There is no column Logiciel; the columns are Identifiant, Produit, Critique, Catégorie. Say which of them it is in software.columns.name.',
  );
  await site.push('Réglages', {
    'greffe.yml': SOFTWARE_FILES['greffe.yml'].replace('name: Logiciel', 'name: [Produit, Logiciel]'),
  });
  expect(await site.names('sort=table')).toEqual(['Git', 'Zed', 'Subversion']);
  expect(textOf((await site.get('/-/software/1')).text)).toMatch(/Histoire de sa ligne .* Ajouté au tableau/);
});

test('a software whose row went and whose sheet says why keeps its address and its history', async () => {
  await using site = await servedSoftware();
  await site.push('Retrait', {
    'liste.csv':
      'Identifiant,Logiciel,Critique,Catégorie\n1,Git,Oui,Développement\n3,日本語入力,Non,Bureautique\n',
    'fiches/glpi.md': '---\ntitle: GLPI <b>\nwithdrawn: Plus soutenu\n---\n',
  });
  const read = textOf((await site.get('/-/software/2')).text);
  expect(read).toContain('Ce logiciel n’est plus recommandé. Plus soutenu');
  expect(read).toContain('Retiré du tableau');
});

test('what is not there is told, and the rest of the catalogue stands', async () => {
  const { 'formations.yml': _, ...files } = SOFTWARE_FILES;
  await using site = await servedSoftware({
    ...files,
    'fiches/vim.md': '---\nsoftware: 1\nsince: hier\n---\n',
  });
  const read = textOf((await site.get('/-/software')).text);
  expect(read).toContain('greffe.yml, ligne 7 software.trainings : il n’y a pas de fichier formations.yml');
  expect(read).toContain('fiches/vim.md, ligne 2 software : 1 a déjà une fiche, fiches/git.md');
  expect(read).toContain('fiches/vim.md, ligne 3 since : « hier » n’est pas compris ; écrivez une date');
  expect(await site.names()).toContain('Git');
});

test('nothing is made again while nothing changed', async () => {
  await using site = await servedSoftware();
  expect(await catalogue(site.wiki)).toBe(false);
  const { generation } = site.wiki;
  await site.push('Ailleurs', { 'index.md': '# Autre accueil' });
  expect(site.wiki.generation).toBe(generation + 1);
});

test('the repository of a software leads to the register, and former addresses of keys to theirs', async () => {
  await using site = await servedSoftware(SOFTWARE_FILES, {});
  const { database, objects } = site.wiki;
  const register = await Register.open(await temporaryFolder('register'), database);
  const context = await registerContext(database.reader, objects, (await site.wiki.site()) as never);
  const git = said('git', { repository_url: 'https://github.com/git/git', organization_name: 'git' });
  await register.record(context, { repositories: [git], accounts: [] }, { message: () => 'Import', time: 1 });
  register.close();
  await site.wiki.update();
  expect((await site.get('/-/software/1')).text).toContain('href="/-/code/repository/github.com/git/git"');
  expect((await site.get('/-/code/repository/github.com/git/git')).text).toContain(
    '<a href="/-/software/1">Git</a>',
  );
  expect((await site.get('/-/software/SUBVERSION')).headers.location).toBe('/-/software/subversion');
});

test('a wiki without a catalogue has no page of one', async () => {
  await using site = await servedSoftware({ 'index.md': '# Accueil' });
  expect((await site.get('/')).text).not.toContain('href="/-/software"');
  for (const path of ['/-/software', '/-/software/1', '/-/software/software.csv', '/-/feeds/software.atom'])
    expect((await site.get(path)).status, path).toBe(404);
});
