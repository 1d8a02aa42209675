import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { onEachEngine } from '../support/engines.ts';
import { DAY, harvested, type Kind, NOW, type Thing, things } from '../support/harvest.ts';

const { resolve } = createRequire(import.meta.url);
const MIT = JSON.parse(readFileSync(resolve('spdx-license-list/licenses/MIT.json'), 'utf8')).licenseText;

const FILES = {
  'README.md':
    '# Outil\n\n![build](badge.svg)\n\nUn outil **simple** pour <b>tous</b> les agents.\n\n```\ncode\n```\n',
  LICENSE: MIT,
  'publiccode.yml':
    'publiccodeYmlVersion: "0.4"\nname: Outil\nurl: "https://a.example/outil.git"\ndevelopmentStatus: stable\ncategories: [billing]\nmaintenance: { type: none }\nfoo: 1\ndescription: { fr: { shortDescription: Un outil } }\n',
  'package.json': '{"dependencies": {"vue": "^3.0.0"}}',
  'package-lock.json':
    '{"lockfileVersion": 3, "packages": {"": {}, "node_modules/vue": {"version": "3.4.0"}, "node_modules/left-pad": {"version": "1.3.0"}}}',
  'SECURITY.md': 'x',
  '.github/workflows/test.yml': 'x',
  '.github/CONTRIBUTING.md': 'x',
  'LICENSES/MIT.txt': 'x',
  'codemeta.json': '{"name": "Outil"}',
};

const RELEASES = [
  { tag_name: 'v2', name: 'Deux', published_at: '2023-02-03T04:05:06Z', html_url: 'https://a.example/v2' },
  { tag_name: 'v3', name: 'Trois', draft: true },
  { tag_name: 'v1', name: '', created_at: '2022-02-03T04:05:06Z' },
];

const UNKNOWN: Record<Kind, Record<string, unknown>> = {
  github: { license: { name: 'Other', spdx_id: 'NOASSERTION' }, pushed_at: '2023-05-06T07:08:09Z' },
  gitlab: { last_activity_at: '2023-05-06T07:08:09Z' },
  gitea: { updated_at: '2023-05-06T07:08:09Z' },
};

const tool = (kind: Kind = 'github', more: Partial<Thing> = {}): Thing => ({
  id: 1,
  path: 'Ville/outil',
  files: FILES,
  releases: RELEASES,
  ...more,
  more: { ...UNKNOWN[kind], ...more.more },
});

test.each(['github', 'gitlab', 'gitea'] as const)(
  'files and releases of %s say what a repository is',
  async (kind) => {
    const it = await harvested(kind);
    it.show([tool(kind)]);
    await it.run();
    const [one] = await it.repositories();
    expect(one?.record).toMatchObject({
      ...{
        has_readme: true,
        has_contributing: true,
        has_changelog: false,
        has_security: true,
        has_publiccode: true,
      },
      ...{ has_codemeta: true, has_citation: false, has_reuse: true, has_ci: true },
      spdx_id: 'MIT',
      readme_excerpt: 'Un outil simple pour tous les agents.',
      publiccode: {
        name: 'Outil',
        development_status: 'stable',
        categories: ['billing'],
        short_descriptions: { fr: 'Un outil' },
      },
      dependencies: {
        direct: ['pkg:npm/vue@3.4.0'],
        indirect: ['pkg:npm/left-pad@1.3.0'],
        unknown: [],
        count: 2,
      },
      releases: [
        { tag: 'v2', name: 'Deux', date: '2023-02-03T04:05:06Z', url: 'https://a.example/v2' },
        {
          tag: 'v1',
          name: null,
          date: '2022-02-03T04:05:06Z',
          url: expect.stringMatching(/releases\/(?:tag\/)?v1$/),
        },
      ],
      last_release: '2023-02-03T04:05:06Z',
      files_cut: [],
    });
    expect(one?.record.publiccode_findings.list).toContainEqual(
      expect.objectContaining({ rule: 'unknown-key', line: 7, severity: 'error', key: 'foo' }),
    );
  },
);

