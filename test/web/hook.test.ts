import { createHmac } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { type Repository, repository } from '../support/git.ts';
import { type Served, served } from '../support/served.ts';

const token = 'a secret of the operator';
const body = '{"ref":"refs/heads/main"}';
const signature = (key: string) => `sha256=${createHmac('sha256', key).update(body).digest('hex')}`;

async function followed(hookToken?: string): Promise<{ origin: Repository; site: Served }> {
  const origin = await repository({ 'index.md': '# Avant' });
  const site = await served(`file://${origin.path}`, hookToken === undefined ? {} : { hookToken });
  return { origin, site };
}

const announce = (site: Served, headers: Record<string, string>) =>
  site.ask('/-/hooks/fetch', { method: 'POST', headers, body });

test.each([
  ['a Bearer token', { authorization: `Bearer ${token}` }],
  ['GitLab’s header', { 'x-gitlab-token': token }],
  ['a signature', { 'x-hub-signature-256': signature(token) }],
])('a forge that names the token as %s makes what was pushed be shown', async (_, headers) => {
  const { origin, site: opened } = await followed(token);
  await using site = opened;
  await origin.commit('Après', { 'index.md': '# Après' });
  const { status, text } = await announce(site, headers);
  expect([status, text]).toEqual([200, 'updated\n']);
  expect((await site.get('/')).text).toContain('Après');
  expect((await announce(site, headers)).text).toBe('nothing new\n');
});

test.each([
  ['no token', {}],
  ['another one', { authorization: 'Bearer another' }],
  ['the beginning of it', { authorization: `Bearer ${token.slice(0, -1)}` }],
  ['another signature', { 'x-hub-signature-256': signature('another') }],
  ['a broken signature', { 'x-hub-signature-256': 'sha256=' }],
  ['another beside the right signature', { 'x-gitlab-token': 'x', 'x-hub-signature-256': signature(token) }],
])('who names %s is refused', async (_, headers) => {
  const { origin, site: opened } = await followed(token);
  await using site = opened;
  await origin.commit('Après', { 'index.md': '# Après' });
  const { status, text } = await announce(site, headers as Record<string, string>);
  expect(status).toBe(403);
  expect(text).not.toContain(token);
  expect((await site.get('/')).text).not.toContain('Après');
});

test('where no token is set, anyone may announce, and it is fetched soon', async () => {
  const { origin, site: opened } = await followed();
  await using site = opened;
  await origin.commit('Après', { 'index.md': '# Après' });
  expect((await announce(site, {})).status).toBe(202);
  await expect.poll(async () => (await site.get('/')).text, { timeout: 5_000 }).toContain('Après');
});

test('an announcement does not change by being looked at', async () => {
  const { site: opened } = await followed(token);
  await using site = opened;
  const { status } = await site.ask('/-/hooks/fetch', { headers: { authorization: `Bearer ${token}` } });
  expect([404, 405]).toContain(status);
});

test('a repository that cannot be reached is told to the forge, without a secret of its address', async () => {
  const { origin, site: opened } = await followed(token);
  await using site = opened;
  await origin.git(['symbolic-ref', 'HEAD', 'refs/heads/nothing']);
  await rm(origin.path, { recursive: true });
  const { status, text } = await announce(site, { authorization: `Bearer ${token}` });
  expect(status).toBe(503);
  expect(text).toContain('cannot be fetched');
  expect((await site.get('/')).text).toContain('Avant');
});
