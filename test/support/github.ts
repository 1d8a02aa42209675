import type { components } from '@octokit/openapi-types';

type Schemas = components['schemas'];

/**
 * Answers of GitHub, whole, as its published description of the API types them: a connector that reads what GitHub does not
 * say, or takes it for something else, fails here.
 */
export function githubOwner(login: string): Schemas['simple-user'] {
  const api = `https://api.github.example/users/${login}`;
  return {
    ...{ login, id: 11, node_id: 'MDEyOk9yZw==', avatar_url: 'https://a.example/11', gravatar_id: '' },
    ...{ url: api, html_url: `https://github.example/${login}`, followers_url: `${api}/followers` },
    ...{ following_url: `${api}/following{/other_user}`, gists_url: `${api}/gists{/gist_id}` },
    ...{ starred_url: `${api}/starred{/owner}{/repo}`, subscriptions_url: `${api}/subscriptions` },
    ...{ organizations_url: `${api}/orgs`, repos_url: `${api}/repos`, events_url: `${api}/events{/privacy}` },
    ...{ received_events_url: `${api}/received_events`, type: 'Organization', site_admin: false },
  };
}

export function githubUser(login: string): Schemas['public-user'] {
  return {
    ...{ name: 'La Ville', company: null, blog: 'https://ville.example', location: 'Exemple', email: null },
    ...{ hireable: null, bio: null, public_repos: 1, public_gists: 0, followers: 7, following: 0 },
    ...{ created_at: '2015-01-02T03:04:05Z', updated_at: '2023-01-02T03:04:05Z' },
    ...githubOwner(login),
  };
}

export function githubRepository(
  login: string,
  name: string,
  more: Partial<Schemas['minimal-repository']> = {},
): Schemas['minimal-repository'] {
  const api = `https://api.github.example/repos/${login}/${name}`;
  return {
    ...{ id: 42, node_id: 'MDEwOlJlcG8=', name, full_name: `${login}/${name}`, private: false },
    owner: githubOwner(login),
    ...{
      html_url: `https://github.example/${login}/${name}`,
      description: 'Un outil',
      fork: false,
      url: api,
    },
    ...{ archive_url: `${api}/{archive_format}{/ref}`, assignees_url: `${api}/assignees{/user}` },
    ...{ blobs_url: `${api}/git/blobs{/sha}`, branches_url: `${api}/branches{/branch}` },
    ...{ collaborators_url: `${api}/collaborators{/c}`, comments_url: `${api}/comments{/number}` },
    ...{ commits_url: `${api}/commits{/sha}`, compare_url: `${api}/compare/{base}...{head}` },
    ...{ contents_url: `${api}/contents/{+path}`, contributors_url: `${api}/contributors` },
    ...{
      deployments_url: `${api}/deployments`,
      downloads_url: `${api}/downloads`,
      events_url: `${api}/events`,
    },
    ...{
      forks_url: `${api}/forks`,
      git_commits_url: `${api}/git/commits{/sha}`,
      git_refs_url: `${api}/git/refs{/sha}`,
    },
    ...{
      git_tags_url: `${api}/git/tags{/sha}`,
      hooks_url: `${api}/hooks`,
      issue_comment_url: `${api}/issues/comments{/n}`,
    },
    ...{
      issue_events_url: `${api}/issues/events{/n}`,
      issues_url: `${api}/issues{/n}`,
      keys_url: `${api}/keys{/id}`,
    },
    ...{ labels_url: `${api}/labels{/name}`, languages_url: `${api}/languages`, merges_url: `${api}/merges` },
    ...{
      milestones_url: `${api}/milestones{/n}`,
      notifications_url: `${api}/notifications`,
      pulls_url: `${api}/pulls{/n}`,
    },
    ...{
      releases_url: `${api}/releases{/id}`,
      stargazers_url: `${api}/stargazers`,
      statuses_url: `${api}/statuses/{sha}`,
    },
    ...{
      subscribers_url: `${api}/subscribers`,
      subscription_url: `${api}/subscription`,
      tags_url: `${api}/tags`,
    },
    ...{ teams_url: `${api}/teams`, trees_url: `${api}/git/trees{/sha}` },
    ...{ homepage: null, language: 'Go', forks_count: 2, stargazers_count: 3, watchers_count: 3, size: 108 },
    ...{
      default_branch: 'main',
      open_issues_count: 1,
      is_template: false,
      topics: ['mairie'],
      archived: false,
    },
    ...{
      pushed_at: '2023-05-06T07:08:09Z',
      created_at: '2020-01-02T03:04:05Z',
      updated_at: '2023-05-07T07:08:09Z',
    },
    license: {
      key: 'mit',
      name: 'MIT License',
      spdx_id: 'MIT',
      url: 'https://api.github.example/mit',
      node_id: 'x',
    },
    ...more,
  };
}

export function githubFile(
  name: string,
  type: 'file' | 'dir',
  size = 10,
): Schemas['content-directory'][number] {
  const url = `https://api.github.example/contents/${name}`;
  return {
    ...{ type, size, name, path: name, sha: 'a'.repeat(40), url },
    ...{ git_url: null, html_url: null, download_url: null, _links: { git: null, html: null, self: url } },
  };
}

export function githubRelease(tag_name: string): Schemas['release'] {
  const url = `https://github.example/releases/${tag_name}`;
  return {
    ...{ url, html_url: url, assets_url: url, upload_url: url, tarball_url: null, zipball_url: null },
    ...{ id: 1, node_id: 'x', tag_name, target_commitish: 'main', name: 'Un', body: null, draft: false },
    ...{ prerelease: false, created_at: '2022-01-02T03:04:05Z', published_at: '2022-02-03T04:05:06Z' },
    ...{ author: githubOwner('ville'), assets: [] },
  };
}
