import { z } from 'zod';
import { FORGE_HOSTS, type ForgeKind } from '../../../wiki/register-files/forge-kind.ts';
import type { Platforms } from '../../../wiki/register-files/platforms-file.ts';
import { ForgeFault } from '../fault.ts';
import type { ForgeClient } from '../forge-client.ts';

const nodeInfoLinks = z.object({ links: z.array(z.object({ href: z.string() })) });
const nodeInfo = z.object({ software: z.object({ name: z.string() }) });

/**
 * Which program a forge runs, where its accounts do not say: by its address, by `platforms.csv`, then by asking it. Undefined
 * where nothing tells. Throws {@link ForgeFault} where it cannot be asked at all.
 */
export async function recognisedKind(
  client: ForgeClient,
  host: string,
  platforms: Platforms,
): Promise<ForgeKind | undefined> {
  const told = platforms.get(host) ?? FORGE_HOSTS.get(host);
  if (told) return told;
  const origin = client.originOf(host);
  const byNodeInfo = await nodeInfoKind(client, origin);
  if (byNodeInfo) return byNodeInfo;
  // Each has an address that the others do not: Forgejo that of Gitea too, and Gitea those of Gogs.
  const forgejo = await valueAt(client, `${origin}/api/forgejo/v1/version`);
  if (isObject(forgejo, 'version')) return 'forgejo';
  const gitea = await valueAt(client, `${origin}/api/v1/version`);
  if (isObject(gitea, 'version')) return 'gitea';
  if (Array.isArray(await valueAt(client, `${origin}/api/v4/projects?per_page=1`))) return 'gitlab';
  if (isObject(await valueAt(client, `${origin}/api/v4/version`), 'version')) return 'gitlab';
  if (isObject(await valueAt(client, `${origin}/api/v3/meta`), 'installed_version')) return 'github';
  if (isObject(await valueAt(client, `${origin}/api/v1/users/search?limit=1`), 'data')) return 'gogs';
  return undefined;
}

/** By https://nodeinfo.diaspora.software, which Gitea and Forgejo speak. */
async function nodeInfoKind(client: ForgeClient, origin: string): Promise<ForgeKind | undefined> {
  const { data } = nodeInfoLinks.safeParse(await valueAt(client, `${origin}/.well-known/nodeinfo`));
  const href = URL.parse(data?.links.at(-1)?.href ?? '', origin);
  if (!href || href.origin !== origin) return undefined;
  const name = nodeInfo.safeParse(await valueAt(client, href.href)).data?.software.name;
  return name === 'gitea' || name === 'forgejo' ? name : undefined;
}

/** What is there; nothing where the forge says no. */
async function valueAt(client: ForgeClient, address: string): Promise<unknown> {
  try {
    return (await client.get(address)).value;
  } catch (error) {
    const isNo =
      error instanceof ForgeFault &&
      ['not-found', 'gone', 'refused', 'sign-in-page', 'not-json'].includes(error.reason);
    if (isNo) return undefined;
    throw error;
  }
}

function isObject(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && key in value;
}
