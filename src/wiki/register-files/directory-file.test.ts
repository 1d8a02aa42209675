import { expect, test } from 'vitest';
import { registerOf } from '../../../test/support/register.ts';
import { concerned, readDirectory } from './directory-file.ts';
import { ancestors } from './organisations-file.ts';

const part = (service: string) => ({ type_hierarchie: 'Service Fils', service });
const messages = (source: unknown) =>
  readDirectory(JSON.stringify(source)).findings.map(({ message }) => message);

const SERVICES = [
  {
    id: 'ministere',
    nom: 'Ministère des Exemples',
    sigle: 'ME',
    hierarchie: [part('direction'), { type_hierarchie: 'Autre hiérarchie', service: 'ailleurs' }],
  },
  { id: 'direction', nom: 'Direction', hierarchie: JSON.stringify([part('bureau'), part('absent')]) },
  { id: 'bureau', nom: 'Bureau', hierarchie: [] },
  { id: 'ailleurs', nom: 'Ailleurs', hierarchie: null },
];

test.each([
  ['an export of the whole', { service: SERVICES }],
  ['a list alone', SERVICES],
])('services form a tree by their parts: %s', (_, source) => {
  const { value, findings } = readDirectory(JSON.stringify(source));
  expect(findings).toEqual([]);
  expect(Object.fromEntries(ancestors(value))).toEqual({
    ministere: [],
    direction: ['ministere'],
    bureau: ['direction', 'ministere'],
    ailleurs: [],
  });
});

test('services that are parts of each other are told, and stand without', () => {
  const source = [
    { id: 'a', nom: 'A', hierarchie: [part('b')] },
    { id: 'b', nom: 'B', hierarchie: [part('a'), part('c')] },
    { id: 'c', nom: 'C', hierarchie: [part('c')] },
  ];
  expect(messages(source)).toEqual([
    'a: is its own parent (a -> b -> a); take one of these parents away',
    'b: is its own parent (b -> a -> b); take one of these parents away',
  ]);
  const { value } = readDirectory(JSON.stringify(source));
  expect(value.map(({ parent }) => parent)).toEqual([undefined, undefined, 'b']);
});

test.each([
  ['no JSON', 'service', 'the file is no export of lannuaire.service-public.fr: a JSON list of services'],
  [
    'JSON of something else',
    '{"service": {}}',
    'the file is no export of lannuaire.service-public.fr: a JSON list of services',
  ],
  [
    'a service without a name',
    '[{"id":"a"},{"id":"b","nom":"B"}]',
    'service 0: nom is not what it should be',
  ],
  ['an identifier that is none', '[{"id":"<b>","nom":"B"}]', 'service 0: id is not what it should be'],
  [
    'a hierarchy that is none',
    '[{"id":"a","nom":"A","hierarchie":"x"}]',
    'service 0: hierarchie is not what it should be',
  ],
  ['a service twice', '[{"id":"a","nom":"A"},{"id":"a","nom":"B"}]', 'a: is there already'],
])('%s is told', (_, source, message) => {
  expect(readDirectory(source).findings.map((finding) => finding.message)).toEqual([message]);
});

test('of a hundred faults fifty are told', () => {
  const { findings } = readDirectory(JSON.stringify(Array.from({ length: 100 }, () => 1)));
  expect([findings.length, findings.at(-1)?.message]).toEqual([51, 'and 50 more are wrong']);
});

test('only what a register concerns is kept of a directory', () => {
  const { value } = readDirectory(JSON.stringify(SERVICES));
  expect(concerned(value, ['bureau', undefined, 'inconnu']).map(({ id }) => id)).toEqual([
    'bureau',
    'direction',
    'ministere',
  ]);
});

test('the directory gives names and parents to what the wiki’s own files name', async () => {
  const { context } = await registerOf({
    'index.md': '# Accueil',
    'greffe.yml': 'register: { accounts: comptes.yml, organisations: orgs.yml, directory: annuaire.json }\n',
    'comptes.yml':
      'gitlab.example:\n  forge: gitlab\n  owners:\n    un: { pso_id: bureau }\n    deux: { pso_id: cellule }\n',
    'orgs.yml': 'direction: Notre direction\ncellule: { name: Cellule, parent: direction }\n',
    'annuaire.json': JSON.stringify({ service: SERVICES }),
  });
  const { organisations, findings } = await context();
  expect(findings).toEqual([]);
  expect(organisations.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
    { id: 'bureau', name: 'Bureau', parent: 'direction' },
    { id: 'cellule', name: 'Cellule', parent: 'direction' },
    { id: 'direction', name: 'Notre direction', parent: 'ministere' },
    { id: 'ministere', name: 'Ministère des Exemples', parent: null },
  ]);
});
