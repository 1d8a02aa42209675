import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { git, repository } from '../support/git.ts';
import { finished, isBuilt, run } from '../support/greffe.ts';
import { sarifErrors } from '../support/sarif.ts';

const broken = { 'index.md': '# A\n\n[mort](rien.md)\n\n![](x.png)\n', 'x.png': 'x' };

const check = (args: readonly string[], env: Record<string, string> = {}) =>
  finished(['check', ...args], { env: { LC_ALL: 'C', ...env } });

describe.skipIf(!isBuilt)('greffe check', () => {
  test('says what is wrong by file, with places, fixes and sums, and exits with 1', async () => {
    const { path } = await repository({ ...broken, 'riens.md': '# Rien' });
    expect(await check([path])).toEqual({
      code: 1,
      said: [
        'index.md',
        '  3:8  Error    The link “rien.md” leads nowhere; the nearest name is “riens.md”. [dead-link]',
        '                Write: riens.md',
        '  5:1  Warning  The image “x.png” has no alternative text. [image-alt]',
        '',
        '2 findings in 1 file (1 error, 1 warning)',
        '',
      ].join('\n'),
    });
  });

  test('exits with 0 when nothing is wrong, or nothing that matters enough', async () => {
    const clean = await repository({ 'index.md': '# A\n' });
    expect(await check([clean.path])).toEqual({ code: 0, said: 'Nothing wrong was found.\n' });
    const { path } = await repository({ 'index.md': '# A\n\n![](x.png)\n', 'x.png': 'x' });
    expect((await check([path])).code).toBe(0);
    expect((await check([path, '--fail-on', 'warning'])).code).toBe(1);
    expect((await check([(await repository(broken)).path, '--fail-on', 'never'])).code).toBe(0);
  });

  test('the settings say from what on it fails', async () => {
    const { path } = await repository({
      'greffe.yml': 'checks:\n  failOn: note\n  rules: { dead-link: note }\n',
      'index.md': '# A\n\n[x](rien.md)\n',
    });
    expect((await check([path])).code).toBe(1);
    expect((await check([path, '--fail-on', 'error'])).code).toBe(0);
  });

  test('speaks the language of the environment, or the one asked for', async () => {
    const { path } = await repository(broken);
    expect((await check([path], { LC_ALL: 'fr_FR.UTF-8' })).said).toContain('Le lien «\u00a0rien.md\u00a0»');
    expect((await check([path, '--lang', 'fr'])).said).toContain('2\u00a0anomalies dans 1\u00a0fichier');
  });

  test('a working copy, a bare repository and a folder without git are checked alike', async () => {
    const { path } = await repository(broken);
    const copy = join(await temporaryFolder('copy'), 'wiki');
    await git('/', ['clone', '--quiet', path, copy]);
    const folder = join(await temporaryFolder('plain'), 'wiki');
    await git('/', ['clone', '--quiet', path, folder]);
    const { rm } = await import('node:fs/promises');
    await rm(join(folder, '.git'), { recursive: true });
    const said = (await check([path])).said;
    expect((await check([copy])).said).toBe(said);
    expect((await check([folder])).said).toBe(said);
  });

  test('with --base tells what a branch introduces, through moved lines, renames and other files’ deletion', async () => {
    const made = await repository({
      ...broken,
      'vieux.md': '# Vieux\n\n[là](autre.md)\n\n![](x.png)\n',
      'autre.md': '# Autre',
    });
    const base = await git(made.path, ['rev-parse', 'main']);
    await made.commit('Change', {
      'index.md': '# A\n\nUne ligne.\n\n[mort](rien.md) et [encore](rien.md)\n\n![](x.png)\n',
      'autre.md': null,
      'vieux.md': null,
      'neuf.md': '# Vieux\n\n[là](autre.md)\n\n![](x.png)\n',
    });
    const { code, said } = await check([made.path, '--base', base, '--format', 'json']);
    const { findings } = JSON.parse(said) as { findings: { rule: string; path: string; line: number }[] };
    expect(findings.map(({ rule, path, line }) => `${path}:${line} ${rule}`)).toEqual([
      'index.md:5 dead-link',
      'neuf.md:3 dead-link',
    ]);
    expect(code).toBe(1);
    expect(await check([made.path, '--base', 'HEAD'])).toEqual({
      code: 0,
      said: 'Nothing wrong was found that HEAD does not have.\n',
    });
  });

  test('with --ref looks at another commit', async () => {
    const made = await repository(broken);
    await made.commit('Mend', { 'rien.md': '# Rien', 'index.md': '# A\n\n[x](rien.md)\n\n![x](x.png)\n' });
    expect((await check([made.path])).code).toBe(0);
    expect((await check([made.path, '--ref', 'HEAD~1'])).code).toBe(1);
  });

  test('a shallow clone says so, and cannot be compared', async () => {
    const made = await repository({ 'index.md': '# A\n' });
    const base = await git(made.path, ['rev-parse', 'main']);
    await made.commit('More', { 'b.md': '# B\n' });
    const shallow = join(await temporaryFolder('shallow'), 'wiki');
    await git('/', ['clone', '--quiet', '--depth', '1', `file://${made.path}`, shallow]);
    const alone = await check([shallow]);
    expect(alone.code).toBe(0);
    expect(alone.said).toContain('the clone is shallow');
    const compared = await check([shallow, '--base', base]);
    expect(compared.code).toBe(2);
    expect(compared.said).toContain('git fetch --unshallow (in a continuous integration, fetch-depth: 0');
  });

  test.each([
    ['the branch itself', ['--depth', '1'], 'origin/main'],
    ['a branch that is cut off', ['--depth', '1', '--no-single-branch'], 'origin/autre'],
    ['a branch of which two commits are there', ['--depth', '2'], 'HEAD'],
  ])('a shallow clone does not take %s for one with nothing new', async (_, depth, against) => {
    const made = await repository(broken);
    await made.commit('Autre', { 'c.md': '# C\n' }, { branch: 'autre', from: await made.head() });
    await made.commit('More', { 'b.md': '# B\n\n[x](nulle-part.md)\n' });
    const shallow = join(await temporaryFolder('shallow'), 'wiki');
    await git('/', ['clone', '--quiet', ...depth, `file://${made.path}`, shallow]);
    const { code, said } = await check([shallow, '--base', against]);
    expect(said.trimEnd().split('\n').at(-1)).toBe(
      `greffe: The clone is shallow: it does not tell what is new since ${against}. Fetch the whole history first: git fetch --unshallow (in a continuous integration, fetch-depth: 0 or GIT_DEPTH: 0).`,
    );
    expect(code).toBe(2);
  });

  test('keeps its index where it is told to, for the next time', async () => {
    const { path } = await repository(broken);
    const data = await temporaryFolder('data');
    const first = await check([path, '--data', data]);
    expect(await check([path, '--data', data])).toEqual(first);
    expect(readFileSync(join(data, 'check.sqlite')).length).toBeGreaterThan(0);
  });

  test('what searches the wiki is not indexed to check it', async () => {
    const { path } = await repository(broken);
    const data = await temporaryFolder('data');
    await check([path, '--data', data]);
    using index = new DatabaseSync(join(data, 'check.sqlite'), { readOnly: true });
    const count = (table: string) => index.prepare(`select count(*) as count from ${table}`).get()?.count;
    expect(count('page')).toBe(1);
    expect([count('search_document'), count('search_word')]).toEqual([0, 0]);
  });

  test.each([
    [['--format', 'xml'], '--format cannot be "xml". It is one of text, json, sarif.'],
    [['--lang', 'de'], '--lang cannot be "de". It is one of fr, en.'],
    [['--fail-on', 'all'], '--fail-on cannot be "all". It is one of error, warning, note, never.'],
    [['--ref', 'no-such'], 'no-such is not a commit of this repository.'],
    [['--base', '--upload-pack=x'], '--base'],
    [['--base=--all'], '--all is not a commit of this repository.'],
  ])('%j is not understood', async (args, message) => {
    const { code, said } = await check([(await repository(broken)).path, ...args]);
    expect(said).toContain(message);
    expect(code).toBe(2);
  });

  test('what is no repository cannot be checked', async () => {
    expect(await check(['/no/such/place'])).toEqual({
      code: 2,
      said: expect.stringContaining('There is nothing at /no/such/place.'),
    });
  });

  test('what a file says does not command the terminal', async () => {
    const { path } = await repository({ 'index.md': '# A\n\n[x](<rien\x1b[2J.md>)\n' });
    expect((await check([path])).said).not.toContain('\x1b');
  });

  test('a pipe that is closed before its end has read enough', async () => {
    const { path } = await repository({ 'index.md': `# A\n\n${'[x](rien.md)\n'.repeat(100)}` });
    const running = run(['check', path, '--format', 'sarif']);
    running.child.stdout?.destroy();
    expect(await running.ended).toBe(1);
    expect(running.said()).toBe('');
  });

  test('SARIF has what forges read: rules, levels, places, prints, fixes', async () => {
    const { path } = await repository({
      ...broken,
      'été/riens.md': '# Rien',
      'été/b.md': '# B\n\n[x](rien.md)\n',
    });
    const report = JSON.parse((await check([path, '--format', 'sarif'])).said);
    expect(sarifErrors(report)).toEqual([]);
    expect(report.runs).toHaveLength(1);
    const [{ tool, results, columnKind }] = report.runs;
    expect(columnKind).toBe('utf16CodeUnits');
    for (const result of results) {
      expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    }
    const result = results.find((one: (typeof results)[0]) =>
      one.locations[0].physicalLocation.artifactLocation.uri.includes('b.md'),
    );
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: '%C3%A9t%C3%A9/b.md', uriBaseId: '%SRCROOT%' },
      region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 12 },
    });
    expect(result.fixes[0].artifactChanges[0].replacements[0].insertedContent.text).toBe('riens.md');
    const prints = results.map((one: (typeof results)[0]) => one.partialFingerprints['greffe/v1']);
    expect(new Set(prints).size).toBe(prints.length);
  });
});
