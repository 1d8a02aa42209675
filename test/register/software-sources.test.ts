import { expect, test } from 'vitest';
import { ForgeClient } from '../../src/register/harvest/forge-client.ts';
import { askSources } from '../../src/register/software/sources/ask-sources.ts';
import { onEachEngine } from '../support/engines.ts';
import { type Answers, falseForge } from '../support/forge.ts';
import { catalogue, servedSoftware } from '../support/software.ts';

/** What Wikidata answers of an item, as Wikibase writes it, with the members that nobody needs left out. */
const WIKIDATA = {
  entities: {
    Q186055: {
      type: 'item',
      id: 'Q186055',
      descriptions: {
        fr: { language: 'fr', value: 'logiciel de gestion de versions' },
        'zh-hans': { language: 'zh-hans', value: 'x' },
      },
      claims: {
        P856: [
          {
            rank: 'normal',
            type: 'statement',
            mainsnak: {
              snaktype: 'value',
              property: 'P856',
              datavalue: { type: 'string', value: 'https://git-scm.example/' },
            },
          },
        ],
        P275: [
          { rank: 'normal', mainsnak: { datavalue: { value: { id: 'Q10513450', 'entity-type': 'item' } } } },
        ],
        P306: ['Q388', 'Q1406', 'Q99'].map((id) => ({
          rank: 'normal',
          mainsnak: { datavalue: { value: { id } } },
        })),
        P1324: [
          { rank: 'deprecated', mainsnak: { datavalue: { value: 'https://old.example/git' } } },
          { rank: 'normal', mainsnak: { snaktype: 'novalue' } },
        ],
        P348: [
          {
            rank: 'normal',
            mainsnak: { datavalue: { value: '2.40' } },
            qualifiers: { P577: [{ datavalue: { value: { time: '+2023-03-01T00:00:00Z' } } }] },
          },
          {
            rank: 'normal',
            mainsnak: { datavalue: { value: '2.47' } },
            qualifiers: { P577: [{ datavalue: { value: { time: '+2024-10-07T00:00:00Z' } } }] },
          },
        ],
      },
    },
  },
};

/** The export of the Comptoir du Libre: what is not known is an empty list there. */
const COMPTOIR = {
  date_of_export: '2024-01-01T00:00:00+00:00',
  number_of_software: 2,
  softwares: [
    {
      id: 9,
      name: 'Git',
      url: 'https://comptoir.example/9',
      licence: 'GNU GPL',
      external_resources: {
        website: 'https://other.example',
        repository: 'https://github.com/git/git',
        wikidata: { id: 'Q186055' },
        sill: [],
        cnll: [],
      },
      providers: [
        {
          id: 1,
          name: 'Exemple SARL',
          url: 'https://comptoir.example/1',
          type: 'Company',
          external_resources: { website: null },
        },
      ],
      users: [],
    },
    { id: 10, name: 7 },
  ],
};

const CNLL = [
  {
    nom: 'GIT',
    sill_id: 5,
    prestataires: [
      { nom: 'exemple  sarl', siren: '1', url: 'javascript:alert(1)' },
      { nom: 'Deux', siren: '2', url: 'https://deux.example' },
    ],
  },
  'x',
];

const ANSWERS: Answers = (path) => {
  if (path === '/entity/Q186055.json') return { json: WIKIDATA };
  if (path === '/comptoir.json') return { json: COMPTOIR };
  if (path === '/cnll.json') return { json: CNLL };
  return { status: 404 };
};

const settings = (origin: string, more = '') => `languages: [fr]
software:
  table: liste.csv
  sources:
    - { name: wikidata, url: ${origin}/entity/ }
    - { name: comptoir-du-libre, url: ${origin}/comptoir.json }
    - { name: cnll, url: ${origin}/cnll.json${more} }
`;

const LIST = 'Logiciel,Wikidata,Licence\nGit,Q186055,GPL-2.0-only\nNano,,\n';

