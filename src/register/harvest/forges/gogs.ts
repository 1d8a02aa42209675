import { z } from 'zod';
import { FORGE_NAMES } from '../../../wiki/register-files/forge-kind.ts';
import { codeAddress } from '../../address.ts';
import type { SaidRepository } from '../../record.ts';
import { ForgeFault } from '../fault.ts';
import { contentsApi, encodePath } from '../files/contents-api.ts';
import { listedPages } from '../listed-pages.ts';
import type { Connector, ForgePlace } from './connector.ts';
import { count, flag, id, instant, text } from './fields.ts';
import { listedReleases } from './releases.ts';

const person = z
  .object({
    id,
    username: z.string().optional(),
    login: z.string().optional(),
    full_name: text,
    avatar_url: text,
  })
  .transform(({ username, login, ...more }) => ({ ...more, login: username || login }));

/** What is read of a repository (Gogs API v1). */
const repository = z.object({
  id,
  name: z.string(),
  html_url: z.url({ protocol: /^https?$/ }),
  owner: person,
  description: text,
  default_branch: text,
  fork: flag,
  mirror: flag,
  empty: flag,
  private: flag,
  created_at: instant,
  updated_at: instant,
  website: text,
  stars_count: count,
  forks_count: count,
  watchers_count: count,
  open_issues_count: count,
  size: count,
});

/** Gogs: of an older form than Gitea, which came from it; it lists all at once, and knows one scheme of tokens. */
export const gogs: Connector = {
  async listAccount(place, login) {
    const user = `${api(place)}/users/${encodeURIComponent(login)}`;
    const said = person.safeParse((await place.client.get(user)).value).data;
    if (said?.login === undefined) throw new ForgeFault('not-json', user);
    const { items, isComplete } = await listedPages(
      place.client,
      `${user}/repos`,
      { sizeName: 'limit', size: 50, hasLinks: true, take: (item) => saidOf(item) },
      place.kept,
    );
    return {
      account: {
        id: said.id,
        login: said.login,
        organization_url: `${place.client.publicOriginOf(place.host)}/${said.login}`,
        platform: FORGE_NAMES.gogs,
        name: said.full_name,
        avatar_url: said.avatar_url,
      },
      repositories: items as SaidRepository[],
      isComplete,
    };
  },

  async listLogins(place) {
    throw new ForgeFault('refused', api(place));
  },

  async repository(place, path) {
    return saidOf((await place.client.get(`${api(place)}/repos/${encodePath(path)}`)).value);
  },

  async files(place, { repository_url, default_branch }) {
    const own = repositoryApi(place, repository_url);
    const branch = encodePath(default_branch ?? 'master');
    return contentsApi(place.client, {
      folder: (path) => `${own}/contents${path === '' ? '' : `/${path}`}`,
      file: (path) => `${own}/raw/${branch}/${path}`,
    });
  },

  releases: (place, { repository_url }) =>
    listedReleases(
      place.client,
      `${repositoryApi(place, repository_url)}/releases`,
      (tag) => `${repository_url}/releases/tag/${tag}`,
    ),
};

function api({ host, client }: ForgePlace): string {
  client.useScheme(host, 'token');
  return `${client.originOf(host)}/api/v1`;
}

function repositoryApi(place: ForgePlace, url: string): string {
  return `${api(place)}/repos/${encodePath(codeAddress(url)?.path ?? '')}`;
}

function saidOf(item: unknown): SaidRepository | undefined {
  const said = repository.safeParse(item).data;
  if (said?.owner.login === undefined) return undefined;
  return {
    id: said.id,
    name: said.name,
    organization_name: said.owner.login,
    platform: FORGE_NAMES.gogs,
    repository_url: said.html_url,
    description: said.description,
    default_branch: said.default_branch,
    is_fork: said.fork,
    is_mirror: said.mirror,
    is_empty: said.empty,
    creation_date: said.created_at,
    last_update: said.updated_at,
    homepage: said.website,
    stars_count: said.stars_count,
    forks_count: said.forks_count,
    watchers_count: said.watchers_count,
    open_issues_count: said.open_issues_count,
    size: said.size,
  };
}
