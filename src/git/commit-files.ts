import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { git, gitText } from './run.ts';
import type { Workshop } from './workshop.ts';

/** What a file is to hold. */
export interface FileContent {
  readonly path: string;
  /** Null to delete the file. */
  readonly content: Uint8Array | null;
}

/** A change of some files, and who makes it. */
export interface FilesCommit {
  /** The commit that it is made from. */
  readonly base: string;
  readonly files: readonly FileContent[];
  readonly name: string;
  readonly email: string;
  /** Seconds since 1970 UTC. */
  readonly time: number;
  readonly message: string;
}

/** Makes a commit of the workshop that changes some files, in an index of its own; gives its id. No name leads to it. */
export async function commitFiles(workshop: Workshop, change: FilesCommit): Promise<string> {
  const { base, files, name, email, time, message } = change;
  const scratch = await mkdtemp(join(workshop.folder, 'commit-'));
  const env = { GIT_INDEX_FILE: join(scratch, 'index') };
  const run = (args: readonly string[], input?: string | Buffer) =>
    gitText(workshop.folder, args, { env, ...(input !== undefined && { input }) });
  try {
    await run(['read-tree', base]);
    const entries: string[] = [];
    for (const { path, content } of files) {
      const blob =
        content && (await run(['hash-object', '-w', '--no-filters', '--stdin'], Buffer.from(content)));
      // Mode 0 takes the file away.
      entries.push(`${blob === null ? `0 ${'0'.repeat(base.length)}` : `100644 ${blob}`}\t${path}\0`);
    }
    await run(['update-index', '-z', '--index-info'], entries.join(''));
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
