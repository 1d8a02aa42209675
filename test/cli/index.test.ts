import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { repository } from '../support/git.ts';
import { finished, isBuilt, run, serving } from '../support/greffe.ts';

describe.skipIf(!isBuilt)('greffe index', () => {
  test('makes the index, then has nothing to do', async () => {
    const wiki = await repository({ 'index.md': '# A' });
    const data = await temporaryFolder('data');
    const args = ['index', wiki.path, '--data', data];
    expect(await finished(args)).toEqual({ code: 0, said: 'The index is made.\n' });
    expect(await finished(args)).toEqual({ code: 0, said: 'The index is up to date.\n' });
    expect(await finished([...args, '--rebuild'])).toEqual({ code: 0, said: 'The index is made.\n' });
  });

  test('runs while greffe serve does, which goes on serving', async () => {
    const files = Array.from({ length: 300 }, (_, n) => [`p${n}.md`, `# Page ${n}`] as const);
    const wiki = await repository(Object.fromEntries([...files, ['index.md', '# Bienvenue']]));
    const { data, get, said } = await serving(wiki.path);
    const rebuilding = run(['index', wiki.path, '--rebuild', '--data', data]);
    let done = false;
    void rebuilding.ended.then(() => {
      done = true;
    });
    const statuses = new Set<number>();
    for (let n = 0; !done; n++) statuses.add((await get(n % 2 ? '/' : `/p${n % 300}`)).status);
    expect(await rebuilding.ended).toBe(0);
    expect([...statuses]).toEqual([200]);
    expect((await get('/p299')).text).toContain('Page 299');
    expect(said()).toMatch(/^Serving [^\n]+\n$/);
  });
});
