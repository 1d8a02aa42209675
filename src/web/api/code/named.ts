import { z } from 'zod';
import { codeAccountNames } from '../../../store/code-addresses.ts';
import { codeOrganisationNames } from '../../../store/code-organisations.ts';
import { type Context, ownAddress } from '../../context.ts';
import { codePage } from '../../register/addresses.ts';
import { string, url } from '../values.ts';

/** Whose something is. */
export const organisationNamed = z.object({
  id: string('ville').describe('Its identifier in the public directory.'),
  name: string('La Ville').nullable().describe('Null where only its identifier is known.'),
  url: url('Where people read it.', '/-/code/organisation/ville'),
});

export const accountNamed = z.object({
  address: string('gitlab.example/ville').describe('Its forge and its name there.'),
  name: string('La Ville').nullable().describe('Null where only its address is known.'),
  url: url('Where people read it.', '/-/code/account/gitlab.example/ville'),
});

/** Gives organisations and accounts their names. */
export interface Names {
  organisation(id: string | null): z.infer<typeof organisationNamed> | null;
  account(address: string): z.infer<typeof accountNamed>;
}

export async function namesOf(
  { ask, site, origin }: Context,
  {
    organisations,
    accounts = [],
  }: { readonly organisations: readonly (string | null)[]; readonly accounts?: readonly string[] },
): Promise<Names> {
  const ids = [...new Set(organisations.filter((id) => id !== null))].sort();
  const bodies = new Map((await ask(codeOrganisationNames, ids)).map(({ id, name }) => [id, name]));
  const addresses = [...new Set(accounts)].sort();
  const named = new Map((await ask(codeAccountNames, addresses)).map(({ address, name }) => [address, name]));
  const page = (kind: 'organisation' | 'account', name: string) =>
    origin + ownAddress(site, codePage(kind, name), site.defaultLanguage);
  return {
    organisation: (id) =>
      id === null ? null : { id, name: bodies.get(id) ?? null, url: page('organisation', id) },
    account: (address) => ({ address, name: named.get(address) ?? null, url: page('account', address) }),
  };
}
