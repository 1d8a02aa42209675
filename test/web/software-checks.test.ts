import { expect, test } from 'vitest';
import { onEachEngine } from '../support/engines.ts';
import { allFindings } from '../support/findings.ts';
import { repository, submodule, symlink } from '../support/git.ts';
import { served } from '../support/served.ts';
import { SOFTWARE_FILES } from '../support/software.ts';
import { type IndexedWiki, indexed } from '../support/wiki.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

const told = async (wiki: IndexedWiki) =>
  (await allFindings(wiki))
    .filter(({ rule }) => rule === 'software' || rule === 'unreferenced-file')
    .map(({ path, line, rule, detail }) => `${path}:${line} ${rule} ${detail.message ?? ''}`.trimEnd());

const WRONG = {
  ...SOFTWARE_FILES,
  'liste.csv': 'Identifiant,Logiciel,Critique,Catégorie\n1,Git,Oui,Code\n1,Vim,peut-être,Code\n2,,Non,Code\n',
  'fiches/vim.md':
    '---\ntitle: Vim\nsoftware: 1\ninstances:\n  - https://vim.example\n  - {}\nattributes: { hosted: hm }\n---\n',
  'formations.yml': '- organisme: École\n  site_web: 3\n- formations: [Git]\n',
  'greffe.yml': SOFTWARE_FILES['greffe.yml']
    .replace('marche.md', 'marche-2.md')
    .replace('etudes/', 'veille/'),
};

const FOUND = [
  'fiches/vim.md:3 software software: 1 has a sheet already, fiches/git.md; name another one, or put both in one page',
  'fiches/vim.md:6 software instances.1: “{}” is not understood; write an address, or { url: … }',
  'fiches/vim.md:7 software attributes.hosted: “hm” is not understood; write yes or no',
  'formations.yml:2 software site_web: is not a text; put it between quotation marks',
  'formations.yml:3 software organisme: is missing: name the organisation',
  'greffe.yml:6 software software.studies: there is no folder veille; add it, or take the setting away',
  'greffe.yml:13 software software.contracts.support.page: there is no file marche-2.md; add it, or take the setting away',
  'liste.csv:3 software Vim: the identifier 1 is that of line 2 already; give it another one',
  'liste.csv:3 software Vim: “peut-être” is not understood as critical; write yes or no',
  'liste.csv:4 software the row names no software; write its name, or take the row away',
];

test('what is wrong in the files of the catalogue is found in each with its line, and nothing in those that are right', async () => {
  expect(await told(await indexed(SOFTWARE_FILES))).toEqual([]);
  expect(await told(await indexed(WRONG))).toEqual(FOUND);
});

test('the page of checks says it in the language of its reader', async () => {
  await using site = await served(WRONG);
  const french = plain((await site.get('/-/checks')).text);
  expect(french).toContain('Fichiers du catalogue de logiciels');
  expect(french).toContain('Vim : l’identifiant 1 est déjà celui de la ligne 2 ; donnez-lui-en un autre.');
  expect(french).toContain('instances.1 : « {} » n’est pas compris ; écrivez une adresse, ou { url: … }.');
  expect(french).toContain(
    'software.studies : il n’y a pas de dossier veille ; ajoutez-le, ou retirez le réglage.',
  );
  const english = (await site.get('/-/checks?lang=en')).text;
  expect(english).toContain('Files of the software catalogue');
  expect(english).toContain('Vim: “peut-être” is not understood as critical; write yes or no.');
});

onEachEngine('the files of the catalogue', (engine) => {
  test('are looked at again when one of them is mended, renamed, named or no longer named', async () => {
    const wiki = await repository(WRONG);
    const kept = await indexed(wiki, { place: await engine.place() });
    const after = async (message: string, changes: Record<string, string | null>) => {
      await wiki.commit(message, changes);
      await kept.update();
      return await told(kept);
    };
    const but = (pattern: RegExp) => FOUND.filter((one) => !pattern.test(one));
    expect(await after('Une étude', { 'veille/a.md': '# A' })).toEqual(but(/studies/));
    expect(await after('Le marché', { 'marche-2.md': '# Le marché' })).toEqual(but(/studies|contracts/));
    expect(
      await after('Sans la première fiche', { 'fiches/git.md': null, 'fiches/git.en.md': null }),
    ).toEqual(but(/studies|contracts|already, fiches/));
    const { 'formations.yml': courses } = SOFTWARE_FILES;
    expect(await after('Les formations', { 'formations.yml': courses })).toEqual(
      but(/studies|contracts|already, fiches|formations/),
    );
    expect(
      await after('Les colonnes', {
        'liste.csv': 'Identifiant,Produit,Critique,Catégorie\n1,Git,Oui,Code\n',
      }),
    ).toContain(
      'liste.csv:1 software there is no column Logiciel; the columns are Identifiant, Produit, Critique, Catégorie. Say which of them it is in software.columns.name',
    );
    const renamed = WRONG['greffe.yml'].replace('name: Logiciel', 'name: Produit');
    expect(await after('Les réglages', { 'greffe.yml': renamed })).toEqual(
      but(/studies|contracts|already, fiches|formations|liste/),
    );
    expect(await after('Sans catalogue', { 'greffe.yml': 'languages: [fr, en]\n' })).toEqual([
      'formations.yml:1 unreferenced-file',
    ]);
    expect(await after('Un catalogue de nouveau', { 'greffe.yml': renamed })).toEqual(
      but(/studies|contracts|already, fiches|formations|liste/),
    );
    expect(await after('Sans tableau', { 'liste.csv': null })).toContain(
      'greffe.yml:3 software software.table: there is no file liste.csv; add it, or take the setting away',
    );
  });
});

test('a line that moved is the same finding', async () => {
  const wiki = await repository(WRONG);
  const kept = await indexed(wiki);
  const subjects = async () => (await allFindings(kept)).map(({ path, subject }) => `${path} ${subject}`);
  const before = await subjects();
  await wiki.commit('Une ligne', { 'liste.csv': WRONG['liste.csv'].replace('\n', '\n7,Nano,Non,Code\n') });
  await kept.update();
  expect(await subjects()).toEqual(before);
});

test('what settings name that is neither a file nor a folder is not there, and is not read', async () => {
  const wiki = await repository({
    'index.md': '# Accueil',
    'greffe.yml':
      'software: { table: fiches, sheets: index.md, trainings: lien.yml, contracts: { a: { page: sous } } }\n',
    'fiches/a.md': '# A',
    'lien.yml': symlink('index.md'),
    sous: submodule(),
  });
  expect(await told(await indexed(wiki))).toEqual([
    'greffe.yml:1 software software.table: there is no file fiches; add it, or take the setting away',
    'greffe.yml:1 software software.sheets: there is no folder index.md; add it, or take the setting away',
    'greffe.yml:1 software software.trainings: there is no file lien.yml; add it, or take the setting away',
    'greffe.yml:1 software software.contracts.a.page: there is no file sous; add it, or take the setting away',
  ]);
});
