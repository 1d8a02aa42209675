import { z } from 'zod';
import type { SaidRepository } from '../../record.ts';
import { rfc3339 } from '../absent.ts';
import { ForgeFault } from '../fault.ts';
import { gitFiles } from '../git-remote.ts';
import type { Connector, ForgePlace } from './connector.ts';
import { instant, text } from './fields.ts';

const REPOSITORY = 'id name description visibility created updated HEAD { name }';

const LIST = `query ($username: String!, $cursor: Cursor) {
  user(username: $username) {
    canonicalName bio url location
    repositories(cursor: $cursor) { cursor results { ${REPOSITORY} } }
  }
}`;

const ONE = `query ($username: String!, $name: String!) {
  user(username: $username) { canonicalName repository(name: $name) { ${REPOSITORY} } }
}`;

/** What is read of a repository (GraphQL API of git.sr.ht). */
const repository = z.object({
  id: z.number().int(),
  name: z.string(),
  description: text,
  visibility: z.string(),
  created: instant,
  updated: instant,
  HEAD: z.object({ name: z.string() }).nullish(),
});

const user = z.object({
  canonicalName: z.string(),
  bio: text,
  url: text,
  location: text,
  repositories: z.object({ cursor: z.string().nullish(), results: z.array(z.unknown()) }).optional(),
  repository: z.unknown().optional(),
});

const answer = z.object({
  data: z.object({ user: user.nullish() }).nullish(),
  errors: z.array(z.object({ message: z.string() })).optional(),
});

const MAX_PAGES = 2_000;

/** SourceHut: repositories by the GraphQL API of its git service, which wants a token; files by git, which does not. */
export const sourcehut: Connector = {
  async listAccount(place, login) {
    const repositories: SaidRepository[] = [];
    let isComplete = true;
    let cursor: string | null | undefined;
    let account: z.infer<typeof user> | undefined;
    for (let pages = 0; pages < MAX_PAGES; pages++) {
      account = await userOf(place, LIST, { username: nameOf(login), cursor });
      for (const item of account.repositories?.results ?? []) {
        const { data } = repository.safeParse(item);
        if (!data) isComplete = false;
        else if (data.visibility === 'PUBLIC') repositories.push(saidOf(place, account.canonicalName, data));
      }
      cursor = account.repositories?.cursor;
      if (!cursor) break;
    }
    if (!account || cursor) throw new ForgeFault('forge-fault', query(place));
    return {
      account: {
        login: account.canonicalName,
        organization_url: `${place.client.originOf(place.host)}/${account.canonicalName}`,
        platform: 'SourceHut',
        description: account.bio,
        website: account.url,
        location: account.location,
      },
      repositories,
      isComplete,
    };
  },

  async listLogins(place) {
    throw new ForgeFault('refused', query(place));
  },

  async repository(place, path) {
    const [login = '', name = ''] = path.split('/');
    const account = await userOf(place, ONE, { username: nameOf(login), name });
    if (account.repository === null) throw new ForgeFault('not-found', query(place));
    const { data } = repository.safeParse(account.repository);
    return data && saidOf(place, account.canonicalName, data);
  },

  async files(place, { repository_url }) {
    const { time, ...files } = await gitFiles(place.client, repository_url);
    return { ...files, told: { last_modification: rfc3339(time) } };
  },
};

async function userOf(place: ForgePlace, question: string, variables: Readonly<Record<string, unknown>>) {
  const address = query(place);
  const { value } = await place.client.post(address, { query: question, variables });
  const { data } = answer.safeParse(value);
  if (!data) throw new ForgeFault('not-json', address);
  if (data.data?.user) return data.data.user;
  throw new ForgeFault(data.errors?.length ? 'refused' : 'not-found', address);
}

function query({ client, host }: ForgePlace): string {
  return `${client.originOf(host)}/query`;
}

function nameOf(login: string): string {
  return login.replace(/^~/, '');
}

function saidOf(
  { client, host }: ForgePlace,
  owner: string,
  said: z.infer<typeof repository>,
): SaidRepository {
  return {
    id: String(said.id),
    name: said.name,
    organization_name: owner,
    platform: 'SourceHut',
    repository_url: `${client.originOf(host)}/${owner}/${encodeURIComponent(said.name)}`,
    description: said.description,
    default_branch:
      said.HEAD === undefined ? undefined : (said.HEAD?.name.replace(/^refs\/heads\//, '') ?? null),
    is_empty: said.HEAD === undefined ? undefined : said.HEAD === null,
    creation_date: said.created,
    last_update: said.updated,
  };
}
