import { writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gitOutcome } from '../../src/git/run.ts';
import { CONTRIBUTING_FILES } from '../support/contributing.ts';
import { temporaryFolder } from '../support/folder.ts';
import { git, repository } from '../support/git.ts';
import { finished, greffe, isBuilt, run, serving } from '../support/greffe.ts';
import { hasSshd, sshd } from '../support/sshd.ts';

const ADA = 'ada@example.org';

/** A wiki that is served, and a server of SSH by which Ada comes to it. */
async function overSsh(files: Readonly<Record<string, string>> = {}) {
  const wiki = await repository({ ...CONTRIBUTING_FILES, ...files });
  const server = await serving(wiki.path);
  const where = ['--wiki', wiki.path, '--data', server.data];
  const member = (...args: readonly string[]) => finished(['member', ...args, ...where]);
  await member('grant', ADA);
  const ssh = await sshd();
  const { line, env } = await ssh.key('ada');
  const node = `PATH=${process.env.PATH}`;
  const shell = `${node} ${greffe} ssh-shell --member ${ADA} ${where.join(' ')}`;
  await ssh.authorize(`restrict,command="${shell}" ${line}`);
  const url = `ssh://${ssh.user}@127.0.0.1:${ssh.port}/${basename(wiki.path)}.git`;
  const folder = join(await temporaryFolder('clone'), 'wiki');
  const asked = (args: readonly string[], cwd?: string) =>
    gitOutcome(undefined, args, { network: true, env, ...(cwd !== undefined && { cwd }) });
  return {
    wiki,
    server,
    ssh,
    env,
    member,
    url,
    folder,
    asked,
    async clone(...args: readonly string[]) {
      const done = await asked(['clone', ...args, url, folder]);
      expect(done).toMatchObject({ status: 0 });
      await git(folder, ['config', 'user.name', 'Ada Exemple']);
      await git(folder, ['config', 'user.email', ADA]);
    },
    async commit(path: string, text: string) {
      await writeFile(join(folder, path), text);
      await git(folder, ['add', '--all']);
      await git(folder, ['commit', '--quiet', '-m', `Change ${path}`]);
    },
    push: (...args: readonly string[]) => asked(['push', ...args], folder),
  };
}

