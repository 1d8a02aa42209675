import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { repository } from '../support/git.ts';
import { finished, isBuilt } from '../support/greffe.ts';

const place = async () => {
  const wiki = await repository({
    'index.md': '# Accueil\n',
    'greffe.yml': 'lists:\n  a:\n    address: a@office.example\n    moderators: [mona@office.example]\n',
  });
  const data = await temporaryFolder('blocks');
  const on = ['--wiki', wiki.path, '--data', data];
  expect(await finished(['index', wiki.path, '--data', data])).toMatchObject({ code: 0 });
  return (...args: readonly string[]) => finished(['block', ...args, ...on]);
};

test.skipIf(!isBuilt)(
  'something is blocked, listed, and blocked no more',
  async () => {
    const block = await place();
    const added = await block('add', '192.0.2.9/24', '--reason', 'floods', '--until', '2099-12-31');
    expect(added).toMatchObject({ code: 0, said: 'network 192.0.2.0/24 is blocked\n' });
    await block('add', 'Casino en ligne', '--text');
    const { said } = await block('list');
    expect(said).toMatch(/^network\t192\.0\.2\.0\/24\t\d{4}-\d\d-\d\d\t2099-12-31\toperator\tfloods$/m);
    expect(said).toMatch(/^text\tcasino en ligne\t/m);
    expect(await block('remove', '192.0.2.0/24')).toMatchObject({ code: 0 });
    expect(await block('remove', '192.0.2.0/24')).toMatchObject({ code: 1 });
  },
  90_000,
);

test.skipIf(!isBuilt)(
  'a block of everybody, or of who keeps the wiki, is refused with a sentence',
  async () => {
    const block = await place();
    const all = await block('add', '0.0.0.0/0');
    expect(all).toMatchObject({ code: 2, said: expect.stringContaining('would block everybody') });
    const keeper = await block('add', 'MONA@office.example');
    expect(keeper).toMatchObject({ code: 2, said: expect.stringContaining('who keeps this wiki') });
  },
  90_000,
);
