import type { CodeAccountTable, CodeOrganisationTable } from './code-tables.ts';
import type { Reader } from './database.ts';

/** A part of a list that is in the order of what its members are known by. */
interface Part {
  /** Only those that come after. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The accounts of which there is a record, with how many repositories each has; by address. */
export async function listCodeAccounts(
  reader: Reader,
  asked: Part & { readonly organisation?: string | undefined; readonly forge?: string | undefined },
): Promise<(CodeAccountTable & { readonly count: number })[]> {
  const { after, limit, organisation, forge } = asked;
  let rows = reader
    .selectFrom('code_account as a')
    .leftJoin('code_tally as t', (join) =>
      join.on('t.facet', '=', 'account').onRef('t.value', '=', 'a.address'),
    )
    .selectAll('a')
    .select('t.count');
  if (after !== undefined) rows = rows.where('a.address', '>', after);
  if (organisation !== undefined) rows = rows.where('a.organisation', '=', organisation);
  if (forge !== undefined) rows = rows.where('a.forge', '=', forge);
  const found = await rows.orderBy('a.address').limit(limit).execute();
  return found.map(({ count, ...row }) => ({ ...row, count: count ?? 0 }));
}

/** The public bodies, with how many repositories each has, those below it among them; by identifier. */
export async function listCodeOrganisations(
  reader: Reader,
  { after, limit, parent }: Part & { readonly parent?: string | undefined },
): Promise<(CodeOrganisationTable & { readonly count: number })[]> {
  let rows = reader
    .selectFrom('code_organisation as o')
    .leftJoin('code_tally as t', (join) =>
      join.on('t.facet', '=', 'organisation').onRef('t.value', '=', 'o.id'),
    )
    .select(['o.id', 'o.name', 'o.parent', 't.count']);
  if (after !== undefined) rows = rows.where('o.id', '>', after);
  if (parent !== undefined) rows = rows.where('o.parent', '=', parent);
  const found = await rows.orderBy('o.id').limit(limit).execute();
  return found.map(({ count, ...row }) => ({ ...row, count: count ?? 0 }));
}
