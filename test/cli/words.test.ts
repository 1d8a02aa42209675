import { spawn } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { finished, greffe, isBuilt } from '../support/greffe.ts';

const COMMANDS = ['serve', 'build', 'index', 'check', 'report', 'doctor'];

describe.skipIf(!isBuilt)('greffe', () => {
  test('says what it can do', async () => {
    for (const args of [['--help'], ['-h'], ['help']]) {
      const { code, said } = await finished(args);
      expect(code).toBe(0);
      for (const command of COMMANDS) expect(said).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    }
  });

  test('says its version', async () => {
    expect(await finished(['--version'])).toEqual({
      code: 0,
      said: expect.stringMatching(/^greffe \d+\.\d+\.\d+\n$/),
    });
  });

  test.each(COMMANDS)('%s says how it is used, with its exit codes', async (command) => {
    const { code, said } = await finished([command, '--help']);
    expect(code).toBe(0);
    expect(said).toMatch(new RegExp(`^Usage: greffe ${command} .*\\bREPOSITORY\\b`));
    expect(said).toContain('Exit codes:');
    for (const line of said.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  });

  test.each([
    [['publish'], 'There is no command "publish". See greffe --help.'],
    [['serve', '--prot', '80'], "Unknown option '--prot'. See greffe serve --help."],
    [['serve', 'a', 'b'], 'greffe serve does not know what to do with b. See greffe serve --help.'],
    [['serve', '--port', 'eighty'], '"eighty" is not a port. A port is a number from 0 to 65535.'],
    [['serve', '--port', '65536'], '"65536" is not a port. A port is a number from 0 to 65535.'],
    [['serve', '--port', ''], '"" is not a port. A port is a number from 0 to 65535.'],
    [['index', '--port', '80'], "Unknown option '--port'. See greffe index --help."],
    [['serve', '--data'], '--data'],
  ])('%j is not understood', async (args, message) => {
    const { code, said } = await finished(args);
    expect(said).toContain(message);
    expect(said).toMatch(/^greffe: [^\n]+\n$/);
    expect(code).toBe(2);
  });

  test('without a command shows what there is, and is not understood', async () => {
    const { code, said } = await finished([]);
    expect(said).toContain('Usage: greffe COMMAND');
    expect(code).toBe(2);
  });

  test('runs through a symbolic link, from any folder', async () => {
    const folder = await temporaryFolder();
    await symlink(greffe, join(folder, 'greffe'));
    const child = spawn(join(folder, 'greffe'), ['--version'], { cwd: '/' });
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  });
});
