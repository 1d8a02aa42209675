import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { git, gitText } from './run.ts';
import type { Workshop } from './workshop.ts';

/** A change of one file, and who makes it. */
export interface FileCommit {
  /** The commit that it is made from. */
  readonly base: string;
  readonly path: string;
  /** Undefined to delete the file. */
  readonly content: Buffer | undefined;
  readonly name: string;
  readonly email: string;
  /** Seconds since 1970 UTC. */
  readonly time: number;
  readonly message: string;
}

/** Makes a commit of the workshop that changes one file, in an index of its own; gives its id. No name leads to it. */
export async function commitFile(workshop: Workshop, change: FileCommit): Promise<string> {
  const { base, path, content, name, email, time, message } = change;
  const scratch = await mkdtemp(join(workshop.folder, 'commit-'));
  const env = { GIT_INDEX_FILE: join(scratch, 'index') };
  const run = (args: readonly string[], input?: string | Buffer) =>
    gitText(workshop.folder, args, { env, ...(input !== undefined && { input }) });
  try {
    await run(['read-tree', base]);
    const blob =
      content === undefined
        ? undefined
        : await run(['hash-object', '-w', '--no-filters', '--stdin'], content);
    // Mode 0 takes the file away.
    const entry = blob === undefined ? `0 ${'0'.repeat(base.length)}` : `100644 ${blob}`;
    await run(['update-index', '-z', '--index-info'], `${entry}\t${path}\0`);
    const tree = await run(['write-tree']);
    const commit = await git(workshop.folder, ['commit-tree', tree, '-p', base], {
      input: message,
      env: {
        GIT_AUTHOR_NAME: name,
        GIT_AUTHOR_EMAIL: email,
        GIT_AUTHOR_DATE: `@${time} +0000`,
        GIT_COMMITTER_NAME: name,
        GIT_COMMITTER_EMAIL: email,
        GIT_COMMITTER_DATE: `@${time} +0000`,
      },
    });
    return commit.toString().trim();
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
