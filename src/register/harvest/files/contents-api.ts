import { z } from 'zod';
import { ForgeFault } from '../fault.ts';
import type { ForgeClient } from '../forge-client.ts';
import type { ListedFile, RepositoryFiles } from './repository-files.ts';

const entries = z.array(
  z.object({ name: z.string(), type: z.string(), size: z.number().optional().catch(undefined) }),
);

/** Files as GitHub tells them, and after it Gitea, Forgejo and Gogs: a list of `contents`, and the bytes of a file. */
export function contentsApi(
  client: ForgeClient,
  /** Addresses of a folder, and of the bytes of a file, of their paths. */
  at: {
    readonly folder: (path: string) => string;
    readonly file: (path: string) => string;
    readonly accept?: string;
  },
): RepositoryFiles {
  return {
    async list(folder) {
      const address = at.folder(encodePath(folder));
      const answer = await client.get(address).catch(noFiles);
      const read = entries.safeParse(answer?.value ?? []);
      if (!read.success) throw new ForgeFault('not-json', address);
      return read.data.map(({ name, type, size }): ListedFile => ({ name, isFolder: type === 'dir', size }));
    },
    read: (path, maxBytes) => client.bytes(at.file(encodePath(path)), { maxBytes, accept: at.accept }),
  };
}

/** An empty repository has none: forges say 404, GitHub 409 of its trees. */
export function noFiles(error: unknown): undefined {
  if (error instanceof ForgeFault && (error.reason === 'not-found' || error.status === 409)) return undefined;
  throw error;
}

export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