onEachEngine('outside sources', (engine) => {
  test('say what the wiki does not, the first that knows a field being believed, and are not asked again for a day', async () => {
    const forge = await falseForge(ANSWERS);
    await using site = await servedSoftware(
      { 'index.md': '# A', 'liste.csv': LIST, 'greffe.yml': settings(forge.origin) },
      { place: await engine.place() },
    );
    const client = new ForgeClient({
      tokens: new Map(),
      privateOrigins: new Map([[forge.host, forge.origin]]),
      contact: undefined,
      backOffMs: 1,
    });
    const ask = async (now: number) => {
      const described = (await site.wiki.site())?.settings.software;
      if (!described) throw new Error('There is a catalogue.');
      const outcomes = await askSources(site.wiki.database, described, { client, now });
      const changed = await catalogue(site.wiki);
      await site.wiki.update();
      return {
        outcomes: outcomes.map(({ name, asked, changed, kept, faults }) => [
          name,
          asked,
          changed,
          kept,
          faults.length,
        ]),
        changed,
      };
    };
    expect(await ask(1_000)).toEqual({
      outcomes: [
        ['wikidata', 1, 1, 0, 0],
        ['comptoir-du-libre', 1, 1, 0, 0],
        ['cnll', 1, 1, 0, 0],
      ],
      changed: true,
    });
    const git = JSON.parse((await site.get('/-/software/software.json')).text)[0];
    expect(git).toMatchObject({
      licence: 'GPL-2.0-only',
      homepage: 'https://git-scm.example/',
      repository: 'https://github.com/git/git',
      latest_version: '2.47',
      systems: ['linux', 'windows'],
      descriptions: { fr: 'logiciel de gestion de versions' },
      providers: [
        { name: 'Exemple SARL', url: null, from: 'comptoir-du-libre' },
        { name: 'Deux', url: 'https://deux.example', from: 'cnll' },
      ],
      origins: {
        licence: 'table',
        homepage: 'wikidata',
        repository: 'comptoir-du-libre',
        'descriptions.fr': 'wikidata',
      },
    });
    const page = (await site.get('/-/software/git')).text;
    expect(page).toContain('d’après Wikidata');
    expect(page).toContain('d’après le Comptoir du Libre');
    expect(forge.answered()).toEqual([200, 200, 200]);
    expect((await ask(2_000)).outcomes.map(([, , , kept]) => kept)).toEqual([1, 1, 1]);
    expect(await ask(90_000)).toEqual({
      outcomes: [
        ['wikidata', 1, 0, 0, 0],
        ['comptoir-du-libre', 1, 0, 0, 0],
        ['cnll', 1, 0, 0, 0],
      ],
      changed: false,
    });
    expect(forge.answered()).toEqual([304, 304, 304]);
    await site.push('Sans le CNLL', { 'greffe.yml': settings(forge.origin, ', off: true') });
    expect(JSON.parse((await site.get('/-/software/software.json')).text)[0].providers).toHaveLength(1);
    expect((await ask(200_000)).outcomes.map(([name]) => name)).toEqual(['wikidata', 'comptoir-du-libre']);
  });
});

test('a source that fails or answers something else takes nothing away, and others are asked all the same', async () => {
  let isBroken = false;
  const forge = await falseForge((path, query, request, body) =>
    isBroken
      ? path === '/cnll.json'
        ? { json: { error: 'x' } }
        : { status: 403 }
      : ANSWERS(path, query, request, body),
  );
  await using site = await servedSoftware({
    'index.md': '# A',
    'liste.csv': LIST,
    'greffe.yml': settings(forge.origin),
  });
  const client = new ForgeClient({
    tokens: new Map(),
    privateOrigins: new Map([[forge.host, forge.origin]]),
    contact: undefined,
    backOffMs: 1,
  });
  const described = (await site.wiki.site())?.settings.software;
  if (!described) throw new Error('There is a catalogue.');
  const ask = (now: number) => askSources(site.wiki.database, described, { client, now });
  await ask(0);
  await catalogue(site.wiki);
  isBroken = true;
  expect((await ask(100_000)).map(({ name, faults }) => [name, faults.map(({ reason }) => reason)])).toEqual([
    ['wikidata', ['refused']],
    ['comptoir-du-libre', ['refused']],
    ['cnll', ['not-understood']],
  ]);
  expect(await catalogue(site.wiki)).toBe(false);
});
