import { execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A PostgreSQL of this run's own: it holds nothing that has to last, and is stopped when the run ends. */
export interface Postgres {
  /** Its maintenance database, e.g. `postgresql://postgres@127.0.0.1:40123/postgres`. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts a cluster in `folder`, listening on the loopback only, without the guarantees a real one owes
 * (`fsync` off); `null` where PostgreSQL's programs are not installed. As root it runs as `postgres`.
 */
export async function startPostgres(folder: string): Promise<Postgres | null> {
  const programs = programsFolder();
  if (!programs) return null;
  const data = join(folder, 'data');
  await mkdir(data, { recursive: true, mode: 0o700 });
  const user = process.getuid?.() === 0 ? await account('postgres') : undefined;
  if (user) await Promise.all([folder, data].map((path) => chown(path, user.uid, user.gid)));
  await run(
    join(programs, 'initdb'),
    ['--pgdata', data, '--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { cwd: folder, ...user },
  );
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: folder,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '200',
    shared_buffers: '64MB',
    log_min_messages: 'fatal',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...options], {
    cwd: folder,
    stdio: 'ignore',
    ...user,
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  process.once('exit', () => server.kill('SIGQUIT'));
  await ready(programs, port, server);
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    stop: () => {
      server.kill('SIGQUIT'); // at once: nothing has to last
      return ended;
    },
  };
}

/** The newest version's programs: where Debian keeps them, else where `initdb` is found on the path. */
function programsFolder(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ].find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

async function account(name: string): Promise<{ uid: number; gid: number }> {
  const id = async (option: string) => Number((await run('id', [option, name])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function ready(programs: string, port: number, server: { exitCode: number | null }): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (server.exitCode !== null) break;
    const accepts = run(join(programs, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]);
    if (await accepts.then(() => true).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`PostgreSQL did not start on port ${port}`);
}
