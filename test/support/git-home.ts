import { spawn } from 'node:child_process';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { gitEnvironment, type Repository } from './git.ts';

/** A forge that has a repository: `git http-backend` behind a password. */
export interface GitHome {
  /** Without the password. */
  readonly url: string;
  /** `USER:TOKEN`. */
  readonly login: string;
  /** Whether it answers at all. */
  isUp: boolean;
  /** Done once, when the next push has come, before it is looked at. */
  beforePush: (() => Promise<unknown>) | undefined;
  /** What is lost of the answer to the next push, which is taken. */
  loses: 'all' | 'half' | undefined;
  /** How many pushes came. */
  pushes: number;
  /** Refuses what is pushed, with these words; undefined takes it again. */
  refuse(words: string | undefined): Promise<void>;
}

export async function gitHome(repository: Repository): Promise<GitHome> {
  const login = 'greffe:s3cret';
  await repository.git(['config', 'http.receivepack', 'true']);
  const server = createServer((request, response) => {
    void answer(home, repository.path, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const hook = join(repository.path, 'hooks', 'pre-receive');
  const home: GitHome = {
    url: `http://localhost:${port}/wiki.git`,
    login,
    isUp: true,
    beforePush: undefined,
    loses: undefined,
    pushes: 0,
    async refuse(words) {
      await mkdir(join(repository.path, 'hooks'), { recursive: true });
      if (words === undefined) return await rm(hook);
      await writeFile(hook, `#!/bin/sh\necho '${words}'\nexit 1\n`);
      await chmod(hook, 0o755);
    },
  };
  return home;
}

async function answer(home: GitHome, root: string, request: IncomingMessage, response: ServerResponse) {
  const known = `Basic ${Buffer.from(home.login).toString('base64')}`;
  if (!home.isUp) return void response.writeHead(503).end();
  if (request.headers.authorization !== known)
    return void response.writeHead(401, { 'www-authenticate': 'Basic realm="forge"' }).end();
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  const isPush = request.method === 'POST' && pathname.endsWith('/git-receive-pack');
  const body: Buffer[] = [];
  for await (const chunk of request) body.push(chunk);
  if (isPush) {
    home.pushes += 1;
    const { beforePush } = home;
    home.beforePush = undefined;
    await beforePush?.();
  }
  const child = spawn('git', ['http-backend'], {
    env: {
      ...gitEnvironment,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: pathname.replace(/^\/wiki\.git/, ''),
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: request.headers['git-protocol']?.toString() ?? '',
      REMOTE_USER: 'greffe',
    },
  });
  const out: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(Buffer.concat(body));
  await new Promise((resolve) => child.on('close', resolve));
  if (isPush && home.loses !== undefined) {
    const isHalf = home.loses === 'half';
    home.loses = undefined;
    if (!isHalf) return void request.socket.destroy();
    const type = 'application/x-git-receive-pack-result';
    response.writeHead(200, { 'content-type': type, 'content-length': '1000' });
    return void response.write('0', () => request.socket.destroy());
  }
  const said = Buffer.concat(out);
  const end = said.indexOf('\r\n\r\n');
  const headers = said.toString('latin1', 0, end).split('\r\n');
  const status = headers.find((line) => line.startsWith('Status: '));
  for (const line of headers) {
    const [, name, value] = /^([^:]+): (.*)$/.exec(line) ?? [];
    if (name && value && name !== 'Status') response.setHeader(name, value);
  }
  response.writeHead(status ? Number(status.slice(8, 11)) : 200).end(said.subarray(end + 4));
}
