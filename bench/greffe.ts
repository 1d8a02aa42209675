import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { git } from '../test/support/git.ts';
import { type Running, start } from './process.ts';

export const program = fileURLToPath(new URL('../bin/greffe', import.meta.url));

/** The core servers are measured on, and the one everything else of the bench runs on. */
export const cores = { server: 0, client: 1 } as const;

/** Serves a repository on the server's core, from its data folder; `sign` is its address. */
export function serve(repository: string, data: string): Promise<Running> {
  const command = [program, 'serve', repository, '--port', '0', '--data', data];
  return start(cores.server, command, /(https?:\/\/[^\s/]+:\d+)/);
}

/** Does something with a temporary folder, removed afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'greffe-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The pages at the tip of a repository: their files and their addresses. */
export async function pagesOf(repository: string): Promise<readonly { file: string; address: string }[]> {
  const files = (await git(repository, ['ls-tree', '-r', '--name-only', 'main'])).split('\n');
  return files
    .filter((file) => file.endsWith('.md') && file.includes('/'))
    .map((file) => ({ file, address: address(file) }));
}

function address(file: string): string {
  const path = file.replace(/\.md$/, '');
  return path.endsWith('.en') ? `/en/${path.slice(0, -3)}` : `/${path}`;
}

/** The page's bytes; throws when the answer is not 200. */
export async function fetchPage(url: string): Promise<Buffer> {
  const response = await fetch(url, { headers: { 'Accept-Encoding': 'identity' } });
  const body = Buffer.from(await response.arrayBuffer());
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
  return body;
}
