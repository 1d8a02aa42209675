import { execFile, spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from './folder.ts';

const execute = promisify(execFile);

/** Whether Postfix can be run here: it needs its own users, so root. */
export const hasPostfix =
  process.getuid?.() === 0 && spawnSync('postconf', ['-d', 'mail_version']).status === 0;

/** A mail server of one's own, on loopback; ended by `await using`. */
export interface Postfix extends AsyncDisposable {
  readonly port: number;
  /** What it wrote in its log. */
  log(): Promise<string>;
}

/** A port that nothing listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a Postfix that takes mail for anybody, with these settings besides (postconf(5)). */
export async function postfix(settings: Readonly<Record<string, string>>): Promise<Postfix> {
  const folder = await temporaryFolder('postfix');
  await execute('chmod', ['755', folder]);
  const [config, queue, data] = ['config', 'queue', 'data'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const path of [config, queue, data]) await mkdir(path);
  await execute('chown', ['postfix', data]);
  const port = await freePort();
  const log = join(folder, 'log');
  const main = {
    compatibility_level: '3.6',
    queue_directory: queue,
    data_directory: data,
    maillog_file: log,
    maillog_file_prefixes: folder,
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    myhostname: 'mta.example',
    mydestination: '',
    mynetworks: '127.0.0.0/8',
    smtpd_recipient_restrictions: 'permit_mynetworks, reject',
    smtpd_relay_restrictions: 'permit_mynetworks, reject',
    smtp_host_lookup: 'native',
    disable_dns_lookups: 'yes',
    alias_maps: '',
    alias_database: '',
    local_recipient_maps: '',
    biff: 'no',
    minimal_backoff_time: '1s',
    queue_run_delay: '1s',
    bounce_notice_recipient: 'postmaster@mta.example',
    ...settings,
  };
  await writeFile(
    join(config, 'main.cf'),
    `${Object.entries(main)
      .map(([name, value]) => `${name} = ${value}`)
      .join('\n')}\n`,
  );
  await writeFile(join(config, 'master.cf'), master(port));
  await execute('postfix', ['-c', config, 'start']);
  return {
    port,
    log: () => readFile(log, 'utf8').catch(() => ''),
    async [Symbol.asyncDispose]() {
      await execute('postfix', ['-c', config, 'stop']).catch(() => {});
    },
  };
}

/** The services that are needed (master(5)), none of them in a chroot. */
function master(port: number): string {
  const services = [
    [`127.0.0.1:${port}`, 'inet', 'n', '-', 'n', '-', '-', 'smtpd'],
    ['pickup', 'unix', 'n', '-', 'n', '60', '1', 'pickup'],
    ['cleanup', 'unix', 'n', '-', 'n', '-', '0', 'cleanup'],
    ['qmgr', 'unix', 'n', '-', 'n', '300', '1', 'qmgr'],
    ['rewrite', 'unix', '-', '-', 'n', '-', '-', 'trivial-rewrite'],
    ['bounce', 'unix', '-', '-', 'n', '-', '0', 'bounce'],
    ['defer', 'unix', '-', '-', 'n', '-', '0', 'bounce'],
    ['trace', 'unix', '-', '-', 'n', '-', '0', 'bounce'],
    ['smtp', 'unix', '-', '-', 'n', '-', '-', 'smtp'],
    ['relay', 'unix', '-', '-', 'n', '-', '-', 'smtp'],
    ['lmtp', 'unix', '-', '-', 'n', '-', '-', 'lmtp'],
    ['error', 'unix', '-', '-', 'n', '-', '-', 'error'],
    ['retry', 'unix', '-', '-', 'n', '-', '-', 'error'],
    ['discard', 'unix', '-', '-', 'n', '-', '-', 'discard'],
    ['scache', 'unix', '-', '-', 'n', '-', '1', 'scache'],
    ['anvil', 'unix', '-', '-', 'n', '-', '1', 'anvil'],
    ['proxymap', 'unix', '-', '-', 'n', '-', '-', 'proxymap'],
    ['postlog', 'unix-dgram', 'n', '-', 'n', '-', '1', 'postlogd'],
  ];
  return `${services.map((service) => service.join(' ')).join('\n')}\n`;
}
