import { z } from 'zod';
import { codeAddress } from '../../address.ts';
import { MAX_RELEASES } from '../../files-record.ts';
import type { SaidAccount, SaidRepository } from '../../record.ts';
import { ForgeFault } from '../fault.ts';
import { noFiles } from '../files/contents-api.ts';
import type { ListedFile } from '../files/repository-files.ts';
import type { ForgeAnswer } from '../forge-answer.ts';
import { listedPages, nextLink } from '../listed-pages.ts';
import type { Connector, ForgePlace } from './connector.ts';
import { count, flag, id, instant, licence, text, topics } from './fields.ts';
import { listedReleases } from './releases.ts';

/** What is read of a project (GitLab REST API v4). */
const project = z.object({
  id,
  name: z.string(),
  path: z.string(),
  web_url: z.url({ protocol: /^https?$/ }),
  namespace: z.object({ full_path: z.string() }),
  description: text,
  default_branch: text,
  archived: flag,
  empty_repo: flag,
  mirror: flag,
  forked_from_project: z.unknown().optional(),
  created_at: instant,
  last_activity_at: instant,
  star_count: count,
  forks_count: count,
  open_issues_count: count,
  topics,
  tag_list: topics,
  license: z.object({ name: z.string() }).nullish(),
  readme_url: text,
  statistics: z.object({ repository_size: count }).optional(),
});

/** Folders come first: the README of a large repository is on a later page. */
const MAX_TREE_PAGES = 10;

const treeEntry = z.object({ name: z.string(), type: z.string() });

const group = z.object({
  id,
  full_path: z.string(),
  name: z.string(),
  web_url: z.url({ protocol: /^https?$/ }),
  description: text,
  avatar_url: text,
  created_at: instant,
});

const user = z.object({
  id,
  username: z.string(),
  name: z.string(),
  web_url: z.url({ protocol: /^https?$/ }),
  avatar_url: text,
});

/** Any instance of GitLab: groups with the groups inside them, and people. */
export const gitlab: Connector = {
  async listAccount(place, login) {
    const { account, projects } = await accountNamed(place, login);
    const { items, isComplete } = await listedPages(
      place.client,
      projects,
      { sizeName: 'per_page', size: 100, take: saidOf },
      place.kept,
    );
    return { account, repositories: items as SaidRepository[], isComplete };
  },

  async listLogins(place) {
    const { items } = await listedPages(
      place.client,
      `${api(place)}/groups?top_level_only=true&order_by=id`,
      { sizeName: 'per_page', size: 100, take: (item) => group.safeParse(item).data?.full_path },
      place.kept,
    );
    return items as string[];
  },

  async repository(place, path) {
    const { value } = await place.client.get(
      `${api(place)}/projects/${encodeURIComponent(path)}?license=true`,
    );
    return saidOf(value);
  },

  async files(place, { repository_url }) {
    const project = projectApi(place, repository_url);
    const own = `${project}/repository`;
    return {
      told: { language: await mainLanguage(place, project) },
      async list(folder) {
        const listed: ListedFile[] = [];
        let address: string | undefined = `${own}/tree?path=${encodeURIComponent(folder)}&per_page=100`;
        for (let pages = 0; address !== undefined && pages < MAX_TREE_PAGES; pages++) {
          const answer: ForgeAnswer | undefined = await place.client.get(address).catch(noFiles);
          const read = z.array(treeEntry).safeParse(answer?.value ?? []);
          if (!read.success) throw new ForgeFault('not-json', address);
          listed.push(...read.data.map(({ name, type }) => ({ name, isFolder: type === 'tree' })));
          address = nextLink([answer?.headers.link ?? []].flat().join(', '), address);
        }
        return listed;
      },
      read: (path, maxBytes) =>
        place.client.bytes(`${own}/files/${encodeURIComponent(path)}/raw?ref=HEAD`, { maxBytes }),
    };
  },

  releases: (place, { repository_url }) =>
    listedReleases(
      place.client,
      `${projectApi(place, repository_url)}/releases?per_page=${MAX_RELEASES}`,
      (tag) => `${repository_url}/-/releases/${tag}`,
    ),
};

/** The one that most of it is written in: a listing of GitLab says none. */
async function mainLanguage({ client }: ForgePlace, project: string): Promise<string | null> {
  const answer = await client.get(`${project}/languages`).catch(noFiles);
  const shares = Object.entries(z.record(z.string(), z.number()).safeParse(answer?.value ?? {}).data ?? {});
  return shares.toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

function projectApi(place: ForgePlace, url: string): string {
  return `${api(place)}/projects/${encodeURIComponent(codeAddress(url)?.path ?? '')}`;
}

function api({ host, client }: ForgePlace): string {
  return `${client.originOf(host)}/api/v4`;
}

/** The group of a path, else the person of that name. */
async function accountNamed(
  place: ForgePlace,
  login: string,
): Promise<{ account: SaidAccount; projects: string }> {
  const address = `${api(place)}/groups/${encodeURIComponent(login)}?with_projects=false`;
  const answer = await place.client.get(address).catch((error: unknown) => {
    if (error instanceof ForgeFault && error.reason === 'not-found') return undefined;
    throw error;
  });
  if (!answer) return await personNamed(place, login);
  const said = group.safeParse(answer.value);
  if (!said.success) throw new ForgeFault('not-json', address);
  const { id, full_path, web_url, name, description, avatar_url, created_at } = said.data;
  return {
    account: {
      id: `group-${id}`,
      login: full_path,
      organization_url: web_url,
      platform: 'GitLab',
      name,
      description,
      avatar_url,
      creation_date: created_at,
    },
    projects: `${api(place)}/groups/${id}/projects?include_subgroups=true&with_shared=false&visibility=public&order_by=id&sort=asc`,
  };
}

async function personNamed(place: ForgePlace, login: string) {
  const address = `${api(place)}/users?username=${encodeURIComponent(login)}`;
  const { value } = await place.client.get(address);
  const [said] = z.array(user).safeParse(value).data ?? [];
  if (!said) throw new ForgeFault('not-found', address);
  const { id, username, web_url, name, avatar_url } = said;
  return {
    account: {
      id: `user-${id}`,
      login: username,
      organization_url: web_url,
      platform: 'GitLab',
      name,
      avatar_url,
    },
    projects: `${api(place)}/users/${id}/projects?visibility=public&order_by=id&sort=asc`,
  };
}

function saidOf(item: unknown): SaidRepository | undefined {
  const parsed = project.safeParse(item);
  if (!parsed.success) return undefined;
  const said = parsed.data;
  return {
    id: said.id,
    name: said.name,
    organization_name: said.namespace.full_path,
    platform: 'GitLab',
    repository_url: said.web_url,
    description: said.description,
    default_branch: said.default_branch,
    // Whoever may not see what it was forked from is not told that it was.
    ...(said.forked_from_project ? { is_fork: true } : {}),
    is_archived: said.archived,
    is_empty: said.empty_repo,
    is_mirror: said.mirror,
    creation_date: said.created_at,
    last_update: said.last_activity_at,
    last_modification: said.last_activity_at,
    stars_count: said.star_count,
    forks_count: said.forks_count,
    open_issues_count: said.open_issues_count,
    topics: said.topics ?? said.tag_list,
    size: said.statistics?.repository_size,
    ...(said.readme_url !== undefined && { has_readme: said.readme_url !== null }),
    ...licence(said.license === undefined ? undefined : (said.license?.name ?? null)),
  };
}
