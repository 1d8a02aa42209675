import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/folder.ts';
import { repository } from '../../test/support/git.ts';
import { headBranch, headCommit } from './head.ts';
import { fetchRemote } from './remote.ts';

async function followed(files?: Readonly<Record<string, string>>) {
  const remote = await repository(files);
  const gitDir = join(await temporaryFolder('data'), 'mirror.git');
  const url = pathToFileURL(remote.path).href;
  return { remote, gitDir, url, fetch: () => fetchRemote(gitDir, url) };
}

test('a URL is cloned, then followed, through a forced push too', async () => {
  const { remote, gitDir, fetch } = await followed({ 'a.md': 'a' });
  await fetch();
  expect(await headCommit(gitDir)).toBe(await remote.head());
  await remote.commit('Second', { 'a.md': 'b' });
  await fetch();
  expect(await headCommit(gitDir)).toBe(await remote.head());
  await remote.commit('Anew', { 'a.md': 'c' }, { from: null });
  await fetch();
  expect(await headCommit(gitDir)).toBe(await remote.head());
});

test('its default branch is followed when it becomes another', async () => {
  const { remote, gitDir, fetch } = await followed({ 'a.md': 'a' });
  await fetch();
  await remote.commit('On trunk', { 'a.md': 'b' }, { branch: 'trunk', from: await remote.head() });
  await remote.git(['symbolic-ref', 'HEAD', 'refs/heads/trunk']);
  await remote.git(['branch', '-D', 'main']);
  await fetch();
  expect(await headBranch(gitDir)).toBe('refs/heads/trunk');
  expect(await headCommit(gitDir)).toBe(await remote.head('trunk'));
});

test('an empty repository is cloned, and its first commit comes later', async () => {
  const { remote, gitDir, fetch } = await followed();
  await fetch();
  expect(await headCommit(gitDir)).toBeUndefined();
  await remote.commit('First', { 'a.md': 'a' });
  await fetch();
  expect(await headCommit(gitDir)).toBe(await remote.head());
});

test('a clone that was interrupted is begun again', async () => {
  const { remote, gitDir, fetch } = await followed({ 'a.md': 'a' });
  await mkdir(`${gitDir}.new`, { recursive: true });
  await writeFile(join(`${gitDir}.new`, 'HEAD'), 'rubbish');
  await fetch();
  expect(await headCommit(gitDir)).toBe(await remote.head());
  expect(existsSync(`${gitDir}.new`)).toBe(false);
});

test('what cannot be fetched is told in a sentence, and what was fetched before stays', async () => {
  const { remote, gitDir, url, fetch } = await followed({ 'a.md': 'a' });
  await fetch();
  const head = await remote.head();
  await rm(remote.path, { recursive: true });
  await expect(fetch()).rejects.toMatchObject({
    message: `${url} cannot be fetched: '${remote.path}' does not appear to be a git repository.`,
    remedy: 'Check the address, and that this machine may reach it.',
  });
  expect(await headCommit(gitDir)).toBe(head);
});

test('a password in a URL is not told', async () => {
  const gitDir = join(await temporaryFolder('data'), 'mirror.git');
  const fetching = fetchRemote(gitDir, 'http://user:hidden@127.0.0.1:1/wiki.git');
  await expect(fetching).rejects.toThrow(
    /^http:\/\/127\.0\.0\.1:1\/wiki\.git cannot be fetched: (?!.*hidden)/,
  );
});
