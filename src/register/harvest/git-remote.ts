import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { openRemote, type Remote, RemoteFault, remoteHead } from '../../git/remote-files.ts';
import { isPublicAddress } from '../../wiki/checks/external/public-address.ts';
import { ForgeFault } from './fault.ts';
import type { RepositoryFiles } from './files/repository-files.ts';
import type { ForgeClient } from './forge-client.ts';

/** What git tells of a repository at an address. Throws {@link ForgeFault}. */
export async function gitHead(client: ForgeClient, url: string): ReturnType<typeof remoteHead> {
  return await asked(client, url, remoteHead);
}

export interface GitFiles extends RepositoryFiles {
  /** When its newest commit was made: seconds since 1970. */
  readonly time: number;
}

/** The files of a repository, by git. Throws {@link ForgeFault}. */
export async function gitFiles(client: ForgeClient, url: string): Promise<GitFiles> {
  const tree = await asked(client, url, openRemote);
  const turn = <T>(work: () => Promise<T>) => asked(client, url, work);
  return {
    time: tree.time,
    list: (folder) =>
      turn(() => tree.list(folder)).catch((error: unknown) => {
        if (error instanceof ForgeFault && error.reason === 'not-found') return [];
        throw error;
      }),
    read: (path, maxBytes) => turn(() => tree.read(path, maxBytes)),
    close: tree.close,
  };
}

async function asked<T>(client: ForgeClient, url: string, work: (remote: Remote) => Promise<T>): Promise<T> {
  return await client.asRequest(url, async () => {
    const remote = { url, pin: await pinOf(client, new URL(url)) };
    try {
      return await work(remote);
    } catch (error) {
      if (error instanceof RemoteFault) throw new ForgeFault(error.reason, url);
      throw error;
    }
  });
}

/** Git looks a name up by itself: it is told the address that was found public, and takes no other. */
async function pinOf(client: ForgeClient, url: URL): Promise<string | undefined> {
  if (client.mayBePrivate(url)) return undefined;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host) === 0 ? await lookup(host, { all: true }).catch(() => []) : [{ address: host }];
  const [first] = found;
  if (!first) throw new ForgeFault('no-answer', url.href);
  if (!found.every(({ address }) => isPublicAddress(address)))
    throw new ForgeFault('private-network', url.href);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return `${url.hostname}:${port}:${first.address}`;
}
