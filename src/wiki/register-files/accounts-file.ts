import { z } from 'zod';
import { day, organisationId, someOrganisation, webAddress } from './fields.ts';
import { type Finding, inOrder, type Reading } from './finding.ts';
import { FORGE_KINDS, type ForgeKind, HOST } from './forge-kind.ts';
import { type MapEntry, readYamlMap } from './yaml-map.ts';

/** What is said of a forge that is an organisation's own, or of an account on one. */
export interface Belonging {
  /** Of the organisation, in the public directory; undefined where it is not known. */
  readonly organisation: string | undefined;
  readonly policy: string | undefined;
  readonly office: string | undefined;
  /** Since which day (YYYY-MM-DD) it is left alone. */
  readonly ignoredSince: string | undefined;
  /** Where the file says it. */
  readonly line: number;
}

/** An account, or a group, on a forge. */
export interface Account extends Belonging {
  readonly login: string;
}

/** A forge, and the accounts on it; all of them count where none is named. */
export interface Forge extends Belonging {
  readonly host: string;
  /** Undefined where the file does not say. */
  readonly kind: ForgeKind | undefined;
  readonly accounts: readonly Account[] | undefined;
}

const belonging = {
  pso_id: organisationId.optional(),
  floss_policy: webAddress.optional(),
  ospo_url: webAddress.optional(),
  ignored_since: day.optional(),
};

const owner = z.strictObject(belonging, 'is not a map with pso_id');

const forge = z.strictObject(
  {
    forge: z.enum(FORGE_KINDS, `is none of ${FORGE_KINDS.join(', ')}`).optional(),
    owners: z.record(z.string(), owner.nullable(), 'is not a map of accounts').nullish(),
    ...belonging,
  },
  'is not a map with the keys owners or pso_id',
);

/** A group of GitLab may be inside another: `ministere/service`. */
const LOGIN = /^[\p{L}\p{N}~_.-]+(?:\/[\p{L}\p{N}_.-]+)*$/u;

/**
 * Reads a list of forges and accounts, in the format of code.gouv.fr's `comptes-organismes-publics.yml`. Forges and
 * accounts that are wrong are left out; an account that is named twice counts once, as it is named first.
 */
export function readAccounts(source: string): Reading<readonly Forge[]> {
  const { value: entries, findings } = readYamlMap(source, forge);
  const problems: Finding[] = [...findings];
  const forges = new Map<string, Forge>();
  for (const entry of entries) {
    const host = entry.key.toLowerCase();
    const before = forges.get(host);
    if (!HOST.test(host))
      problems.push({ ...entry.at(), message: `${entry.key}: is not the name of a host such as gitlab.com` });
    else if (before)
      problems.push({
        ...entry.at(),
        message: `${entry.key}: is there already, on line ${before.line}; put its accounts together`,
      });
    else forges.set(host, forgeOf(host, entry, problems));
  }
  return { value: [...forges.values()], findings: inOrder(problems) };
}

function forgeOf(host: string, entry: MapEntry<z.infer<typeof forge>>, problems: Finding[]): Forge {
  const { value, line } = entry;
  const about = { host, kind: value.forge, ...belongingOf(value, line) };
  if (!value.owners) {
    if (value.pso_id === undefined)
      problems.push({ ...entry.at(), message: `${entry.key}: has neither owners nor a pso_id` });
    return { ...about, accounts: undefined };
  }
  const accounts = new Map<string, Account>();
  for (const [login, said] of Object.entries(value.owners)) {
    const place = entry.at('owners', login);
    const account = { login, ...belongingOf(said ?? {}, place.line) };
    const before = accounts.get(login.toLowerCase());
    if (!LOGIN.test(login))
      problems.push({ ...place, message: `${host}, ${login}: is not the name of an account` });
    else if (before) problems.push({ ...place, message: claimedTwice(`${host}/${login}`, before, account) });
    else accounts.set(login.toLowerCase(), account);
  }
  return { ...about, accounts: [...accounts.values()] };
}

function claimedTwice(name: string, before: Account, account: Account): string {
  return before.organisation === account.organisation
    ? `${name}: is there already, on line ${before.line}`
    : `${name}: two organisations claim it, ${before.organisation ?? 'none'} on line ${before.line} and ${account.organisation ?? 'none'} here; keep one`;
}

function belongingOf(said: z.infer<typeof owner>, line: number): Belonging {
  return {
    organisation: someOrganisation(said.pso_id),
    policy: said.floss_policy,
    office: said.ospo_url,
    ignoredSince: said.ignored_since,
    line,
  };
}
