import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { Busy } from '../../src/config/errors.ts';
import { gitOutcome } from '../../src/git/run.ts';
import { temporaryFolder } from '../support/folder.ts';
import { mail, servedList } from '../support/mail.ts';

const one = mail({ id: 'one@x.example' });
const two = mail({ id: 'two@x.example' });

const clone = async (origin: string, path: string, ...args: string[]) => {
  const folder = join(await temporaryFolder('clone'), 'clone');
  const env = { GIT_ALLOW_PROTOCOL: 'http' };
  const run = (...more: string[]) => gitOutcome(undefined, ['-C', folder, ...more], { network: true, env });
  const { status, stderr } = await gitOutcome(undefined, ['clone', ...args, `${origin}${path}`, folder], {
    network: true,
    env,
  });
  return { status, stderr, run };
};

test.each([['0'], ['git/0.git']])('the archive of a list is cloned and fetched from …/%s', async (epoch) => {
  await using site = await servedList({ contributions: [one] });
  const { status, stderr, run } = await clone(site.origin, `/-/lists/contributions/${epoch}`, '--mirror');
  expect({ status, stderr }).toMatchObject({ status: 0 });
  expect((await run('show', 'master:m')).stdout.toString()).toBe(one.toString());
  await site.receive('contributions', [two]);
  expect((await run('fetch')).status).toBe(0);
  expect((await run('show', 'master:m')).stdout.toString()).toBe(two.toString());
});

test('a clone may be shallow or partial, and in the first protocol', async () => {
  await using site = await servedList({ contributions: [one, two] });
  const path = '/-/lists/contributions/0';
  for (const args of [['--depth=1'], ['--filter=blob:none', '--bare'], ['-c', 'protocol.version=0']]) {
    const { status, run } = await clone(site.origin, path, ...args);
    expect(status).toBe(0);
    const { stdout } = await run('rev-list', '--count', 'HEAD');
    expect(Number(stdout)).toBe(args[0] === '--depth=1' ? 1 : 2);
  }
});

test.each([
  '/-/lists/interne/0/info/refs?service=git-upload-pack',
  '/-/lists/autre/0/info/refs?service=git-upload-pack',
  '/-/lists/contributions/0/info/refs?service=git-receive-pack',
  '/-/lists/contributions/0/info/refs',
  '/-/lists/contributions/0/HEAD',
])('%s answers 404', async (path) => {
  await using site = await servedList({ contributions: [one], interne: [two] });
  expect((await site.get(path)).status).toBe(404);
});

test('what is no question of Git is refused, and so is one that grows when it is unpacked', async () => {
  await using site = await servedList({ contributions: [one] });
  const path = '/-/lists/contributions/0/git-upload-pack';
  const type = 'application/x-git-upload-pack-request';
  const ask = (headers: Record<string, string>, body: string | Buffer) =>
    site.ask(path, { method: 'POST', headers, body: body as string });
  expect((await ask({ 'content-type': 'text/plain' }, 'x')).status).toBe(400);
  const bomb = gzipSync(Buffer.alloc(20_000_000));
  const zipped = { 'content-type': type, 'content-encoding': 'gzip' };
  expect((await ask(zipped, bomb)).status).toBe(400);
  expect((await ask(zipped, 'no gzip')).status).toBe(400);
  const { origin } = site;
  expect((await clone(origin, '/-/lists/contributions/0')).status).toBe(0);
});

test('of a hundred who clone at once each has a clone or is told, and pages go on being shown', {
  timeout: 120_000,
}, async () => {
  await using site = await servedList({ contributions: [one, two] });
  const path = '/-/lists/contributions/0';
  const clones = Array.from({ length: 100 }, () => clone(site.origin, path, '--quiet'));
  const pages = Array.from({ length: 10 }, () => site.get('/'));
  for (const { status } of await Promise.all(pages)) expect(status).toBe(200);
  const ended = await Promise.all(clones);
  const refused = ended.filter(({ status }) => status !== 0);
  for (const { stderr } of refused) expect(stderr).toContain('Too many requests of this kind are under way');
  expect(refused.length).toBeLessThan(100);
  expect((await clone(site.origin, path)).status).toBe(0);
});

test('who finds no room is told so, in words that Git shows', async () => {
  await using site = await servedList({ contributions: [one] });
  const { clones } = site.wiki;
  const path = '/-/lists/contributions/0';
  const full = vi.spyOn(clones, 'assertRoom');
  const refuse = () => {
    throw new Busy('Too many requests of this kind are under way.', 'Ask again in a few seconds.');
  };
  full.mockImplementationOnce(refuse);
  const first = await clone(site.origin, path);
  expect(first).toMatchObject({ status: 128, stderr: expect.stringContaining('Too many requests') });
  full.mockImplementationOnce(() => {}).mockImplementationOnce(refuse);
  const second = await clone(site.origin, path);
  expect(second).toMatchObject({ status: 128, stderr: expect.stringContaining('Too many requests') });
});