describe.skipIf(!isBuilt || !hasSshd)('over SSH', { timeout: 180_000 }, () => {
  test('a member clones, pushes, and sees it served', async () => {
    const { wiki, server, clone, commit, push, folder } = await overSsh();
    await clone();
    await commit('guides/faq.md', '# Questions\n\nPoussé par SSH. [Rien](nulle-part.md)\n');
    const pushed = await push('origin', 'HEAD:main');
    expect(pushed).toMatchObject({ status: 0 });
    expect(pushed.stderr).toMatch(/remote: guides\/faq\.md:3: .*nulle-part/);
    expect(await wiki.head()).toBe(await git(folder, ['rev-parse', 'HEAD']));
    await expect
      .poll(async () => (await server.get('/guides/faq')).text, { timeout: 20_000 })
      .toContain('Poussé par SSH');
    expect((await push('origin', 'HEAD:main')).stderr).toContain('Everything up-to-date');
  });

  test.each(['0', '1', '2'])(
    'it speaks version %s of the protocol, and a clone may be shallow',
    async (version) => {
      const { clone, commit, push, asked, folder, wiki } = await overSsh();
      await wiki.commit('Un autre', { 'b.md': '# B\n' });
      await clone('-c', `protocol.version=${version}`, '--depth=1');
      await commit('a.md', '# A\n');
      expect(await push('origin', 'HEAD:main')).toMatchObject({ status: 0 });
      expect(await asked(['fetch', '--unshallow'], folder)).toMatchObject({ status: 0 });
    },
  );

  test('with -o propose the commits become mails, and nothing moves', async () => {
    const { wiki, server, clone, commit, push } = await overSsh();
    const before = await wiki.head();
    await clone();
    await commit('a.md', '# A\n');
    const pushed = await push('-o', 'propose', 'origin', 'HEAD:main');
    expect(pushed).toMatchObject({ status: 0, stderr: expect.stringContaining('wiki.example/-/proposals') });
    expect(await wiki.head()).toBe(before);
    await expect
      .poll(async () => (await server.get('/-/proposals')).text, { timeout: 60_000, interval: 500 })
      .toContain('Change a.md');
  });

  test('what is refused over HTTP is refused here, and so is who has no role any more', async () => {
    const { wiki, clone, commit, push, member } = await overSsh();
    const before = await wiki.head();
    await clone();
    await commit('.gitattributes', '* filter=x\n');
    const refused = await push('origin', 'HEAD:main');
    expect(refused.status).not.toBe(0);
    expect(refused.stderr).toContain('git-file: .gitattributes');
    expect((await push('origin', 'HEAD:refs/heads/autre')).stderr).toContain('only main is taken here');
    await member('revoke', ADA);
    const revoked = await push('origin', 'HEAD:main');
    expect(revoked.status).not.toBe(0);
    expect(revoked.stderr).toContain('You may not push to this wiki');
    expect(await wiki.head()).toBe(before);
  });

  test('keys that are added by name come by AuthorizedKeysCommand, and go with the role', async () => {
    const { wiki, server, member, url } = await overSsh();
    const where = ['--wiki', wiki.path, '--data', server.data];
    const script = join(await temporaryFolder('keys'), 'keys');
    const told = [
      greffe,
      'ssh-keys',
      '"$1"',
      '"$2"',
      ...where,
      '--greffe',
      `'PATH=${process.env.PATH} ${greffe}'`,
    ];
    await writeFile(script, `#!/bin/sh\nPATH=${process.env.PATH} exec ${told.join(' ')}\n`, { mode: 0o755 });
    const user = userInfo().username;
    const ssh = await sshd([
      `AuthorizedKeysCommand /bin/sh ${script} %t %k`,
      `AuthorizedKeysCommandUser ${user}`,
    ]);
    const { line, env } = await ssh.key('portable');
    const asked = (...args: readonly string[]) => gitOutcome(undefined, args, { network: true, env });
    const here = url.replace(/:\d+\//, `:${ssh.port}/`);
    expect((await asked('ls-remote', here)).status).not.toBe(0);
    const file = join(await temporaryFolder('key'), 'portable.pub');
    await writeFile(file, line);
    expect(await member('key', 'add', 'bob@example.org', file)).toMatchObject({ code: 1 });
    expect(await member('key', 'add', ADA, file)).toMatchObject({ code: 0 });
    expect(await member('key', 'add', ADA, file)).toMatchObject({ code: 1 });
    expect((await member('key', 'list')).said).toMatch(
      /^ada@example\.org,SHA256:\S+,\d{4}-\d\d-\d\d,portable\n$/,
    );
    const listed = await asked('ls-remote', here);
    expect(listed, await ssh.log()).toMatchObject({ status: 0 });
    await member('revoke', ADA);
    expect((await asked('ls-remote', here)).status).not.toBe(0);
  });

  test('another repository is not there, and there is no shell', async () => {
    const { asked, url, env, ssh, folder } = await overSsh();
    const other = await asked(['clone', url.replace(/[^/]+\.git$/, 'autre.git'), folder]);
    expect(other.stderr).toContain('There is no repository autre.git here');
    const [, ...options] = (env.GIT_SSH_COMMAND ?? '').split(' ');
    const { execFile } = await import('node:child_process');
    for (const command of [[], ['cat', '/etc/passwd'], ['git-upload-archive', "'x'"]]) {
      const args = [...options, '-p', String(ssh.port), `${ssh.user}@127.0.0.1`, ...command];
      const said = await new Promise<string>((resolve) =>
        execFile('ssh', args, (_, stdout, stderr) => resolve(stdout + stderr)).stdin?.end(),
      );
      expect(said).toContain('there is no shell');
    }
  });
});

describe.skipIf(!isBuilt)('greffe ssh-shell', () => {
  const shell = async (command: string, input?: string) => {
    const wiki = await repository({ 'index.md': '# A\n' });
    const data = await temporaryFolder('data');
    const args = ['ssh-shell', '--member', ADA, '--wiki', wiki.path, '--data', data];
    const asked = command.replace('NAME', `${basename(wiki.path)}.git`);
    const running = run(args, { env: { SSH_ORIGINAL_COMMAND: asked } });
    running.child.stdin?.end(input);
    return { code: await running.ended, said: running.said() };
  };

  test.each([
    ['git-upload-pack /../NAME', 'There is no repository'],
    ["git-receive-pack '/NAME'; id", 'there is no shell'],
    ['git-receive-pack $(id)', 'There is no repository'],
    ["git-receive-pack '/NAME'", 'not shown yet'],
  ])('%s is refused', async (command, said) => {
    expect(await shell(command)).toMatchObject({ code: 1, said: expect.stringContaining(said) });
  });
});
