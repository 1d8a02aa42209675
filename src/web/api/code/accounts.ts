import { z } from 'zod';
import { moment } from '../../../register/exports/column.ts';
import type { AccountRecord } from '../../../register/record.ts';
import { listCodeAccounts as accountsOf } from '../../../store/code-directory.ts';
import { webLink } from '../../register/web-link.ts';
import { readCursor } from '../cursor.ts';
import { operation, operationAddress } from '../operation.ts';
import { nextAddress } from '../paging.ts';
import { cursor, limit, text } from '../parameters.ts';
import { dateTime, next, string, url } from '../values.ts';
import { accountNamed, namesOf, organisationNamed } from './named.ts';
import { hasRegister, noRegister } from './register-place.ts';

const account = accountNamed.extend({
  key: string('7c6b5a49382716059483').describe('What it is called in the register: never changes.'),
  accountUrl: string('https://gitlab.example/ville').nullable().describe('Where it is on its forge.'),
  repositoriesUrl: url(
    'Its repositories, for programs.',
    '/-/api/v1/code/repositories?account=gitlab.example%2Fville',
  ),
  repositoryCount: z.int().describe('How many the register has.'),
  state: z.enum(['present', 'missing', 'gone']).describe('As of repositories.'),
  forge: string('gitlab.example').describe('The host of its forge.'),
  platform: string('GitLab').describe('What the forge runs.'),
  description: string('Les services numériques.').nullable(),
  websiteUrl: string('https://ville.example/').nullable(),
  organisation: organisationNamed.nullable().describe('The public body whose it is.'),
  policyUrl: string('https://ville.example/politique').nullable().describe('Its free-software policy.'),
  officeUrl: string('https://libre.ville.example/').nullable().describe('Its free-software office.'),
  createdAt: dateTime('When it was made').nullable(),
});

export const codeAccountList = z.object({ items: z.array(account), next });

const lister = { id: 'listCodeAccounts', path: '/code/accounts' };

/** `/code/accounts`: the accounts on forges of which the register has a record, by address. */
export const listCodeAccounts = operation({
  ...lister,
  query: z.object({
    organisation: text(500).optional(),
    forge: text(500).optional(),
    limit: limit(50, 500),
    cursor,
  }),
  answer: codeAccountList,
  problems: [404],
  async respond(call) {
    const { context, query } = call;
    const { origin } = context;
    const after = readCursor<string>(lister.id, query.cursor, 'string');
    if (!(await hasRegister(context))) return noRegister();
    const { organisation, forge, limit } = query;
    const rows = await context.ask(accountsOf, { after, organisation, forge, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const names = await namesOf(context, { organisations: shown.map(({ organisation }) => organisation) });
    const last = shown.at(-1);
    return {
      value: {
        items: shown.map((row) => {
          const record = JSON.parse(row.record) as AccountRecord;
          const { name: _, ...named } = names.account(row.address);
          return {
            ...named,
            name: row.name,
            key: row.key,
            accountUrl: webLink(record.organization_url) ?? null,
            repositoriesUrl: `${origin}${operationAddress('/code/repositories')}?${new URLSearchParams({ account: row.address })}`,
            repositoryCount: row.count,
            state: stateOf(record),
            forge: row.forge,
            platform: record.platform,
            description: record.description,
            websiteUrl: webLink(record.website || null) ?? null,
            organisation: names.organisation(row.organisation),
            policyUrl: webLink(row.policy) ?? null,
            officeUrl: webLink(row.office) ?? null,
            createdAt: moment(record.creation_date),
          };
        }),
        next: rows.length > limit && last ? nextAddress(call, lister, last.address) : null,
      },
    };
  },
});

function stateOf({ gone, missing }: AccountRecord): 'present' | 'missing' | 'gone' {
  return gone !== null ? 'gone' : missing !== null ? 'missing' : 'present';
}
