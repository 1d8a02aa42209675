import { codeRecordsUnder, harvestedAt } from '../../store/code-harvests.ts';
import type { Reader } from '../../store/database.ts';
import { codeAddress } from '../address.ts';
import { saysNothingNew } from '../merge.ts';
import type { RepositoryRecord, SaidAccount, SaidRepository } from '../record.ts';
import { absent } from './absent.ts';
import { withKnownFiles } from './changed-files.ts';
import { ForgeFault } from './fault.ts';
import type { AccountListing, Connector, ForgePlace } from './forges/connector.ts';
import { withoutFuture } from './future.ts';

/** What was heard of an account. */
export interface HeardAccount {
  /** `gitlab.com/exemple`. */
  readonly address: string;
  readonly accounts: readonly SaidAccount[];
  readonly repositories: readonly HeardRepository[];
  /** How many repositories of it were there the last time, and how many of those are not now. */
  readonly known: number;
  readonly lost: number;
  /** How many are as they were: they are not among those above. */
  readonly same: number;
  /** Whether all of it was listed. */
  readonly isComplete: boolean;
  readonly fault?: ForgeFault;
}

export interface HeardRepository {
  readonly said: SaidRepository;
  /** Whether its files are to be read. */
  readonly waits: boolean;
}

export interface AccountContext {
  readonly reader: Reader;
  readonly place: ForgePlace;
  readonly connector: Connector;
  /** Seconds since 1970. */
  readonly now: number;
}

/** As `codeAddress` has it: of a server of Git, an account is a repository. */
export function accountAddress(host: string, login: string): string {
  return `${host}/${login.toLowerCase().replace(/\.git$/, '')}`;
}

/** Asks a forge for an account; what goes wrong there is part of the outcome, and leaves the account as it was. */
export async function harvestAccount(context: AccountContext, login: string): Promise<HeardAccount> {
  const { reader, place, connector, now } = context;
  const address = accountAddress(place.host, login);
  const known = (await codeRecordsUnder(reader, address)).map(
    (record) => JSON.parse(record) as RepositoryRecord,
  );
  const present = known.filter(({ missing }) => missing === null);
  const nothing = {
    address,
    accounts: [],
    repositories: [],
    known: present.length,
    lost: 0,
    same: 0,
    isComplete: false,
  };
  let listing: AccountListing;
  try {
    listing = await connector.listAccount(place, login);
  } catch (error) {
    if (!(error instanceof ForgeFault)) throw error;
    if (error.reason !== 'not-found' && error.reason !== 'gone') return { ...nothing, fault: error };
    const lastSeen = (await harvestedAt(reader, address)) ?? now;
    const lost = present.map((record) => absent(record, { reason: 'account-not-found', lastSeen, now }));
    return { ...nothing, repositories: lost.map(withoutFiles), lost: lost.length, fault: error };
  }
  const said = listing.repositories.map((one) => withoutFuture({ ...one, missing: null, gone: null }, now));
  const before = knownBy(known);
  const all = said.map((one) => (connector.files ? withKnownFiles(one, before(one)) : withoutFiles(one)));
  const heard = all.filter((one) => one.waits || !isKnown(before(one.said), one.said));
  const same = all.length - heard.length;
  const account = { ...listing.account, missing: null, gone: null };
  if (!listing.isComplete) return { ...nothing, accounts: [account], repositories: heard, same };
  const left = leftOut(known, said);
  const lastSeen = (await harvestedAt(reader, address)) ?? now;
  const found = await Promise.all(left.map((record) => lookedFor(context, record, lastSeen)));
  return {
    ...nothing,
    accounts: [account],
    repositories: [...heard, ...found.flatMap((one) => (one ? [withoutFiles(one)] : []))],
    lost: left.filter(({ missing }) => missing === null).length,
    same,
    isComplete: true,
  };
}

function isKnown(before: RepositoryRecord | undefined, said: SaidRepository): boolean {
  const alias = codeAddress(said.repository_url)?.alias;
  return before !== undefined && alias !== undefined && saysNothingNew(before, said, alias);
}

function withoutFiles(said: SaidRepository): HeardRepository {
  return { said, waits: false };
}

/** What is known of a repository, by its number or its address. */
function knownBy(known: readonly RepositoryRecord[]) {
  const byId = new Map(known.flatMap((record) => (record.id === null ? [] : [[record.id, record] as const])));
  const byAlias = new Map(known.flatMap((record) => record.aliases.map((alias) => [alias, record] as const)));
  return ({ id, repository_url }: SaidRepository): RepositoryRecord | undefined => {
    const named = byAlias.get(codeAddress(repository_url)?.alias ?? '');
    const isOther = named && id && named.id !== null && named.id !== id;
    return byId.get(id ?? '') ?? (isOther ? undefined : named);
  };
}

/** Those that a listing does not have, neither by their number nor by their address. */
function leftOut(known: readonly RepositoryRecord[], said: readonly SaidRepository[]): RepositoryRecord[] {
  const ids = new Set(said.flatMap(({ id }) => id ?? []));
  const aliases = new Set(said.map(({ repository_url }) => codeAddress(repository_url)?.alias));
  return known.filter(
    ({ id, aliases: own }) => !(id !== null && ids.has(id)) && !own.some((alias) => aliases.has(alias)),
  );
}

/** What the forge says of a repository that its account no longer lists: it moved, or is no more, or nobody knows. */
async function lookedFor(
  { place, connector, now }: AccountContext,
  record: RepositoryRecord,
  lastSeen: number,
): Promise<SaidRepository | undefined> {
  const path = codeAddress(record.repository_url)?.path ?? '';
  try {
    const said = await connector.repository(place, path);
    const isSame = said !== undefined && (record.id === null || record.id === said.id);
    if (isSame) return { ...said, missing: null, gone: null };
    return absent(record, { reason: 'not-listed', lastSeen, now });
  } catch (error) {
    if (!(error instanceof ForgeFault)) throw error;
    const { reason } = error;
    const isDenied = reason === 'not-found' || reason === 'gone';
    return absent(record, { reason: isDenied ? reason : 'not-listed', lastSeen, now });
  }
}
