import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { repository } from '../support/git.ts';
import { finished, isBuilt } from '../support/greffe.ts';

describe.skipIf(!isBuilt)('greffe doctor', () => {
  test('finds all well, and says so', async () => {
    const wiki = await repository({ 'index.md': '# A' });
    const data = await temporaryFolder('data');
    await finished(['index', wiki.path, '--data', data]);
    const { code, said } = await finished(['doctor', wiki.path, '--data', data]);
    expect(said).not.toContain('WRONG');
    expect(said).toMatch(/^well {3}git: version 2\.\d+/m);
    expect(said).toMatch(/^well {3}data folder: .*, \d+ MB free$/m);
    expect(said).toMatch(/^well {3}repository: .*, at [0-9a-f]{10}$/m);
    expect(said).toMatch(/^well {3}index: up to date, in sqlite$/m);
    expect(code).toBe(0);
  });

  test('says what to do of a repository without a commit', async () => {
    const { code, said } = await finished([
      'doctor',
      (await repository()).path,
      '--data',
      await temporaryFolder(),
    ]);
    expect(said).toMatch(/^WRONG {2}repository: .* has no commit on its branch yet\. Commit a page/m);
    expect(code).toBe(1);
  });

  test('says what to do of a path where there is nothing', async () => {
    const { code, said } = await finished(['doctor', '/nowhere', '--data', await temporaryFolder()]);
    expect(said).toContain('WRONG  wiki: There is nothing at /nowhere. Name a repository');
    expect(code).toBe(1);
  });

  test('sees that the index is behind', async () => {
    const wiki = await repository({ 'index.md': '# A' });
    const data = await temporaryFolder('data');
    await finished(['index', wiki.path, '--data', data]);
    await wiki.commit('x', { 'index.md': '# B' });
    const { code, said } = await finished(['doctor', wiki.path, '--data', data]);
    expect(said).toMatch(/^WRONG {2}index: at [0-9a-f]{10}, behind the repository\. /m);
    expect(code).toBe(1);
  });

  test('sees the faults of the settings', async () => {
    const wiki = await repository({ 'greffe.yml': 'licence: [\n', 'index.md': '# A' });
    const data = await temporaryFolder('data');
    await finished(['index', wiki.path, '--data', data]);
    const { code, said } = await finished(['doctor', wiki.path, '--data', data]);
    expect(said).toMatch(/^WRONG {2}greffe\.yml, line \d: /m);
    expect(code).toBe(1);
  });
});
