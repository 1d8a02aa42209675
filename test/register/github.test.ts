import { expect, test } from 'vitest';
import { githubFile, githubRelease, githubRepository, githubUser } from '../support/github.ts';
import { harvested } from '../support/harvest.ts';

test('GitHub is read as its published description says that it answers', async () => {
  const it = await harvested('github');
  it.answer((path) => {
    switch (path) {
      case '/api/v3/users/ville':
        return { json: githubUser('Ville') };
      case '/api/v3/orgs/Ville/repos':
        return {
          json: [
            githubRepository('Ville', 'outil'),
            githubRepository('Ville', 'deux', { id: 43, license: null }),
          ],
        };
      case '/api/v3/repos/Ville/outil/contents':
        return { json: [githubFile('README.md', 'file'), githubFile('LICENSES', 'dir')] };
      case '/api/v3/repos/Ville/outil/contents/README.md':
        return {
          body: 'Un outil pour tous.',
          headers: { 'content-type': 'application/vnd.github.raw+json' },
        };
      case '/api/v3/repos/Ville/outil/releases':
        return { json: [githubRelease('v1')] };
      default:
        return { status: 404 };
    }
  });
  expect(await it.run()).toMatchObject({
    added: 2,
    forges: [{ unread: 0, accounts: [{ isComplete: true }] }],
  });
  const [other, tool] = await it.repositories();
  expect(tool?.record).toMatchObject({
    ...{
      id: '42',
      name: 'outil',
      organization_name: 'Ville',
      description: 'Un outil',
      default_branch: 'main',
    },
    ...{
      is_fork: false,
      is_archived: false,
      is_template: false,
      stars_count: 3,
      forks_count: 2,
      size: 110_592,
    },
    ...{ language: 'Go', topics: ['mairie'], spdx_id: 'MIT', last_modification: '2023-05-06T07:08:09Z' },
    ...{ has_reuse: true, readme_excerpt: 'Un outil pour tous.', last_release: '2022-02-03T04:05:06Z' },
  });
  expect(other?.record).toMatchObject({ license: null, spdx_id: null, has_readme: false, releases: [] });
  const { record } = await it.reader.selectFrom('code_account').select('record').executeTakeFirstOrThrow();
  expect(JSON.parse(record)).toMatchObject({
    login: 'Ville',
    repositories_count: 1,
    followers_count: 7,
    website: 'https://ville.example',
  });
});
