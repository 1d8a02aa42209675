import { z } from 'zod';
import { listCodeOrganisations } from '../../../store/code-directory.ts';
import { ownAddress } from '../../context.ts';
import { codePage } from '../../register/addresses.ts';
import { readCursor } from '../cursor.ts';
import { operation, operationAddress } from '../operation.ts';
import { nextAddress } from '../paging.ts';
import { cursor, limit, text } from '../parameters.ts';
import { next, string, url } from '../values.ts';
import { organisationNamed } from './named.ts';
import { hasRegister, noRegister } from './register-place.ts';

const organisation = organisationNamed.extend({
  name: string('La Ville'),
  parent: string('prefecture').nullable().describe('The identifier of the one that it is part of.'),
  repositoryCount: z.int().describe('How many repositories it has, with those of all below it.'),
  repositoriesUrl: url('Those repositories, for programs.', '/-/api/v1/code/repositories?organisation=ville'),
  accountsUrl: url('Its own accounts, for programs.', '/-/api/v1/code/accounts?organisation=ville'),
});

export const organisationList = z.object({ items: z.array(organisation), next });

const lister = { id: 'listOrganisations', path: '/code/organisations' };

/** `/code/organisations`: the public bodies, each with the one that it is part of; by identifier. */
export const listOrganisations = operation({
  ...lister,
  query: z.object({ parent: text(500).optional(), limit: limit(50, 500), cursor }),
  answer: organisationList,
  problems: [404],
  async respond(call) {
    const { context, query } = call;
    const { site, origin } = context;
    const after = readCursor<string>(lister.id, query.cursor, 'string');
    if (!(await hasRegister(context))) return noRegister();
    const { parent, limit } = query;
    const rows = await context.ask(listCodeOrganisations, { after, parent, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const whose = (path: string, organisation: string) =>
      `${origin}${operationAddress(path)}?${new URLSearchParams({ organisation })}`;
    return {
      value: {
        items: shown.map(({ id, name, parent, count }) => ({
          id,
          name,
          url: origin + ownAddress(site, codePage('organisation', id), site.defaultLanguage),
          parent,
          repositoryCount: count,
          repositoriesUrl: whose('/code/repositories', id),
          accountsUrl: whose('/code/accounts', id),
        })),
        next: rows.length > limit && last ? nextAddress(call, lister, last.id) : null,
      },
    };
  },
});
