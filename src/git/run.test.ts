import { expect, test } from 'vitest';
import { repository } from '../../test/support/git.ts';
import { GitFailure, git, gitStream, gitText } from './run.ts';

test('what git says is given, and what it is told is read', async () => {
  const wiki = await repository({ 'a.md': 'a' });
  expect(await gitText(wiki.path, ['rev-parse', '--is-bare-repository'])).toBe('true');
  const id = await gitText(wiki.path, ['hash-object', '-w', '--stdin'], { input: 'content' });
  expect(String(await git(wiki.path, ['cat-file', 'blob', id]))).toBe('content');
});

test('a failure is one sentence, and what to do', async () => {
  const wiki = await repository({ 'a.md': 'a' });
  await expect(git(wiki.path, ['cat-file', 'blob', 'nothing'])).rejects.toMatchObject({
    message: 'git cat-file failed: Not a valid object name nothing.',
    remedy: expect.stringContaining('git fsck'),
    exitCode: 128,
  });
  await expect(git('/nowhere', ['log'])).rejects.toBeInstanceOf(GitFailure);
});

test('a reader that stops early ends the process without a fault', async () => {
  const wiki = await repository({ 'large.md': 'x'.repeat(5_000_000) });
  for await (const chunk of gitStream(wiki.path, ['cat-file', 'blob', 'main:large.md'])) {
    expect(chunk.length).toBeGreaterThan(0);
    break;
  }
});

test('nobody’s configuration is read but the repository’s', async () => {
  const wiki = await repository({ 'a.md': 'a' });
  process.env.GIT_DIR = '/nowhere';
  process.env.GIT_CONFIG_COUNT = '1';
  process.env.GIT_CONFIG_KEY_0 = 'alias.mine';
  process.env.GIT_CONFIG_VALUE_0 = 'version';
  try {
    expect(await gitText(wiki.path, ['rev-parse', '--verify', 'HEAD'])).toBe(await wiki.head());
    await expect(git(wiki.path, ['mine'])).rejects.toBeInstanceOf(GitFailure);
  } finally {
    for (const name of ['GIT_DIR', 'GIT_CONFIG_COUNT', 'GIT_CONFIG_KEY_0', 'GIT_CONFIG_VALUE_0'])
      delete process.env[name];
  }
});
