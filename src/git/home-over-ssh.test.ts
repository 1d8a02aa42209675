import { afterEach, describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../test/support/folder.ts';
import { git, repository } from '../../test/support/git.ts';
import { hasSshd, sshd } from '../../test/support/sshd.ts';
import { HomeAway, pushHome } from './home.ts';
import { findSource, refreshSource } from './open.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe.skipIf(!hasSshd)('a home that is reached over SSH', () => {
  test('is fetched and pushed to with the key of the operator, and with no other', async () => {
    const home = await repository({ 'index.md': '# Accueil\n' });
    const server = await sshd();
    const [own, other] = [await server.key('own'), await server.key('other')];
    await server.authorize(own.line);
    // The operator's own ssh, which knows the host.
    vi.stubEnv(
      'GIT_SSH_COMMAND',
      'ssh -F /dev/null -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null',
    );
    const url = `ssh://${server.user}@127.0.0.1:${server.port}${home.path}`;
    const at = async (sshKey: string) =>
      await findSource(url, await temporaryFolder('data'), { url: undefined, login: undefined, sshKey });
    const source = await at(own.file);
    await refreshSource(source);
    expect(await git(source.gitDir, ['rev-parse', 'HEAD'])).toBe(await home.head());
    const tree = await git(source.gitDir, ['rev-parse', 'HEAD^{tree}']);
    const commit = await git(source.gitDir, ['commit-tree', tree, '-p', 'HEAD', '-m', 'Poussé']);
    const landing = { branch: 'refs/heads/main', commit };
    if (!source.home) throw new Error('It is pushed back to.');
    expect(await pushHome(source.home, source.gitDir, landing)).toBe('landed');
    expect(await home.head()).toBe(commit);
    const refused = await at(other.file);
    if (!refused.home) throw new Error('It is pushed back to.');
    await expect(pushHome(refused.home, source.gitDir, landing)).rejects.toThrow(HomeAway);
  });
});
