import { z } from 'zod';
import { wholeRole } from '../../members/roles.ts';
import { scopesOfToken, TOKEN_SCOPES } from '../../members/token-scopes.ts';
import { isUnused } from '../../members/unused.ts';
import { proposalsOf } from '../../store/proposals.ts';
import { secondsOf } from '../members/visitor.ts';
import { rfc3339 } from '../rfc3339.ts';
import { readCursor } from './cursor.ts';
import { operation } from './operation.ts';
import { nextAddress } from './paging.ts';
import { cursor, limit } from './parameters.ts';
import { LAST, proposalList, proposalValue } from './proposals.ts';
import { dateTime, string } from './values.ts';

const role = z.enum(['committer', 'maintainer', 'administrator']);

const grant = z.object({
  id: string('k3jd7shw2a').nullable().describe('Null for who keeps a list by the settings of the wiki.'),
  role,
  paths: z.array(string('guides/**')).describe('The files that it is for; all of them when empty.'),
  lists: z.array(string('contributions')).describe('The lists whose proposals it is for; all when empty.'),
  grantedAt: dateTime('When it was given').nullable(),
  until: dateTime('When it ends').nullable(),
  usedAt: dateTime('When it was last of use').nullable(),
  unused: z.boolean().describe('Whether it was of no use for six months.'),
});

export const account = z.object({
  address: string('ada@office.example'),
  name: string('Ada Exemple').nullable(),
  role: role.nullable().describe('In the whole wiki.'),
  grants: z.array(grant),
  token: z.object({
    label: string('laptop'),
    scopes: z.array(z.enum(TOKEN_SCOPES)),
    expiresAt: dateTime('When it ends'),
  }),
});

/** `/account`: who the token stands for, and what they may do. */
export const getAccount = operation({
  id: 'getAccount',
  path: '/account',
  scope: 'api:read',
  query: z.object({}),
  answer: account,
  async respond({ context, caller: { address, held, token } }) {
    const now = secondsOf(context);
    const when = (seconds: number | null | undefined) =>
      seconds === null || seconds === undefined ? null : rfc3339(seconds);
    return {
      value: {
        address,
        name: held.find((one) => one.grant?.name)?.grant?.name ?? null,
        role: wholeRole(held) ?? null,
        grants: held.map(({ id, role, scope, grant }) => ({
          id: id ?? null,
          role,
          paths: [...scope.paths],
          lists: [...scope.lists],
          grantedAt: when(grant?.granted_at),
          until: when(grant?.until),
          usedAt: when(grant?.used_at),
          unused: grant !== undefined && isUnused(grant, now),
        })),
        token: {
          label: token.label,
          scopes: scopesOfToken(token),
          expiresAt: rfc3339(token.expires_at),
        },
      },
    };
  },
});

const lister = { id: 'listOwnProposals', path: '/account/proposals' };

/** `/account/proposals`: what the person proposed, the newest first. */
export const listOwnProposals = operation({
  ...lister,
  scope: 'api:read',
  query: z.object({ limit: limit(30, 100), cursor }),
  answer: proposalList,
  async respond(call) {
    const { context, query, caller } = call;
    const before = Number(readCursor<string>(lister.id, query.cursor, 'string') ?? LAST);
    const { reader } = context.wiki.database;
    const found = await proposalsOf(reader, caller.folded, { before, limit: query.limit + 1 });
    const shown = found.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      value: {
        items: shown.map((row) => proposalValue(context, row)),
        next: found.length > query.limit && last ? nextAddress(call, lister, String(last.number)) : null,
      },
    };
  },
});
