import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from './folder.ts';
import { gitEnvironment } from './git.ts';
import { greffe } from './greffe.ts';

/** A site of files that `greffe build` wrote. */
export interface Built {
  readonly out: string;
  readonly data: string;
  readonly code: number | null;
  readonly said: string;
  text(file: string): Promise<string>;
  /** Every file, by its path. */
  files(): Promise<readonly string[]>;
  /** Builds it again. */
  again(args?: readonly string[]): Promise<{ readonly code: number | null; readonly said: string }>;
}

/** Builds a wiki into a folder of its own, without the search unless `args` say otherwise. */
export async function built(
  location: string,
  args: readonly string[] = ['--no-search'],
  options: { readonly out?: string } = {},
): Promise<Built> {
  const data = await temporaryFolder('data');
  const out = options.out ?? join(await temporaryFolder('site'), 'out');
  const build = (more: readonly string[]) => finished(['build', location, out, '--data', data, ...more]);
  const { code, said } = await build(args);
  return {
    out,
    data,
    code,
    said,
    text: (file) => readFile(join(out, file), 'utf8'),
    files: () => filesOf(out),
    again: (more = args) => build(more),
  };
}

/** Runs the command line to its end. */
function finished(args: readonly string[]): Promise<{ readonly code: number | null; readonly said: string }> {
  return new Promise((resolve) => {
    const child = execFile(greffe, args, { env: gitEnvironment }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode, said: stderr + stdout }),
    );
  });
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Each file with a digest of its bytes. */
export async function digests(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = await filesOf(folder);
  return new Map(
    await Promise.all(
      files.map(async (file) => {
        const bytes = await readFile(join(folder, file));
        return [file, createHash('sha256').update(bytes).digest('hex')] as const;
      }),
    ),
  );
}

/** The addresses of a site's own that its pages lead to and that no plain host of files would answer. */
export async function deadLinks({ out, files }: Built, path = ''): Promise<string[]> {
  const there = new Set(await files());
  const dead = new Set<string>();
  for (const file of [...there].filter((name) => name.endsWith('.html') && !name.startsWith('-/assets/'))) {
    const html = await readFile(join(out, file), 'utf8');
    for (const [, written = ''] of html.matchAll(/ (?:href|src|action)="([^"]*)"/g)) {
      const address = written.replaceAll('&amp;', '&').split(/[?#]/, 1)[0] as string;
      if (!address.startsWith('/') || address.startsWith('//')) continue;
      const within = decodeURIComponent(address.slice(path.length + 1));
      const target = within === '' || within.endsWith('/') ? `${within}index.html` : within;
      if (!address.startsWith(`${path}/`) || !there.has(target)) dead.add(`${file}: ${address}`);
    }
  }
  return [...dead];
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
};

/** A host of plain files, as any is; closed by `await using`. */
export async function hosted(folder: string): Promise<AsyncDisposable & { readonly origin: string }> {
  const server: Server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const found = await stat(file).then(
      (stats) => stats.isFile(),
      () => false,
    );
    const sent = found ? file : join(folder, '404.html');
    const type = TYPES[sent.slice(sent.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    response.writeHead(found ? 200 : 404, { 'content-type': type }).end(await readFile(sent));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
