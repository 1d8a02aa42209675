import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished } from 'vitest';
import { temporaryFolder } from './folder.ts';

const SSHD = '/usr/sbin/sshd';

/** Whether there is a server of OpenSSH; for `test.skipIf(!hasSshd)`. */
export const hasSshd = existsSync(SSHD);

export interface Sshd {
  readonly port: number;
  readonly user: string;
  /** Lines of `authorized_keys(5)`. */
  authorize(...lines: readonly string[]): Promise<void>;
  /** Makes a key; gives its public line, and how Git uses it. */
  key(name: string): Promise<{
    readonly file: string;
    readonly line: string;
    readonly env: Readonly<Record<string, string>>;
  }>;
  /** What it has logged. */
  log(): Promise<string>;
}

/** A server of this user on loopback, with keys of its own, which runs forced commands only. */
export async function sshd(settings: readonly string[] = []): Promise<Sshd> {
  const folder = await temporaryFolder('sshd');
  const keygen = (...args: readonly string[]) => promisify(execFile)('ssh-keygen', ['-q', '-N', '', ...args]);
  await keygen('-t', 'ed25519', '-f', join(folder, 'host'));
  await writeFile(join(folder, 'authorized'), '');
  const port = await freePort();
  await writeFile(
    join(folder, 'config'),
    [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${join(folder, 'host')}`,
      `PidFile ${join(folder, 'pid')}`,
      `AuthorizedKeysFile ${join(folder, 'authorized')}`,
      'AcceptEnv GIT_PROTOCOL',
      'PasswordAuthentication no',
      'KbdInteractiveAuthentication no',
      'UsePAM no',
      'StrictModes no',
      ...settings,
      '',
    ].join('\n'),
  );
  // Run by root, it wants this folder.
  if (userInfo().uid === 0) await mkdir('/run/sshd', { recursive: true });
  const log = join(folder, 'log');
  const child = spawn(SSHD, ['-D', '-f', join(folder, 'config'), '-E', log], { stdio: 'ignore' });
  onTestFinished(() => void child.kill());
  await expect.poll(() => answers(port), { timeout: 10_000 }).toBe(true);
  return {
    port,
    user: userInfo().username,
    authorize: (...lines) => writeFile(join(folder, 'authorized'), lines.map((line) => `${line}\n`).join('')),
    log: () => readFile(log, 'utf8'),
    async key(name) {
      const file = join(folder, name);
      await keygen('-t', 'ed25519', '-C', name, '-f', file);
      const options = '-F /dev/null -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null';
      const quiet = '-o LogLevel=ERROR -o IdentitiesOnly=yes -o BatchMode=yes';
      return {
        file,
        line: (await readFile(`${file}.pub`, 'utf8')).trim(),
        env: { GIT_SSH_COMMAND: `ssh ${options} ${quiet} -i ${file}`, GIT_ALLOW_PROTOCOL: 'ssh' },
      };
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true) ?? socket.destroy());
    socket.on('error', () => resolve(false));
  });
}
