import { z } from 'zod';
import { FORGE_NAMES } from '../../../wiki/register-files/forge-kind.ts';
import { codeAddress } from '../../address.ts';
import { MAX_RELEASES } from '../../files-record.ts';
import type { SaidRepository } from '../../record.ts';
import { ForgeFault } from '../fault.ts';
import { contentsApi, encodePath } from '../files/contents-api.ts';
import { listedPages } from '../listed-pages.ts';
import type { Connector, ForgePlace } from './connector.ts';
import { count, flag, id, instant, licence, text, topics } from './fields.ts';
import { listedReleases } from './releases.ts';

/** What is read of a repository (Gitea and Forgejo API v1). */
const repository = z.object({
  id,
  name: z.string(),
  html_url: z.url({ protocol: /^https?$/ }),
  owner: z.object({ login: z.string() }),
  description: text,
  default_branch: text,
  fork: flag,
  archived: flag,
  template: flag,
  mirror: flag,
  empty: flag,
  created_at: instant,
  updated_at: instant,
  website: text,
  stars_count: count,
  forks_count: count,
  watchers_count: count,
  open_issues_count: count,
  size: count,
  language: text,
  topics,
  licenses: z.array(z.string()).nullish(),
});

const account = z.object({
  id,
  login: z.string(),
  full_name: text,
  description: text,
  avatar_url: text,
  website: text,
  location: text,
  followers_count: count,
  created: instant,
});

/** Gitea and Forgejo (Codeberg). To them, an organisation is a user too. */
export const gitea: Connector = {
  async listAccount(place, login) {
    const user = `${api(place)}/users/${encodeURIComponent(login)}`;
    const { value } = await place.client.get(user);
    const said = account.safeParse(value);
    if (!said.success) throw new ForgeFault('not-json', user);
    const { data } = said;
    const { items, isComplete } = await listedPages(
      place.client,
      `${user}/repos`,
      { sizeName: 'limit', size: 50, take: (item) => saidOf(item, place) },
      place.kept,
    );
    return {
      account: {
        id: data.id,
        login: data.login,
        organization_url: `${place.client.publicOriginOf(place.host)}/${data.login}`,
        platform: FORGE_NAMES[place.kind],
        name: data.full_name,
        description: data.description,
        avatar_url: data.avatar_url,
        website: data.website,
        location: data.location,
        followers_count: data.followers_count,
        creation_date: data.created,
      },
      repositories: items as SaidRepository[],
      isComplete,
    };
  },

  async listLogins(place) {
    const { items } = await listedPages(
      place.client,
      `${api(place)}/orgs`,
      { sizeName: 'limit', size: 50, take: (item) => orgName.safeParse(item).data?.username },
      place.kept,
    );
    return items as string[];
  },

  async repository(place, path) {
    return saidOf((await place.client.get(`${api(place)}/repos/${path}`)).value, place);
  },

  async files(place, { repository_url }) {
    const own = repositoryApi(place, repository_url);
    return contentsApi(place.client, {
      folder: (path) => `${own}/contents${path === '' ? '' : `/${path}`}`,
      file: (path) => `${own}/raw/${path}`,
    });
  },

  releases: (place, { repository_url }) =>
    listedReleases(
      place.client,
      `${repositoryApi(place, repository_url)}/releases?draft=false&limit=${MAX_RELEASES}`,
      (tag) => `${repository_url}/releases/tag/${tag}`,
    ),
};

function repositoryApi(place: ForgePlace, url: string): string {
  return `${api(place)}/repos/${encodePath(codeAddress(url)?.path ?? '')}`;
}

const orgName = z.object({ username: z.string() });

function api({ host, client }: ForgePlace): string {
  return `${client.originOf(host)}/api/v1`;
}

function saidOf(item: unknown, { kind }: ForgePlace): SaidRepository | undefined {
  const parsed = repository.safeParse(item);
  if (!parsed.success) return undefined;
  const said = parsed.data;
  return {
    id: said.id,
    name: said.name,
    organization_name: said.owner.login,
    platform: FORGE_NAMES[kind],
    repository_url: said.html_url,
    description: said.description,
    default_branch: said.default_branch,
    is_fork: said.fork,
    is_archived: said.archived,
    is_template: said.template,
    is_mirror: said.mirror,
    is_empty: said.empty,
    creation_date: said.created_at,
    last_update: said.updated_at,
    homepage: said.website,
    stars_count: said.stars_count,
    forks_count: said.forks_count,
    watchers_count: said.watchers_count,
    open_issues_count: said.open_issues_count,
    language: said.language,
    topics: said.topics,
    size: said.size === undefined ? undefined : said.size * 1024,
    ...licence(said.licenses === undefined ? undefined : (said.licenses?.[0] ?? null)),
  };
}
