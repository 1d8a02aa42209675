import { z } from 'zod';
import { FORGE_NAMES } from '../../../wiki/register-files/forge-kind.ts';
import type { SaidRepository } from '../../record.ts';
import { ForgeFault } from '../fault.ts';
import { listedPages } from '../listed-pages.ts';
import type { Connector, ForgePlace } from './connector.ts';
import { count, flag, instant, licence, text, topics } from './fields.ts';

const name = z.string().nullish().catch(undefined);

/** Paths of files, by what they are; null of those that there are none of. */
const files = z.object({
  readme: name,
  changelog: name,
  contributing: name,
  security: name,
  citation: name,
  codemeta: name,
  publiccode: name,
});

/** What is read of a repository (API v1 of repos.ecosyste.ms). */
const repository = z.object({
  uuid: z.string().nullish(),
  full_name: z.string(),
  owner: z.string(),
  html_url: z.url({ protocol: /^https?$/ }),
  description: text,
  archived: flag,
  fork: flag,
  template: z.boolean().nullish().catch(undefined),
  mirror_url: text,
  pushed_at: instant,
  created_at: instant,
  updated_at: instant,
  size: count,
  stargazers_count: count,
  forks_count: count,
  subscribers_count: z.number().int().min(0).nullish().catch(undefined),
  open_issues_count: count,
  default_branch: text,
  homepage: text,
  language: text,
  license: text,
  topics,
  metadata: z
    .object({ files: files.nullish().catch(undefined) })
    .nullish()
    .catch(undefined),
});

const owner = z.object({
  login: z.string(),
  name: text,
  uuid: z.string().nullish(),
  html_url: z
    .url({ protocol: /^https?$/ })
    .optional()
    .catch(undefined),
  description: text,
  icon_url: text,
  website: text,
  location: text,
  email: text,
  repositories_count: count,
  followers: count,
});

/**
 * Forges as ecosyste.ms saw them, for who may not ask them. What it does not have may only not have been seen yet: it is never
 * taken for gone.
 */
export const ecosystems: Connector = {
  async listAccount(place, login) {
    const address = `${api(place)}/owners/${encodeURIComponent(login)}`;
    const said = owner.safeParse((await place.client.get(address)).value).data;
    if (!said) throw new ForgeFault('not-json', address);
    const { items, isComplete } = await listedPages(
      place.client,
      `${address}/repositories`,
      { sizeName: 'per_page', size: 100, take: (item) => saidOf(place, item) },
      place.kept,
    );
    return {
      account: {
        login: said.login,
        organization_url: said.html_url ?? `https://${place.host}/${said.login}`,
        platform: FORGE_NAMES[place.kind],
        name: said.name,
        description: said.description,
        avatar_url: said.icon_url,
        website: said.website,
        location: said.location,
        email: said.email,
        repositories_count: said.repositories_count,
        followers_count: said.followers,
      },
      repositories: items as SaidRepository[],
      isComplete,
    };
  },

  async listLogins(place) {
    const { items } = await listedPages(
      place.client,
      `${api(place)}/owners`,
      {
        sizeName: 'per_page',
        size: 100,
        take: (item) => owner.pick({ login: true }).safeParse(item).data?.login,
      },
      place.kept,
    );
    return items as string[];
  },

  // Whether the forge still has it, only the forge knows.
  repository: () => Promise.resolve(undefined),
};

function api({ host, client }: ForgePlace): string {
  return `${client.throughOf(host)}/api/v1/hosts/${encodeURIComponent(hostName(host))}`;
}

/** It calls the largest by its name, others by their hosts. */
function hostName(host: string): string {
  return host === 'github.com' ? 'GitHub' : host;
}

function saidOf({ kind }: ForgePlace, item: unknown): SaidRepository | undefined {
  const said = repository.safeParse(item).data;
  if (!said) return undefined;
  const known = said.metadata?.files;
  const has = (file: string | null | undefined) => (file === undefined ? undefined : file !== null);
  return {
    id: said.uuid ?? undefined,
    name: said.full_name.split('/').at(-1) ?? said.full_name,
    organization_name: said.owner,
    platform: FORGE_NAMES[kind],
    repository_url: said.html_url,
    description: said.description,
    default_branch: said.default_branch,
    is_fork: said.fork,
    is_archived: said.archived,
    is_template: said.template ?? undefined,
    ...(said.mirror_url !== undefined && { is_mirror: said.mirror_url !== null }),
    creation_date: said.created_at,
    last_update: said.updated_at,
    last_modification: said.pushed_at,
    homepage: said.homepage,
    stars_count: said.stargazers_count,
    forks_count: said.forks_count,
    watchers_count: said.subscribers_count ?? undefined,
    open_issues_count: said.open_issues_count,
    language: said.language,
    topics: said.topics,
    size: said.size === undefined ? undefined : said.size * 1024,
    ...licence(said.license),
    has_readme: has(known?.readme),
    has_changelog: has(known?.changelog),
    has_contributing: has(known?.contributing),
    has_security: has(known?.security),
    has_citation: has(known?.citation),
    has_codemeta: has(known?.codemeta),
    has_publiccode: has(known?.publiccode),
  };
}
