import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../test/support/folder.ts';
import { Conflict, Unavailable } from '../config/errors.ts';
import { lockFolder } from './lock.ts';

const place = async () => join(await temporaryFolder('data'), 'lock');

test('a folder is held by one, then by another', async () => {
  const file = await place();
  const unlock = lockFolder(file);
  expect(() => lockFolder(file)).toThrow(Conflict);
  expect(() => lockFolder(file)).toThrow('Another greffe serves from this data folder.');
  unlock();
  lockFolder(file)();
});

test('a folder that another process holds is free again when that is killed', async () => {
  const file = await place();
  const module = pathToFileURL(join(import.meta.dirname, 'lock.ts')).href;
  const program = `
    import { lockFolder } from '${module}';
    lockFolder(${JSON.stringify(file)});
    console.log('held');
    setInterval(() => {}, 1000);
  `;
  const other = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'pipe' });
  onTestFinished(() => {
    other.kill('SIGKILL');
  });
  await new Promise((resolve) => other.stdout.once('data', resolve));
  expect(() => lockFolder(file)).toThrow(Conflict);
  const ended = new Promise((resolve) => other.once('exit', resolve));
  other.kill('SIGKILL');
  await ended;
  lockFolder(file)();
});

test('a folder that cannot be written is told', () => {
  expect(() => lockFolder('/nowhere/lock')).toThrow(Unavailable);
});
