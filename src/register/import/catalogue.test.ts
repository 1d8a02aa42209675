import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasRealCode, realCode } from '../../../test/support/real-wiki.ts';
import { readCatalogue } from './catalogue.ts';

const read = (text: string) => readCatalogue('file', Buffer.from(text));
const json = (value: unknown) => read(JSON.stringify(value));

test('French and English headers say the same', () => {
  const english = read(
    'name,organization_name,platform,repository_url,is_fork,stars_count,license,topics\n' +
      'outil,exemple,GitLab,https://gitlab.example/exemple/outil,True,3,MIT License,"a,b"\n',
  );
  const french = read(
    'nom,organisation_nom,plateforme,repertoire_url,est_fork,nombre_stars,licence,topics\n' +
      'outil,exemple,GitLab,https://gitlab.example/exemple/outil,True,3,MIT License,"a,b"\n',
  );
  expect(french).toEqual(english);
  expect(english.repositories).toMatchObject([
    {
      name: 'outil',
      is_fork: true,
      stars_count: 3,
      license: 'MIT License',
      spdx_id: 'MIT',
      topics: ['a', 'b'],
    },
  ]);
});

test('what is unknown is not false, and what is empty is not a text', () => {
  const [said] = read(
    'name,organization_name,platform,repository_url,description,is_fork,stars_count\n' +
      'outil,exemple,GitLab,https://gitlab.example/exemple/outil,,,\n',
  ).repositories;
  expect(said).toMatchObject({ description: null });
  expect([said?.is_fork, said?.stars_count, said?.is_archived]).toEqual([undefined, undefined, undefined]);
});

test('the columns of 2024 are read, where id is an address', () => {
  const { repositories } = read(
    'awesome-score,archived,contributing,description,forks_count,full_name,fork,language,license,repo_name,owner,platform,publiccode,template,updated_at,id\n' +
      '1200,false,true,Un outil,4,exemple/outil,false,Java,mit,outil,https://github.com/exemple,github.com,true,false,2025-01-02T03:04:05.000Z,https://github.com/exemple/outil\n',
  );
  expect(repositories).toMatchObject([
    {
      id: undefined,
      repository_url: 'https://github.com/exemple/outil',
      spdx_id: 'MIT',
      has_publiccode: true,
      has_contributing: true,
      is_template: false,
      last_update: '2025-01-02T03:04:05Z',
    },
  ]);
});

test('followers are read, and 0 is not known where code.gouv.fr writes it', () => {
  const { accounts } = read(
    'login,id,followers\n' +
      'suivi,https://github.com/suivi,12\n' +
      'muet,https://gitlab.example/muet,0\n' +
      'faux,https://github.com/faux,-3\n',
  );
  expect(accounts.map(({ followers_count }) => followers_count)).toEqual([12, undefined, undefined]);
  const own = json([
    { login: 'a', organization_url: 'https://github.com/a', followers_count: 0 },
    { login: 'b', organization_url: 'https://github.com/b', followers_count: null },
    { login: 'c', organization_url: 'https://github.com/c', followers_count: 1e300 },
  ]);
  expect(own.accounts.map(({ followers_count }) => followers_count)).toEqual([0, undefined, undefined]);
});

test('JSON is read as the table is, the forge’s own number included', () => {
  const { repositories, skipped } = json([
    {
      id: 7,
      name: 'outil',
      repository_url: 'https://gitlab.example/exemple/outil',
      topics: ['a'],
      is_fork: null,
    },
    { name: 'nulle part', repository_url: 'outil' },
  ]);
  expect(repositories).toMatchObject([{ id: '7', topics: ['a'], is_fork: undefined }]);
  expect(skipped).toEqual([2]);
});

test('a code.json is read, and what it does not publish is passed over', () => {
  const { repositories, skipped } = json({
    version: '2.0',
    agency: 'EX',
    releases: [
      {
        name: 'Outil',
        repositoryURL: 'https://github.com/exemple/outil.git',
        description: 'Un outil.',
        permissions: { licenses: [{ name: 'Apache-2.0' }], usageType: 'openSource' },
        languages: ['Go'],
        tags: ['x'],
        date: { created: '2020-01-02' },
      },
      { name: 'Secret', permissions: { usageType: 'exemptByLaw' } },
    ],
  });
  expect(repositories).toMatchObject([
    {
      name: 'Outil',
      spdx_id: 'Apache-2.0',
      language: 'Go',
      topics: ['x'],
      creation_date: '2020-01-02T00:00:00Z',
    },
  ]);
  expect(skipped).toEqual([2]);
});

test('a page of Developers Italia is read, and a publiccode.yml that is none does no harm', () => {
  const { repositories } = json({
    data: [
      {
        id: 'a-uuid',
        url: 'https://github.com/esempio/strumento.git',
        publiccodeYml:
          'name: Strumento\nlegal: { license: EUPL-1.2 }\ndescription: { it: { shortDescription: Uno strumento } }\n',
      },
      { id: 'b', url: 'https://github.com/esempio/altro', publiccodeYml: '[: {' },
    ],
    links: { next: null },
  });
  expect(repositories).toMatchObject([
    { name: 'Strumento', spdx_id: 'EUPL-1.2', description: 'Uno strumento', has_publiccode: true },
    { name: 'altro', has_publiccode: false },
  ]);
});

test('a list of addresses is read: accounts and repositories', () => {
  const { accounts, repositories, skipped } = read(
    '# Les nôtres\nhttps://gitlab.example/exemple/\ngithub.com/exemple/outil # le premier\n\nnot an address\n',
  );
  expect(accounts).toMatchObject([{ organization_url: 'https://gitlab.example/exemple' }]);
  expect(repositories).toMatchObject([{ repository_url: 'https://github.com/exemple/outil', name: 'outil' }]);
  expect(skipped).toEqual([5]);
});

test.each([
  ['cut JSON', '[{"name": "x"', /is not JSON/],
  ['another JSON', '[{"colour": "red"}]', /not a catalogue/],
  ['another table', 'colour,size\nred,1\n', /not a catalogue/],
  ['nothing', '', /not a catalogue/],
])('%s is refused', (_, text, said) => {
  expect(() => read(text)).toThrow(said);
});

describe.skipIf(!hasRealCode)('what code.gouv.fr published in 2021', () => {
  test('is read whole, multi-line descriptions included', () => {
    const { repositories, skipped } = readCatalogue(
      'repositories.csv',
      readFileSync(join(realCode, '2021/repositories.csv')),
    );
    expect(skipped).toEqual([]);
    expect(repositories).toHaveLength(9_157);
    expect(repositories.filter(({ license }) => license === null)).toHaveLength(6_302);
    expect(repositories.filter(({ is_fork }) => is_fork === undefined)).toHaveLength(3_979);
    expect(repositories.filter(({ description }) => description?.includes('\n'))).toHaveLength(160);
  });
});
