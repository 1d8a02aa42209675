import { expect, test } from 'vitest';
import { readOperator } from './operator.ts';

test('each wiki has a data folder of its own, where the system keeps such things', () => {
  expect(readOperator('wiki-1', undefined, { HOME: '/home/x' })).toMatchObject({
    dataFolder: '/home/x/.local/state/greffe/wiki-1',
    database: '/home/x/.local/state/greffe/wiki-1/greffe.sqlite',
    hookToken: undefined,
  });
  const elsewhere = readOperator('wiki-1', undefined, { HOME: '/home/x', XDG_STATE_HOME: '/state' });
  expect(elsewhere.dataFolder).toBe('/state/greffe/wiki-1');
  const empty = readOperator('wiki-1', undefined, { HOME: '/home/x', XDG_STATE_HOME: '', GREFFE_DATA: '' });
  expect(empty.dataFolder).toBe('/home/x/.local/state/greffe/wiki-1');
});

test('the command line goes before the environment', () => {
  const env = { HOME: '/home/x', GREFFE_DATA: '/from/environment' };
  expect(readOperator('wiki-1', undefined, env).dataFolder).toBe('/from/environment');
  expect(readOperator('wiki-1', '/named', env).dataFolder).toBe('/named');
});

test('a database URL is used instead of a file, and an empty variable is none', () => {
  const url = 'postgresql://db.example/greffe';
  expect(readOperator('w', '/d', { GREFFE_DATABASE_URL: url }).database).toBe(url);
  expect(readOperator('w', '/d', { GREFFE_DATABASE_URL: '', GREFFE_HOOK_TOKEN: '' })).toMatchObject({
    database: expect.stringMatching(/^\/d\//),
    hookToken: undefined,
  });
});