test('the files of a repository that did not change cost no request, and their licence stays', async () => {
  const it = await harvested();
  it.show([tool()]);
  await it.run();
  it.forge.answered();
  const stars = tool('github', { more: { stargazers_count: 3 } });
  it.show([stars]);
  expect(await it.run(NOW + DAY)).toMatchObject({ changed: 1 });
  expect(it.forge.answered()).toEqual([200, 200]);
  expect((await it.repositories())[0]?.record).toMatchObject({
    spdx_id: 'MIT',
    stars_count: 3,
    has_ci: true,
  });
  it.show([{ ...stars, files: {}, more: { ...stars.more, pushed_at: '2023-06-06T07:08:09Z' } }]);
  await it.run(NOW + 2 * DAY);
  expect((await it.repositories())[0]?.record).toMatchObject({
    ...{ spdx_id: null, has_ci: false, has_readme: false, publiccode: null, readme_excerpt: null },
    dependencies: { count: 0 },
  });
});

test('a file that is too large is cut, or left alone where half of it says nothing, and that is told', async () => {
  const it = await harvested();
  const large = {
    'README.md': `Un long README ${'a b c '.repeat(200_000)}`,
    'package.json': Buffer.alloc(9 * 2 ** 20, 32),
  };
  it.show([tool('github', { files: large })]);
  await it.run();
  const [one] = await it.repositories();
  expect(one?.record).toMatchObject({ files_cut: ['README.md', 'package.json'], dependencies: { count: 0 } });
  expect(one?.record.readme_excerpt.length).toBeGreaterThan(990);
  expect(it.forge.asked.filter((path) => path.includes('package.json'))).toEqual([]);
});

test.each([
  ['refuses', { status: 403 }],
  ['asks to sign in', { body: '<html>', headers: { 'content-type': 'text/html' } }],
  ['cuts its answer', { body: '[{"name"' }],
  ['fails', { status: 500 }],
])('a forge that %s when it is asked for files leaves them unknown, and is asked again', async (_, reply) => {
  const it = await harvested();
  it.show([tool()]);
  it.answer((path) => (path.includes('/contents') ? reply : { status: 999 }));
  expect(await it.run()).toMatchObject({ added: 1 });
  expect((await it.repositories())[0]?.record).toMatchObject({
    has_readme: null,
    files_read_at: null,
    spdx_id: null,
  });
  it.answer(() => ({ status: 999 }));
  expect(await it.run(NOW + DAY)).toMatchObject({ changed: 1 });
  expect((await it.repositories())[0]?.record).toMatchObject({ has_readme: true });
});

test('what is left of the budget is for files; those that are not read are told, and come with the next run', async () => {
  const it = await harvested();
  it.show(things(5));
  const outcome = await it.run(NOW, { budget: 7 });
  expect(outcome).toMatchObject({ added: 5, forges: [{ unread: 3, accounts: [{ isComplete: true }] }] });
  expect(await it.run(NOW + DAY)).toMatchObject({ changed: 3, forges: [{ unread: 0 }] });
});

test('dates to come and HTML are not taken for more than they are', async () => {
  const it = await harvested();
  const description = '<script>alert(1)</script> 日本語 العربية 🏛️';
  it.show([tool('github', { more: { updated_at: '2099-01-01T00:00:00Z', description } })]);
  await it.run();
  expect((await it.repositories())[0]?.record).toMatchObject({ last_update: null, description });
});

onEachEngine('a run that is interrupted', (engine) => {
  test('goes on where it was, and makes one commit', async () => {
    const it = await harvested('github', engine);
    it.show(things(3));
    const stop = new AbortController();
    const onProgress = () => stop.abort(new Error('stopped'));
    await expect(it.run(NOW, { signal: stop.signal, onProgress })).rejects.toThrow('stopped');
    expect(await it.repositories()).toEqual([]);
    it.forge.answered();
    expect(await it.run(NOW + 60)).toMatchObject({ added: 3 });
    expect(it.forge.asked.filter((path) => path.includes('/users/'))).toHaveLength(1);
    expect(await it.git('rev-list', '--count', 'HEAD')).toBe('1');
    expect(await it.reader.selectFrom('code_heard').selectAll().execute()).toEqual([]);
  });

  test('is begun anew the day after', async () => {
    const it = await harvested('github', engine);
    it.show(things(3));
    const stop = new AbortController();
    const onProgress = () => stop.abort(new Error('stopped'));
    await expect(it.run(NOW, { signal: stop.signal, onProgress })).rejects.toThrow('stopped');
    it.show(things(4));
    expect(await it.run(NOW + 2 * DAY)).toMatchObject({ added: 4 });
  });
});
