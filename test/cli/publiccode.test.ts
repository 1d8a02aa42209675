import { spawnSync } from 'node:child_process';
import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { example } from '../../src/register/publiccode/example.fixture.ts';
import { temporaryFolder } from '../support/folder.ts';
import { finished, greffe, isBuilt } from '../support/greffe.ts';

async function written(content: string | Uint8Array): Promise<string> {
  const path = join(await temporaryFolder('publiccode'), 'publiccode.yml');
  await writeFile(path, content);
  return path;
}

describe.skipIf(!isBuilt)('greffe publiccode check', () => {
  test('says nothing of a file in which all is well', async () => {
    expect(await finished(['publiccode', 'check', await written(example())])).toEqual({ code: 0, said: '' });
  });

  test('says what is wrong, a line each, with the file, the line and the column', async () => {
    const path = await written(example().replace('stable', 'stabel'));
    expect(await finished(['publiccode', 'check', path])).toEqual({
      code: 1,
      said: `${path}:9:1: error: “stabel” is not one of the values of developmentStatus. Did you mean “stable”? [not-in-list]\n`,
    });
  });

  test('a note alone is told, and is not a failure unless asked', async () => {
    const path = await written(example('0.4'));
    expect(await finished(['publiccode', 'check', path])).toMatchObject({
      code: 0,
      said: expect.stringContaining(':1:1: note: '),
    });
    expect(await finished(['publiccode', 'check', path, '--fail-on', 'note'])).toMatchObject({ code: 1 });
  });

  test('several files are one report for programs', async () => {
    const [right, wrong] = [await written(example()), await written('name: 1\n')];
    const { code, said } = await finished(['publiccode', 'check', right, wrong, '--format', 'json']);
    expect(code).toBe(1);
    const report = JSON.parse(said);
    expect(report).toMatchObject({
      format: 1,
      files: [{ path: right, version: '0.7', findings: [] }, { path: wrong }],
    });
    expect(report.files[1].findings[0]).toMatchObject({
      rule: expect.any(String),
      severity: expect.any(String),
      line: 1,
      column: 1,
      key: expect.any(String),
      expected: expect.any(String),
      sentence: expect.any(String),
      remedy: expect.any(String),
    });
    expect(report.counts.error).toBeGreaterThan(5);
  });

  test('reads the standard input', () => {
    const { status, stdout } = spawnSync(greffe, ['publiccode', 'check', '-'], {
      input: 'x: 1\n',
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^\(standard input\):1:1: error: /);
  });

  test('a file of 300 MB is refused without being read', async () => {
    const path = await written('');
    await truncate(path, 300 * 1024 * 1024);
    expect(await finished(['publiccode', 'check', path])).toMatchObject({
      code: 1,
      said: expect.stringContaining('[file-size]'),
    });
  });

  test('what the file says does not command the terminal', async () => {
    const path = await written(`${example()}softwareType2: "\\e[2J\\u202e"\n"\\e[31mred": 1\n`);
    const { said } = await finished(['publiccode', 'check', path]);
    expect(said).toContain('[31mred');
    expect(said.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202e/u);
  });

  test.each([
    [[], 'Which file is to be checked is not said. Name one, or - for the standard input.'],
    [['nowhere.yml'], 'There is no file nowhere.yml. Look at its name.'],
    [['/'], '/ is a folder. Name the publiccode.yml in it.'],
    [['-', '--format', 'xml'], '--format cannot be "xml". It is one of text, json.'],
    [['-', '--fail-on', 'all'], '--fail-on cannot be "all". It is one of error, warning, note, never.'],
    [['-', '--strict'], "Unknown option '--strict'. See greffe publiccode check --help."],
  ])('%j is misuse', async (args, said) => {
    expect(await finished(['publiccode', 'check', ...args])).toEqual({ code: 2, said: `greffe: ${said}\n` });
  });

  test('--help says how it is used, with its exit codes', async () => {
    const { code, said } = await finished(['publiccode', 'check', '--help']);
    expect(code).toBe(0);
    expect(said).toContain('Exit codes:');
    for (const line of said.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  });
});
