import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { repository } from '../support/git.ts';
import { finished, isBuilt } from '../support/greffe.ts';

const place = async () => {
  const wiki = await repository({ 'index.md': '# Accueil\n' });
  const data = await temporaryFolder('members');
  return (...args: readonly string[]) => finished(['member', ...args, '--wiki', wiki.path, '--data', data]);
};

test.skipIf(!isBuilt)('a role is given, listed, and taken back', async () => {
  const member = await place();
  const given = await member('grant', 'Ada@example.org', '--role', 'administrator', '--until', '2099-12-31');
  expect(given).toMatchObject({ code: 0, said: 'Ada@example.org: administrator until 2099-12-31\n' });
  expect((await member('list')).said).toMatch(
    /^Ada@example\.org,administrator,\d{4}-\d\d-\d\d,2099-12-31,,,\n$/,
  );
  expect(await member('revoke', 'ada@example.org')).toMatchObject({ code: 0 });
  expect((await member('list')).said).toBe('');
});

test.skipIf(!isBuilt).each([
  [['grant'], 2, 'Nothing is no mail address'],
  [['grant', 'ada'], 2, 'ada is no mail address'],
  [['grant', 'ada@example.org', '--role', 'king'], 2, 'king is no role'],
  [['grant', 'ada@example.org', '--until', 'demain'], 2, 'demain is no day'],
  [['revoke', 'ada@example.org'], 1, 'ada@example.org has no role'],
])('greffe member %j ends with %i', async (args, code, said) => {
  const member = await place();
  expect(await member(...args)).toMatchObject({ code, said: expect.stringContaining(said) });
});

test.skipIf(!isBuilt)('roles in parts of the wiki are given, listed, and taken back one by one', async () => {
  const member = await place();
  const given = await member('grant', 'ada@example.org', '--paths', 'guides/, index.md');
  expect(given.said).toBe('ada@example.org: committer of guides/**, index.md\n');
  await member('grant', 'ada@example.org', '--paths', 'pocos/**');
  expect((await member('list')).said).toMatch(
    /^ada@example\.org,committer,[\d-]+,,,guides\/\*\* index\.md,\nada@example\.org,committer,[\d-]+,,,pocos\/\*\*,\n$/,
  );
  expect(await member('revoke', 'ada@example.org', '--paths', 'pocos/**')).toMatchObject({ code: 0 });
  expect((await member('list')).said).toMatch(/^[^\n]*guides[^\n]*\n$/);
});

test.skipIf(!isBuilt).each([
  [['--paths', '../etc'], '../etc is no pattern of paths'],
  [['--role', 'maintainer', '--lists', 'nulle'], 'nulle is no list of this wiki'],
  [['--role', 'administrator', '--paths', 'guides/**'], 'An administrator is one of the whole wiki'],
])('greffe member grant ada@example.org %j is refused with a sentence', async (args, said) => {
  const member = await place();
  const { code, said: told } = await member('grant', 'ada@example.org', ...args);
  expect(code).toBe(2);
  expect(told).toContain(said);
});
