import { expect, test } from 'vitest';
import { readSettings, type SoftwareSettings } from '../../config/settings.ts';
import { readFrontMatter } from '../../wiki/front-matter.ts';
import { readSoftwareList } from '../../wiki/software-files/read-list.ts';
import { saidRows } from '../../wiki/software-files/row-said.ts';
import { readSheet } from '../../wiki/software-files/sheet.ts';
import { readTrainings } from '../../wiki/software-files/trainings.ts';
import { softwareFileSentence } from './software-file-fr.ts';

const settings = readSettings(`software:
  attributes:
    drapeau: { kind: flag, column: Drapeau }
    nombre: { kind: number, column: Nombre }
    jour: { kind: date, column: Jour }
    lien: { kind: link, column: Lien }
`).settings.software as SoftwareSettings;

const messages = (findings: readonly { readonly message: string }[]) =>
  findings.map(({ message }) => message);

function ofTable(text: string | Uint8Array): readonly string[] {
  const list = readSoftwareList(Buffer.from(text), 'liste.csv', settings);
  return messages([...list.findings, ...saidRows(list, settings).findings]);
}

function ofSheet(front: string): readonly string[] {
  const { values } = readFrontMatter(`---\n${front}\n---\n`);
  return messages(
    readSheet({ path: 'a.md', title: 'A', front: values, descriptions: {} }, settings).findings,
  );
}

const ofTrainings = (text: string) => messages(readTrainings(text).findings);

/** What is wrong in each of the ways that the readers know. */
const WRONG: Readonly<Record<string, readonly string[]>> = {
  table: [
    ...ofTable(''),
    ...ofTable('Identifiant,Produit\n1,Git\n'),
    ...ofTable('Identifiant,Logiciel\n1,Git\n1,Vim: the editor\n2,\n'),
    ...ofTable(
      'Logiciel,Critique,Statut,Depuis,Dépôt,Site,Wikidata,Drapeau,Nombre,Jour,Lien\nA: b,?,?,?,?,?,?,?,?,?,?\n',
    ),
    ...ofTable(Buffer.alloc(16 * 1024 * 1024 + 1, 'Logiciel\n')).slice(0, 1),
  ],
  sheet: ofSheet(`critical: "?"
status: "?"
since: "?"
repository: "?"
homepage: "?"
wikidata: "?"
withdrawn: { on: "?" }
similar: [{}, { name: A, free: "?", wikidata: "?" }]
instances: [{}]
providers: [{}, { name: A, url: "?" }]
contributions: [{}, { title: A, url: "?", date: "?" }]
attributes: { "drapeau": "?", nombre: "?", jour: "?", lien: "?", couleur: bleu }`).concat(
    ofSheet('attributes: [a]'),
  ),
  trainings: [
    'a: 1',
    'x'.repeat(4 * 1024 * 1024 + 1),
    '- organisme: A\n   formations: []',
    '- organisme: A\n\tformations: []',
    '- organisme: "A',
    '- organisme: A\n  organisme: B',
    '- organisme: A: B',
    '- organisme: @a',
    '- organisme: [A',
    'a:\n\t- b: 1',
    '- a\n b: 1',
    '- *a',
    '['.repeat(2_000),
    '- &a { organisme: a }\n- [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a]',
    '- un',
    '- {}',
    '- { organisme: 3, description: "", adresse: [] }',
    `- { organisme: ${'a'.repeat(301)}, formations: [{}, ${'a'.repeat(1_001)}], courriel: ${'a'.repeat(10_001)} }`,
    '- { organisme: "", formations: a }',
    `- { organisme: A, formations: [${'a, '.repeat(1_001)}] }`,
  ].flatMap((text) => {
    const said = ofTrainings(text);
    expect(said, text.slice(0, 60)).not.toEqual([]);
    return said;
  }),
  // Said of all files together: see `test/web/software-checks.test.ts`.
  files: [
    'software: 1 has a sheet already, fiches/git.md; name another one, or put both in one page',
    'software.table: there is no file liste.csv; add it, or take the setting away',
    'software.contracts.support.page: there is no folder a: b; add it, or take the setting away',
  ],
};

/** Words of an English sentence, outside of what it quotes. */
const ENGLISH = /\b(?:the|is|are|there|this|not|write|or|and|of|it|make|keep|put|column|missing)\b/;

test.each(Object.entries(WRONG))('all that can be wrong in a %s has a sentence in French', (_, said) => {
  expect(said.length).toBeGreaterThan(2);
  for (const message of said) {
    const french = softwareFileSentence(message);
    expect.soft(french).not.toBe(message);
    const quoted = french.replace(/«[^»]*»|^Vim: the editor|software\.\S+/g, '');
    expect.soft(quoted).not.toMatch(ENGLISH);
  }
});

const plain = (text: string) => softwareFileSentence(text).replace(/[\u00a0\u202f]/g, ' ');

test('a sentence in French keeps the names, the values and the settings', () => {
  expect(ofTable('Identifiant,Produit\n1,Git\n').map(plain)[0]).toBe(
    'il n’y a pas de colonne Logiciel ou Nom ou Nom du logiciel ou Software ou Name ; les colonnes sont Identifiant, Produit. Dites laquelle c’est dans software.columns.name',
  );
  expect(ofTable('Logiciel,Critique\nVim: l’éditeur,peut-être\n').map(plain)).toContain(
    'Vim: l’éditeur : « peut-être » n’est pas compris comme valeur de critical ; écrivez oui ou non',
  );
});

test('a sentence that nobody knows stays as it is', () => {
  expect(softwareFileSentence('something else')).toBe('something else');
});
