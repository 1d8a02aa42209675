import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Unavailable } from '../config/errors.ts';
import { GitFailure, git, gitText, type RunOptions } from './run.ts';
import { withoutPassword } from './without-password.ts';

/**
 * Clones the repository at a URL into `gitDir`, bare, or fetches what is new; `env` makes Git known there. Throws
 * {@link Unavailable}.
 */
export async function fetchRemote(
  gitDir: string,
  url: string,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const network = { network: true, env };
  try {
    if (existsSync(join(gitDir, 'HEAD'))) {
      const fetch = ['fetch', '--quiet', '--prune', '--no-tags', '--end-of-options', 'origin'];
      await git(gitDir, fetch, network);
      await followHead(gitDir, network);
    } else {
      await clone(gitDir, url, network);
    }
  } catch (cause) {
    if (!(cause instanceof GitFailure)) throw cause;
    throw new Unavailable(
      `${withoutPassword(url)} cannot be fetched: ${withoutPassword(cause.said)}.`,
      'Check the address, and that this machine may reach it.',
      { cause },
    );
  }
}

/** Clones the branches beside the place and moves the clone there when it is whole. */
async function clone(gitDir: string, url: string, network: RunOptions): Promise<void> {
  const unfinished = `${gitDir}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(dirname(gitDir), { recursive: true });
  const args = ['clone', '--quiet', '--bare', '--no-tags', '--end-of-options', url, unfinished];
  await git(undefined, args, network);
  await git(unfinished, ['config', 'remote.origin.fetch', '+refs/heads/*:refs/heads/*']);
  await rename(unfinished, gitDir);
}

/** The remote may have changed its default branch since it was cloned. */
async function followHead(gitDir: string, network: RunOptions): Promise<void> {
  const answer = await gitText(gitDir, ['ls-remote', '--symref', 'origin', 'HEAD'], network);
  const branch = /^ref: (refs\/heads\/\S+)\tHEAD$/m.exec(answer)?.[1];
  if (branch) await git(gitDir, ['symbolic-ref', 'HEAD', branch]);
}
