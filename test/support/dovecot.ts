import { spawn, spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { temporaryFolder } from './folder.ts';
import { freePort } from './postfix.ts';

/** Whether Dovecot can be run here: it changes users, so root. */
export const hasDovecot = process.getuid?.() === 0 && spawnSync('dovecot', ['--version']).status === 0;

/** Dovecot serves no mailbox as root. */
const NOBODY = 65_534;

/** An IMAP server of one's own with one mailbox, on loopback; ended by `await using`. */
export interface Dovecot extends AsyncDisposable {
  /** Of the mailbox. */
  readonly url: string;
  /** Delivers a message to it. */
  deliver(raw: Buffer): Promise<void>;
  /** How many messages a folder of it has; that of what comes has no name. */
  count(folder?: string): Promise<number>;
}

export async function dovecot(): Promise<Dovecot> {
  const folder = await temporaryFolder('dovecot');
  const mail = join(folder, 'mail');
  for (const name of ['tmp', 'new', 'cur']) await mkdir(join(mail, name), { recursive: true });
  await chmod(folder, 0o755);
  for (const path of [mail, ...['tmp', 'new', 'cur'].map((name) => join(mail, name))])
    await chown(path, NOBODY, NOBODY);
  const port = await freePort();
  const config = join(folder, 'dovecot.conf');
  const settings = `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
ssl = no
disable_plaintext_auth = no
first_valid_uid = ${NOBODY}
first_valid_gid = ${NOBODY}
mail_location = maildir:${mail}
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${NOBODY} gid=${NOBODY} home=${folder}
}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
}
`;
  await writeFile(config, settings);
  const child = spawn('dovecot', ['-F', '-c', config], { stdio: 'ignore' });
  await setTimeout(300);
  let delivered = 0;
  return {
    url: `imap://contributions:secret@127.0.0.1:${port}`,
    deliver: (raw) => writeFile(join(mail, 'new', `${Date.now()}.${++delivered}.test`), raw),
    async count(name = '') {
      const at = name === '' ? mail : join(mail, `.${name}`);
      const files = await Promise.all(
        ['new', 'cur'].map((kind) => readdir(join(at, kind)).catch(() => [] as string[])),
      );
      return files.flat().length;
    },
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}
