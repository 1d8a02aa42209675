import { FORGE_NAMES } from '../../../wiki/register-files/forge-kind.ts';
import { codeAddress } from '../../address.ts';
import type { SaidRepository } from '../../record.ts';
import { rfc3339 } from '../absent.ts';
import { ForgeFault } from '../fault.ts';
import { gitFiles, gitHead } from '../git-remote.ts';
import type { Connector, ForgePlace } from './connector.ts';

/** A server of Git over HTTP, and nothing else. What is an account elsewhere is a repository here: git lists none. */
export const git: Connector = {
  async listAccount(place, path) {
    const said = await saidOf(place, path);
    const [owner = path] = path.split('/');
    const account = {
      login: owner,
      organization_url: `${place.client.originOf(place.host)}/${owner}`,
      platform: FORGE_NAMES.git,
    };
    return { account, repositories: [said], isComplete: true };
  },

  async listLogins(place) {
    throw new ForgeFault('refused', place.client.originOf(place.host));
  },

  repository: saidOf,

  async files(place, { repository_url }) {
    const { time, ...files } = await gitFiles(place.client, repository_url);
    const date = rfc3339(time);
    return { ...files, told: { last_modification: date, last_update: date } };
  },
};

async function saidOf({ client, host }: ForgePlace, path: string): Promise<SaidRepository> {
  const url = `${client.originOf(host)}/${path}`;
  const head = await gitHead(client, url);
  const name = codeAddress(url)?.path.split('/').at(-1) ?? path;
  return {
    name,
    organization_name: path.split('/').slice(0, -1).join('/') || host,
    platform: FORGE_NAMES.git,
    repository_url: url,
    is_empty: head === undefined,
    default_branch: head?.branch,
    head: head?.commit ?? '',
  };
}
