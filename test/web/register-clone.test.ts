import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gitOutcome } from '../../src/git/run.ts';
import { temporaryFolder } from '../support/folder.ts';
import { said } from '../support/register.ts';
import { servedRegister } from '../support/served-register.ts';

async function cloned(url: string, ...args: string[]) {
  const folder = join(await temporaryFolder('clone'), 'clone');
  const network = { network: true, env: { GIT_ALLOW_PROTOCOL: 'http' } };
  const run = (...more: string[]) => gitOutcome(undefined, ['-C', folder, ...more], network);
  const { status, stderr } = await gitOutcome(undefined, ['clone', ...args, url, folder], network);
  return { status, stderr, run };
}

test('the register is cloned whole, shallow, partial and in the first protocol, and fetched', async () => {
  await using it = await servedRegister({ 'index.md': '# Accueil' });
  await it.record([said('outil')]);
  await it.record([said('carte')]);
  const url = `${it.site.origin}/-/code/register.git`;
  for (const [args, commits] of [
    [[], 2],
    [['--depth=1'], 1],
    [['--filter=blob:none', '--bare'], 2],
    [['-c', 'protocol.version=0'], 2],
  ] as const) {
    const { status, stderr, run } = await cloned(url, ...args);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(Number((await run('rev-list', '--count', 'HEAD')).stdout)).toBe(commits);
  }
  const { run } = await cloned(url);
  await it.record([said('autre')]);
  expect((await run('pull')).status).toBe(0);
  expect((await run('grep', '--files-with-matches', '"name": "autre"')).stdout.toString()).toMatch(
    /^repositories\//,
  );
});

test('who pushes to the register is told how to correct it', async () => {
  await using it = await servedRegister({ 'index.md': '# Accueil' });
  await it.record([said('outil')]);
  const { run } = await cloned(`${it.site.origin}/-/code/register.git`);
  const { status, stderr } = await run('push', 'origin', 'HEAD:refs/heads/autre');
  expect(status).not.toBe(0);
  expect(stderr).toContain('The register is only read here');
  const { status: posted } = await it.site.ask('/-/code/register.git/git-receive-pack', { method: 'POST' });
  expect(posted).toBe(403);
});

test.each([
  '/-/code/register.git/info/refs',
  '/-/code/register.git/info/refs?service=git-upload-archive',
  '/-/code/register.git/HEAD',
  '/-/code/autre.git/info/refs?service=git-upload-pack',
])('%s answers 404', async (path) => {
  await using it = await servedRegister({ 'index.md': '# Accueil' });
  expect((await it.site.get(path)).status).toBe(404);
});
