import { inBatches } from './batches.ts';
import type { CodeAccountTable, CodeOrganisationTable } from './code-tables.ts';
import type { Reader } from './database.ts';

/** An account with how many repositories it has. */
export interface CountedAccount {
  readonly address: string;
  readonly name: string | null;
  readonly count: number;
}

/** The names of these organisations; of one that has none here, nothing. */
export function codeOrganisationNames(
  reader: Reader,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return inBatches(ids, (batch) =>
    reader
      .selectFrom('code_organisation')
      .select(['id', 'name'])
      .where('id', 'in', batch)
      .orderBy('id')
      .execute(),
  );
}

/** The organisations with how many repositories each has, those below it among them; by name, `limit` at most. */
export async function codeOrganisations(
  reader: Reader,
  limit: number,
): Promise<(CodeOrganisationTable & { readonly count: number })[]> {
  const rows = await reader
    .selectFrom('code_organisation as o')
    .leftJoin('code_tally as t', (join) =>
      join.on('t.facet', '=', 'organisation').onRef('t.value', '=', 'o.id'),
    )
    .select(['o.id', 'o.name', 'o.parent', 't.count'])
    .orderBy('o.name')
    .orderBy('o.id')
    .limit(limit)
    .execute();
  return rows.map(({ count, ...row }) => ({ ...row, count: count ?? 0 }));
}

/** Those that have repositories and no name here, the largest first. */
export function unnamedOrganisations(
  reader: Reader,
  limit: number,
): Promise<{ id: string; count: number }[]> {
  return reader
    .selectFrom('code_tally as t')
    .leftJoin('code_organisation as o', 'o.id', 't.value')
    .select(['t.value as id', 't.count'])
    .where('t.facet', '=', 'organisation')
    .where('o.id', 'is', null)
    .orderBy('t.count', 'desc')
    .orderBy('t.value')
    .limit(limit)
    .execute();
}

/** An organisation with those right below it. */
export async function codeOrganisation(
  reader: Reader,
  id: string,
): Promise<{ readonly own: CodeOrganisationTable | undefined; readonly below: CodeOrganisationTable[] }> {
  const rows = await reader
    .selectFrom('code_organisation')
    .selectAll()
    .where((e) => e.or([e('id', '=', id), e('parent', '=', id)]))
    .orderBy('name')
    .orderBy('id')
    .execute();
  return { own: rows.find((row) => row.id === id), below: rows.filter((row) => row.id !== id) };
}

/** What an organisation is part of, from the top: its parent is the last. */
export async function codeOrganisationsAbove(reader: Reader, id: string): Promise<CodeOrganisationTable[]> {
  const rows = await reader
    .selectFrom('code_ancestor as a')
    .innerJoin('code_organisation as o', 'o.id', 'a.ancestor')
    .select(['o.id', 'o.name', 'o.parent'])
    .where('a.organisation', '=', id)
    .where('a.ancestor', '<>', id)
    .orderBy('o.id')
    .execute();
  const byParent = new Map(rows.map((row) => [row.parent ?? '', row]));
  const way: CodeOrganisationTable[] = [];
  for (let next = byParent.get(''); next && way.length < rows.length; next = byParent.get(next.id))
    way.push(next);
  return way;
}

/** The accounts of an organisation, with how many repositories each has: the largest first. */
export async function codeAccountsOf(
  reader: Reader,
  organisation: string,
  limit: number,
): Promise<CountedAccount[]> {
  const [counted, known] = [
    await reader
      .selectFrom('code_repository')
      .select((e) => ['account', e.fn.countAll().as('count')] as const)
      .where('organisation', '=', organisation)
      .where('state', '<>', 'gone')
      .groupBy('account')
      .orderBy('count', 'desc')
      .orderBy('account')
      .limit(limit)
      .execute(),
    await reader
      .selectFrom('code_account')
      .select(['address', 'name'])
      .where('organisation', '=', organisation)
      .orderBy('address')
      .limit(limit)
      .execute(),
  ];
  const names = new Map(known.map(({ address, name }) => [address, name]));
  const listed = counted.map(({ account, count }) => ({
    address: account,
    name: names.get(account) ?? null,
    count: Number(count),
  }));
  const empty = known.filter(({ address }) => !listed.some((one) => one.address === address));
  return [...listed, ...empty.map((one) => ({ ...one, count: 0 }))].slice(0, limit);
}

/** The accounts of these organisations, the largest first: what one that has no name may be known by. */
export function codeAccountsOfAll(
  reader: Reader,
  organisations: readonly string[],
): Promise<Pick<CodeAccountTable, 'address' | 'name' | 'organisation'>[]> {
  return inBatches(organisations, (batch) =>
    reader
      .selectFrom('code_account as a')
      .leftJoin('code_tally as t', (join) =>
        join.on('t.facet', '=', 'account').onRef('t.value', '=', 'a.address'),
      )
      .select(['a.address', 'a.name', 'a.organisation'])
      .where('a.organisation', 'in', batch)
      .orderBy((e) => e.fn.coalesce('t.count', e.lit(0)), 'desc')
      .orderBy('a.address')
      .execute(),
  );
}

/** The policies and the offices that the accounts of an organisation name, each once. */
export async function codeAccountDetails(
  reader: Reader,
  organisation: string,
): Promise<{ readonly policies: string[]; readonly offices: string[] }> {
  const rows = await reader
    .selectFrom('code_account')
    .select(['policy', 'office'])
    .distinct()
    .where('organisation', '=', organisation)
    .execute();
  const each = (name: 'policy' | 'office') =>
    [...new Set(rows.map((row) => row[name]).filter((one) => one !== null))].sort();
  return { policies: each('policy'), offices: each('office') };
}
