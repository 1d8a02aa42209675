import { expect, test } from 'vitest';
import { commitChanges } from '../../src/git/commit-changes.ts';
import { filesRecord } from '../../src/register/files-record.ts';
import { codeDependencies, mostUsedPackages } from '../../src/store/code-dependencies.ts';
import { codeKeys, codeRecords } from '../../src/store/code-index.ts';
import { onEachEngine } from '../support/engines.ts';
import { registerOf, said } from '../support/register.ts';

onEachEngine('the register', (engine) => {
  const opened = () => registerOf(undefined, engine);
  type Opened = Awaited<ReturnType<typeof registerOf>>;

  /** The records of all repositories, as the index has them, by name. */
  async function records({ reader }: Opened) {
    const keys = await reader.selectFrom('code_repository').select('key').execute();
    const rows = await codeRecords(
      reader,
      'repository',
      keys.map(({ key }) => key),
    );
    return rows.map(({ record }) => JSON.parse(record)).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** All that the index holds, but the numbers. */
  async function dump({ reader }: Opened) {
    const { rows } = {
      rows: await reader.selectFrom('code_repository').selectAll().orderBy('key').execute(),
    };
    const aliases = await reader.selectFrom('code_alias').selectAll().orderBy('alias').execute();
    return { rows: rows.map(({ id: _, ...row }) => row), aliases };
  }

  test('what is said becomes one commit, and nothing new makes none', async () => {
    const register = await opened();
    const first = await register.record([said('a'), said('b')]);
    expect(first).toMatchObject({ added: 2, commit: expect.stringMatching(/^[0-9a-f]{40}$/) });
    const again = await register.record([said('b'), said('a')]);
    expect(again).toMatchObject({ added: 0, unchanged: 2, commit: undefined });
    expect(await register.git('rev-list', '--count', 'HEAD')).toBe('1');
  });

  test('only the file of what changed is written', async () => {
    const register = await opened();
    await register.record([said('a'), said('b')]);
    expect(await register.record([said('a'), said('b', { stars_count: 3 })])).toMatchObject({ changed: 1 });
    const changed = await register.git('diff', '--name-only', 'HEAD^', 'HEAD');
    expect(changed).toMatch(/^repositories\/[0-9a-f]{3}\/[0-9a-f]{20}\.json$/);
  });

  test('case, .git and a final slash make one repository', async () => {
    const register = await opened();
    const counts = await register.record([
      said('outil'),
      said('Outil', { repository_url: 'https://GITLAB.example/Ville-Exemple/Outil.git/' }),
    ]);
    expect(counts).toMatchObject({ added: 1, repeated: 1 });
  });

  test('a repository keeps its record under a new address, by the forge’s own number', async () => {
    const register = await opened();
    await register.record([said('ancien', { id: '7', description: 'Un outil' })]);
    await register.record([said('nouveau', { id: '7' })]);
    expect(await records(register)).toMatchObject([
      {
        name: 'nouveau',
        description: 'Un outil',
        aliases: ['gitlab.example/ville-exemple/nouveau', 'gitlab.example/ville-exemple/ancien'],
      },
    ]);
  });

  test('a number that comes later is that of the repository known by its address', async () => {
    const register = await opened();
    await register.record([said('outil', { description: 'Un outil' })]);
    await register.record([said('outil', { id: '7' })]);
    expect(await records(register)).toMatchObject([{ id: '7', description: 'Un outil' }]);
  });

  test('another repository may take an address that was given up', async () => {
    const register = await opened();
    await register.record([said('outil', { id: '7', description: 'Le premier' })]);
    await register.record([said('outil', { id: '8', description: 'Le second' })]);
    const all = await records(register);
    expect(all.map(({ id, aliases }) => [id, aliases]).sort()).toEqual([
      ['7', []],
      ['8', ['gitlab.example/ville-exemple/outil']],
    ]);
    const keys = await codeKeys(register.reader, 'repository', ['gitlab.example/ville-exemple/outil']);
    expect([...keys.values()]).toEqual([all.find(({ id }) => id === '8').key]);
  });

  test('an older catalogue only fills in what is not known', async () => {
    const register = await opened();
    await register.record([said('outil', { last_update: '2025-01-01T00:00:00Z', description: 'Nouveau' })]);
    await register.record([
      said('outil', { last_update: '2021-01-01T00:00:00Z', description: 'Vieux', language: 'Go' }),
    ]);
    expect(await records(register)).toMatchObject([
      { description: 'Nouveau', language: 'Go', last_update: '2025-01-01T00:00:00Z' },
    ]);
  });

  test('unknown stays unknown, and is not false', async () => {
    const register = await opened();
    await register.record([said('outil')]);
    expect(await records(register)).toMatchObject([{ is_fork: null, is_archived: null, stars_count: null }]);
    expect(
      await register.git('show', `HEAD:${await register.git('ls-tree', '-r', '--name-only', 'HEAD')}`),
    ).toMatch('"is_fork": null');
  });

  test('texts that a database cannot keep are kept without what it cannot', async () => {
    const register = await opened();
    await register.record([said('outil', { description: 'a\0b \ud800 <script>日本語</script>' })]);
    expect(await records(register)).toMatchObject([{ description: 'ab \ufffd <script>日本語</script>' }]);
  });

  test('the index is made again from Git, and is the same', async () => {
    const register = await opened();
    await register.record([said('a', { topics: ['x', 'X'] }), said('b', { id: '7' })]);
    await register.record([said('c', { id: '7' })]);
    const before = await dump(register);
    await register.wiki.database.write((writer) => writer.deleteFrom('code_state').execute());
    await register.register.update(await register.context());
    expect(await dump(register)).toEqual(before);
  });

  test('what is depended on is indexed both ways, whatever the versions', async () => {
    const register = await opened();
    const dependencies = (direct: string[], indirect: string[] = []) => ({
      dependencies: { direct, indirect, unknown: [], count: direct.length + indirect.length },
    });
    await register.record([
      said(
        'a',
        dependencies(['pkg:npm/%40vue/core@3.1.0'], ['pkg:npm/left-pad@1.0.0', 'pkg:npm/left-pad@2.0.0']),
      ),
      said('b', dependencies(['pkg:npm/left-pad@1.3.0', 'pkg:pypi/django'])),
      said('c'),
    ]);
    const most = (ecosystem?: string) => mostUsedPackages(register.reader, { ecosystem, limit: 2 });
    expect(await most()).toEqual([
      { purl: 'pkg:npm/left-pad', count: 2 },
      { purl: 'pkg:npm/%40vue/core', count: 1 },
    ]);
    expect(await most('pypi')).toEqual([{ purl: 'pkg:pypi/django', count: 1 }]);
    const { id } = await register.reader
      .selectFrom('code_repository')
      .select('id')
      .where('name', '=', 'a')
      .executeTakeFirstOrThrow();
    expect(await codeDependencies(register.reader, id)).toEqual([
      { purl: 'pkg:npm/%40vue/core', is_direct: 1 },
      { purl: 'pkg:npm/left-pad', is_direct: 0 },
    ]);
    await register.record([said('b', dependencies([]))]);
    expect(await most()).toMatchObject([
      { purl: 'pkg:npm/%40vue/core' },
      { purl: 'pkg:npm/left-pad', count: 1 },
    ]);
  });

  test('flags that files and releases tell have three states', async () => {
    const register = await opened();
    await register.record([
      said('a', { has_contributing: true, releases: [], software_heritage_exists: false }),
      said('b'),
      said('c', { releases: [{ tag: 'v1', name: null, date: null, url: null }] }),
    ]);
    expect(
      await register.reader
        .selectFrom('code_repository')
        .select(['has_contributing', 'has_releases', 'in_heritage'])
        .orderBy('name')
        .execute(),
    ).toEqual([
      { has_contributing: 1, has_releases: 0, in_heritage: 0 },
      { has_contributing: null, has_releases: null, in_heritage: null },
      { has_contributing: null, has_releases: 1, in_heritage: null },
    ]);
  });

  test('a record of before files were read stays as it is, byte for byte', async () => {
    const register = await opened();
    await register.record([said('outil')]);
    const path = await register.git('ls-tree', '-r', '--name-only', 'HEAD');
    const record = JSON.parse(await register.git('show', `HEAD:${path}`));
    for (const name of Object.keys(filesRecord)) delete record[name];
    await commitChanges(register.register.gitDir, {
      parent: await register.git('rev-parse', 'HEAD'),
      files: [{ path, content: `${JSON.stringify(record, null, 2)}\n` }],
      message: () => 'Former\n',
      time: 1_700_000_001,
    });
    expect(await register.record([said('outil')])).toMatchObject({ unchanged: 1, commit: undefined });
    expect(await records(register)).toMatchObject([{ has_security: null, releases: null, files_cut: [] }]);
  });

  test('a push to the accounts changes whose a repository is', async () => {
    const register = await registerOf(
      { 'index.md': '# A', 'greffe.yml': 'register: { accounts: comptes.yml, organisations: orgs.yml }\n' },
      engine,
    );
    await register.record([said('outil')]);
    const organisation = async () =>
      (await register.reader.selectFrom('code_repository').select('organisation').executeTakeFirst())
        ?.organisation;
    expect(await organisation()).toBeNull();
    expect((await register.context()).findings.map(({ message }) => message)).toEqual([
      'there is no such file, which register.accounts names',
      'there is no such file, which register.organisations names',
    ]);
    await register.wiki.repository.commit('Comptes', {
      'comptes.yml': 'gitlab.example:\n  forge: gitlab\n  owners:\n    Ville-Exemple: { pso_id: service }\n',
      'orgs.yml': 'ville: La ville\nservice: { name: Le service, parent: ville }\n',
    });
    await register.wiki.update();
    await register.register.update(await register.context());
    expect(await organisation()).toBe('service');
    const above = await register.reader
      .selectFrom('code_ancestor')
      .select('ancestor')
      .where('organisation', '=', 'service')
      .orderBy('ancestor')
      .execute();
    expect(above.map(({ ancestor }) => ancestor)).toEqual(['service', 'ville']);
  });
});
