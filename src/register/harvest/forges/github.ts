import { z } from 'zod';
import { codeAddress } from '../../address.ts';
import { MAX_RELEASES } from '../../files-record.ts';
import type { SaidRepository } from '../../record.ts';
import { ForgeFault } from '../fault.ts';
import { contentsApi, encodePath } from '../files/contents-api.ts';
import { listedPages } from '../listed-pages.ts';
import type { Connector, ForgePlace } from './connector.ts';
import { count, flag, id, instant, licence, text, topics } from './fields.ts';
import { listedReleases } from './releases.ts';

/** What is read of `full-repository` and `minimal-repository` (GitHub REST API, 2022-11-28). */
const repository = z.object({
  id,
  name: z.string(),
  html_url: z.url({ protocol: /^https?$/ }),
  owner: z.object({ login: z.string() }),
  description: text,
  default_branch: text,
  fork: flag,
  archived: flag,
  is_template: flag,
  mirror_url: text,
  created_at: instant,
  updated_at: instant,
  pushed_at: instant,
  homepage: text,
  stargazers_count: count,
  forks_count: count,
  subscribers_count: count,
  open_issues_count: count,
  size: count,
  language: text,
  topics,
  license: z.object({ name: z.string() }).nullish(),
});

const account = z.object({
  id,
  login: z.string(),
  type: z.string(),
  html_url: z.url({ protocol: /^https?$/ }),
  name: text,
  bio: text,
  description: text,
  avatar_url: text,
  blog: text,
  location: text,
  email: text,
  is_verified: flag,
  public_repos: count,
  followers: count,
  created_at: instant,
});

/** GitHub, and GitHub Enterprise Server. */
export const github: Connector = {
  async listAccount(place, login) {
    const answer = await place.client.get(`${api(place)}/users/${encodeURIComponent(login)}`);
    const said = account.safeParse(answer.value);
    if (!said.success) throw new ForgeFault('not-json', answer.url);
    const { data } = said;
    const folder = data.type === 'Organization' ? 'orgs' : 'users';
    const address = `${api(place)}/${folder}/${encodeURIComponent(data.login)}/repos?type=${
      folder === 'orgs' ? 'public' : 'owner'
    }&sort=full_name`;
    const { items, isComplete } = await listedPages(
      place.client,
      address,
      { sizeName: 'per_page', size: 100, hasLinks: true, take: saidOf },
      place.kept,
    );
    return {
      account: {
        id: data.id,
        login: data.login,
        organization_url: data.html_url,
        platform: 'GitHub',
        name: data.name,
        description: data.description ?? data.bio,
        avatar_url: data.avatar_url,
        website: data.blog,
        location: data.location,
        email: data.email,
        is_verified: data.is_verified,
        repositories_count: data.public_repos,
        followers_count: data.followers,
        creation_date: data.created_at,
      },
      repositories: items as SaidRepository[],
      isComplete,
    };
  },

  async listLogins(place) {
    const { items } = await listedPages(
      place.client,
      `${api(place)}/organizations`,
      {
        sizeName: 'per_page',
        size: 100,
        hasLinks: true,
        take: (item) => account.pick({ login: true }).safeParse(item).data?.login,
      },
      place.kept,
    );
    return items as string[];
  },

  async repository(place, path) {
    return saidOf((await place.client.get(`${api(place)}/repos/${path}`)).value);
  },

  async files(place, { repository_url }) {
    const contents = `${repositoryApi(place, repository_url)}/contents`;
    return contentsApi(place.client, {
      folder: (path) => (path === '' ? contents : `${contents}/${path}`),
      file: (path) => `${contents}/${path}`,
      accept: 'application/vnd.github.raw+json',
    });
  },

  releases: (place, { repository_url }) =>
    listedReleases(
      place.client,
      `${repositoryApi(place, repository_url)}/releases?per_page=${MAX_RELEASES}`,
      (tag) => `${repository_url}/releases/tag/${tag}`,
    ),
};

function repositoryApi(place: ForgePlace, url: string): string {
  return `${api(place)}/repos/${encodePath(codeAddress(url)?.path ?? '')}`;
}

function api({ host, client }: ForgePlace): string {
  return host === 'github.com' ? 'https://api.github.com' : `${client.originOf(host)}/api/v3`;
}

function saidOf(item: unknown): SaidRepository | undefined {
  const parsed = repository.safeParse(item);
  if (!parsed.success) return undefined;
  const said = parsed.data;
  return {
    id: said.id,
    name: said.name,
    organization_name: said.owner.login,
    platform: 'GitHub',
    repository_url: said.html_url,
    description: said.description,
    default_branch: said.default_branch,
    is_fork: said.fork,
    is_archived: said.archived,
    is_template: said.is_template,
    ...(said.mirror_url !== undefined && { is_mirror: said.mirror_url !== null }),
    creation_date: said.created_at,
    last_update: said.updated_at,
    last_modification: said.pushed_at,
    homepage: said.homepage,
    stars_count: said.stargazers_count,
    forks_count: said.forks_count,
    watchers_count: said.subscribers_count,
    open_issues_count: said.open_issues_count,
    language: said.language,
    topics: said.topics,
    // GitHub counts in kilobytes.
    size: said.size === undefined ? undefined : said.size * 1024,
    ...licence(said.license === undefined ? undefined : (said.license?.name ?? null)),
  };
}
