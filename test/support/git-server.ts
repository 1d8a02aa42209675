import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { gitEnvironment } from './git.ts';

/** What a server of Git does instead of answering. */
export type Instead = (path: string, response: ServerResponse) => boolean;

/** `git http-backend` on loopback, with repositories by the paths they are served at; closed when the test ends. */
export async function gitServer(
  repositories: Readonly<Record<string, string>>,
  instead: Instead = () => false,
) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://git');
    asked.push(request.url ?? '');
    if (instead(pathname, response)) return;
    const path = Object.keys(repositories).find((path) => pathname.startsWith(`/${path}/`));
    if (path === undefined) return void response.writeHead(404).end();
    void answered(repositories[path] as string, pathname.slice(path.length + 1), request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { host: `localhost:${port}`, origin: `http://localhost:${port}`, asked };
}

async function answered(root: string, path: string, request: IncomingMessage, response: ServerResponse) {
  const { search } = new URL(request.url ?? '/', 'http://git');
  const child = spawn(
    'git',
    ['-c', 'uploadpack.allowFilter=true', '-c', 'safe.directory=*', 'http-backend'],
    {
      env: {
        ...gitEnvironment,
        GIT_PROJECT_ROOT: root,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: path,
        QUERY_STRING: search.slice(1),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: request.headers['git-protocol']?.toString() ?? '',
      },
    },
  );
  child.stdin.on('error', () => {});
  request.pipe(child.stdin);
  const out: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  await new Promise((resolve) => child.on('close', resolve));
  const said = Buffer.concat(out);
  const end = said.indexOf('\r\n\r\n');
  let status = 200;
  for (const line of said.toString('latin1', 0, end).split('\r\n')) {
    const [, name, value] = /^([^:]+): (.*)$/.exec(line) ?? [];
    if (name === 'Status') status = Number(value?.slice(0, 3));
    else if (name && value) response.setHeader(name, value);
  }
  response.writeHead(status).end(said.subarray(end + 4));
}
