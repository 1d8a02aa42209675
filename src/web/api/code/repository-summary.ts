import { z } from 'zod';
import { moment } from '../../../register/exports/column.ts';
import type { RepositoryRecord } from '../../../register/record.ts';
import type { CodeRepositoryTable } from '../../../store/code-tables.ts';
import { type Context, ownAddress } from '../../context.ts';
import { codePage } from '../../register/addresses.ts';
import { webLink } from '../../register/web-link.ts';
import { operationAddress } from '../operation.ts';
import { dateTime, string, url } from '../values.ts';
import { accountNamed, namesOf, organisationNamed } from './named.ts';

export const REPOSITORY = '/code/repositories/{address}';

const count = z
  .int()
  .nullable()
  .meta({ examples: [12] });
const flag = z
  .boolean()
  .nullable()
  .meta({ examples: [false] });

export const repositorySummary = z.object({
  key: string('0f1e2d3c4b5a69788796').describe('What it is called in the register: never changes.'),
  address: string('gitlab.example/ville/portail').describe('Its present address, without capitals.'),
  name: string('portail'),
  url: url('Where people read it.', '/-/code/repository/gitlab.example/ville/portail'),
  apiUrl: url('All of it, for programs.', '/-/api/v1/code/repositories/gitlab.example/ville/portail'),
  repositoryUrl: string('https://gitlab.example/ville/portail')
    .nullable()
    .describe('Where it is on its forge.'),
  description: string('Les démarches des citoyens.').nullable(),
  state: z
    .enum(['present', 'missing', 'gone'])
    .describe('Missing: its forge no longer lists it; gone: it was looked for long enough.'),
  forge: string('gitlab.example').describe('The host of its forge.'),
  platform: string('GitLab').describe('What the forge runs.'),
  account: accountNamed,
  organisation: organisationNamed.nullable().describe('The public body whose it is.'),
  ministry: organisationNamed.nullable().describe('The body that all of its parents lead to.'),
  language: string('Java').nullable().describe('The programming language that most of it is in.'),
  licence: string('MIT').nullable().describe('As SPDX has it, else as the forge tells it.'),
  kind: string('standalone/web').nullable().describe('What its publiccode.yml says that it is.'),
  topics: z.array(string('démarches')),
  stars: count,
  forks: count,
  score: z.int().describe('How open it is, by the points of the settings.'),
  isFork: flag,
  isArchived: flag,
  isTemplate: flag,
  hasPubliccode: flag,
  hasContributing: flag,
  hasReleases: flag,
  isInSoftwareHeritage: flag,
  createdAt: dateTime('When it was made').nullable(),
  updatedAt: dateTime('When anything of it last changed').nullable(),
  releasedAt: dateTime('When it was last released').nullable(),
});

export type RepositorySummary = z.infer<typeof repositorySummary>;

/** Repositories as lists have them. */
export async function repositorySummaries(
  context: Context,
  rows: readonly CodeRepositoryTable[],
): Promise<RepositorySummary[]> {
  const { site, origin } = context;
  const names = await namesOf(context, {
    organisations: rows.flatMap(({ organisation, ministry }) => [organisation, ministry]),
    accounts: rows.map(({ account }) => account),
  });
  return rows.map((row) => {
    const record = JSON.parse(row.record) as RepositoryRecord;
    return {
      key: row.key,
      address: row.address,
      name: row.name,
      url: origin + ownAddress(site, codePage('repository', row.address), site.defaultLanguage),
      apiUrl: origin + operationAddress(REPOSITORY, row.address),
      repositoryUrl: webLink(record.repository_url) ?? null,
      description: record.description,
      state: row.state,
      forge: row.forge,
      platform: record.platform,
      account: names.account(row.account),
      organisation: names.organisation(row.organisation),
      ministry: names.organisation(row.ministry),
      language: row.language,
      licence: row.licence,
      kind: row.kind,
      topics: record.topics,
      stars: record.stars_count,
      forks: record.forks_count,
      score: row.score,
      isFork: record.is_fork,
      isArchived: record.is_archived,
      isTemplate: record.is_template,
      hasPubliccode: record.has_publiccode,
      hasContributing: record.has_contributing,
      hasReleases: record.releases && record.releases.length > 0,
      isInSoftwareHeritage: record.software_heritage_exists,
      createdAt: moment(record.creation_date),
      updatedAt: moment(record.last_update),
      releasedAt: moment(record.last_release),
    };
  });
}
