import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/support/folder.ts';
import { type Files, repository } from '../../../test/support/git.ts';
import { openDatabase } from '../../store/database.ts';
import { type CheckOptions, checkRepository } from './check-repository.ts';

async function checked(files: Files, visit: CheckOptions['visit']) {
  const { path } = await repository(files);
  const database = await openDatabase(`${await temporaryFolder('data')}/check.sqlite`);
  try {
    const source = { gitDir: path, location: path, name: 'wiki' };
    return await checkRepository({ ...source, database, overrides: {}, visit });
  } finally {
    await database.close();
  }
}

const wiki = { 'index.md': '# A\n\n[mort](rien.md) [un](https://un.fr/) [deux](https://deux.fr/#a)\n' };

test('what other sites say is told beside the rest', async () => {
  const { findings, isWithoutNetwork } = await checked(wiki, async (addresses) => {
    expect(addresses).toEqual(['https://un.fr/', 'https://deux.fr/']);
    return new Map([['https://deux.fr/', { kind: 'dead', status: 404 }]]);
  });
  expect(findings.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual([
    'dead-link rien.md',
    'external-dead https://deux.fr/#a',
  ]);
  expect(isWithoutNetwork).toBe(false);
});

test('without a network that is said once, and the rest is told', async () => {
  const { findings, isWithoutNetwork } = await checked(wiki, async () => undefined);
  expect(findings.map(({ rule }) => rule)).toEqual(['dead-link']);
  expect(isWithoutNetwork).toBe(true);
});
