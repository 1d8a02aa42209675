import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gitOutcome } from '../../src/git/run.ts';
import { temporaryFolder } from '../support/folder.ts';
import { git, repository } from '../support/git.ts';
import { LIST_FILES, servedList } from '../support/mail.ts';
import { served } from '../support/served.ts';

const env = { GIT_ALLOW_PROTOCOL: 'http' };

const clone = async (url: string) => {
  const folder = join(await temporaryFolder('clone'), 'clone');
  const { status, stderr } = await gitOutcome(undefined, ['clone', url, folder], { network: true, env });
  return { folder, status, stderr };
};

test('the page that says how to contribute has commands that work as they are', async () => {
  const wiki = await repository(LIST_FILES);
  await using site = await servedList({}, wiki);
  const { status, text } = await site.get('/-/contribute?page=index.md');
  expect(status).toBe(200);
  expect(text).toContain('contributions@office.example');
  const [, url = ''] = /clone<\/span> <span[^>]*>(http[^<\s]+)/.exec(text) ?? [];
  const { folder, stderr, status: cloned } = await clone(url);
  expect({ cloned, stderr }).toMatchObject({ cloned: 0 });
  expect(await git(folder, ['rev-parse', 'HEAD'])).toBe(await wiki.head());
});

test('each page of the wiki leads to the form that changes it, and that one to the commands', async () => {
  await using site = await servedList({}, LIST_FILES, { proposals: true });
  expect((await site.get('/')).text).toContain('href="/-/edit/index.md"');
  expect((await site.get('/en/')).text).toContain('Improve this page');
  expect((await site.get('/-/edit/index.md')).text).toContain('href="/-/contribute?page=index.md"');
});

test('a wiki without a list that anyone may read has no such page', async () => {
  await using site = await served({ 'index.md': '# Accueil\n' });
  expect((await site.get('/-/contribute')).status).toBe(404);
  expect((await site.get('/-/edit/index.md')).status).toBe(404);
  expect((await site.get('/')).text).not.toContain('/-/edit');
});

test('a page that is asked for is no command of its own', async () => {
  await using site = await servedList({});
  const { text } = await site.get(`/-/contribute?page=${encodeURIComponent('x; rm -rf <b>')}`);
  expect(text).not.toContain('rm -rf');
});

test('of the repository, the branch that is shown and the tags are cloned, and nothing else', async () => {
  const wiki = await repository(LIST_FILES);
  await wiki.commit('Secret', { 'secret.md': '# Secret\n' }, { branch: 'secret', from: await wiki.head() });
  await git(wiki.path, ['tag', 'v1', 'main']);
  await using site = await servedList({}, wiki);
  const name = wiki.path
    .split('/')
    .at(-1)
    ?.replace(/\.git$/, '');
  const { folder } = await clone(`${site.origin}/${name}.git`);
  const refs = await git(folder, ['for-each-ref', '--format=%(refname)']);
  expect(refs).not.toContain('secret');
  expect(refs).toContain('refs/tags/v1');
  expect((await clone(`${site.origin}/other.git`)).status).not.toBe(0);
});
