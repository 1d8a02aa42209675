import type { Forge, InventedRepository } from './invented.ts';

/** What a forge answers: JSON, a text, or that there is nothing. */
export type Answer =
  | { readonly json: unknown; readonly link?: string | undefined }
  | { readonly text: string }
  | undefined;

/** How many repositories a page of these forges has, at most: less than there are, so that it is turned. */
const PAGE = 4;

/** Forgejo's API v1 (https://codeberg.org/api/swagger), as much of it as a harvest asks. */
export function forgejo(
  { host, accounts, repositories }: Forge,
  path: string,
  query: URLSearchParams,
): Answer {
  const shown = (one: InventedRepository) => ({
    id: one.id,
    name: one.name,
    full_name: one.path,
    html_url: `https://${host}/${one.path}`,
    owner: { login: one.owner },
    description: one.description,
    default_branch: 'main',
    fork: one.is.includes('fork'),
    archived: one.is.includes('archived'),
    template: one.is.includes('template'),
    mirror: false,
    empty: false,
    created_at: one.created,
    updated_at: one.changed,
    stars_count: one.stars,
    forks_count: one.forks,
    watchers_count: one.watchers,
    language: one.language,
    topics: one.topics,
  });
  const root = '/api/v1/';
  if (path === `${root}version`) return { json: { version: '11.0.0' } };
  const [, login = '', list] = /^\/api\/v1\/users\/([^/]+)(\/repos)?$/.exec(path) ?? [];
  const account = accounts.find((one) => one.login === login);
  if (account && list !== undefined)
    return paged(path, query, repositories.filter(({ owner }) => owner === login).map(shown));
  if (account) return { json: { ...account, full_name: account.name, followers_count: account.followers } };
  const one = repositories.find((repository) => `${path}/`.startsWith(`${root}repos/${repository.path}/`));
  if (!one) return undefined;
  const rest = path.slice(`${root}repos/${one.path}/`.length);
  if (rest === '') return { json: shown(one) };
  if (rest === 'releases')
    return { json: one.releases.map(({ tag, date }) => ({ tag_name: tag, published_at: date })) };
  const [, what, file = ''] = /^(contents|raw)\/?(.*)$/.exec(rest) ?? [];
  if (what === 'raw') return textOf(one, file);
  if (what !== 'contents' || file !== '') return undefined;
  return {
    json: Object.entries(one.files).map(([name, { length }]) => ({ name, type: 'file', size: length })),
  };
}

/** GitLab's REST API v4 (https://docs.gitlab.com/api/rest/), as much of it as a harvest asks. */
export function gitlab(
  { host, accounts, repositories }: Forge,
  path: string,
  query: URLSearchParams,
): Answer {
  const group = ({ id, login, name, description, created }: Forge['accounts'][number]) => ({
    id,
    full_path: login,
    name,
    description,
    web_url: `https://${host}/${login}`,
    created_at: created,
  });
  const shown = (one: InventedRepository) => ({
    id: one.id,
    name: one.name,
    path: one.name,
    path_with_namespace: one.path,
    web_url: `https://${host}/${one.path}`,
    namespace: { full_path: one.owner },
    description: one.description,
    default_branch: 'main',
    archived: one.is.includes('archived'),
    empty_repo: false,
    created_at: one.created,
    last_activity_at: one.changed,
    star_count: one.stars,
    forks_count: one.forks,
    topics: one.topics,
  });
  const root = '/api/v4/';
  if (path === `${root}version`) return { json: { version: '17.11.0' } };
  if (path === `${root}groups`) return paged(path, query, accounts.map(group));
  const [, which = '', list] = /^\/api\/v4\/groups\/([^/]+)(\/projects)?$/.exec(path) ?? [];
  const account = accounts.find(({ id, login }) => which === login || which === String(id));
  if (account && list !== undefined)
    return paged(path, query, repositories.filter(({ owner }) => owner === account.login).map(shown));
  if (account) return { json: group(account) };
  const one = repositories.find((repository) => `${path}/`.startsWith(`${root}projects/${repository.path}/`));
  if (!one) return undefined;
  const rest = path.slice(`${root}projects/${one.path}/`.length);
  if (rest === '') return { json: shown(one) };
  if (rest === 'languages') return { json: one.language === undefined ? {} : { [one.language]: 100 } };
  if (rest === 'releases')
    return { json: one.releases.map(({ tag, date }) => ({ tag_name: tag, released_at: date })) };
  if (rest === 'repository/tree')
    return { json: Object.keys(one.files).map((name) => ({ name, type: 'blob' })) };
  return textOf(one, /^repository\/files\/(.+)\/raw$/.exec(rest)?.[1] ?? '');
}

function textOf({ files }: InventedRepository, name: string): Answer {
  const text = Object.entries(files).find(([path]) => path === name)?.[1];
  return text === undefined ? undefined : { text };
}

/** A page of a list, with the link to the next (RFC 8288). */
function paged(path: string, query: URLSearchParams, items: readonly unknown[]): Answer {
  const page = Number(query.get('page') ?? 1);
  const next = new URLSearchParams(query);
  next.set('page', String(page + 1));
  const relation = page * PAGE < items.length ? ['next', `${path}?${next}`] : ['first', path];
  return {
    json: items.slice((page - 1) * PAGE, page * PAGE),
    link: `<${relation[1]}>; rel="${relation[0]}"`,
  };
}
