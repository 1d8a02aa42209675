import { inBatches } from './batches.ts';
import { type CodeSort, codeNumbers } from './code-listing.ts';
import type { CodeRequest } from './code-request.ts';
import type { CodeOrganisationTable } from './code-tables.ts';
import type { Reader } from './database.ts';

/** Rows read at a time: what an export holds in memory. */
const PAGE = 1_000;

/** A repository as exports need it; `record` is JSON. */
export interface StoredRepository {
  readonly id: number;
  readonly key: string;
  readonly record: string;
  readonly score: number;
  readonly organisation: string | null;
  readonly organisation_name: string | null;
}

/** An account as exports need it. */
export interface StoredAccount {
  readonly key: string;
  readonly record: string;
  readonly organisation: string | null;
  readonly organisation_name: string | null;
  /** Of the public body that all of it is part of. */
  readonly top_name: string | null;
  readonly policy: string | null;
  readonly office: string | null;
}

/** All repositories that are not gone, in the order of their keys, some at a time. */
export async function* allRepositories(reader: Reader): AsyncGenerator<readonly StoredRepository[]> {
  for (let after = ''; ; ) {
    const rows = await repositories(reader)
      .where('r.key', '>', after)
      .where('r.state', '<>', 'gone')
      .orderBy('r.key')
      .limit(PAGE)
      .execute();
    yield rows;
    if (rows.length < PAGE) return;
    after = (rows.at(-1) as StoredRepository).key;
  }
}

/** The repositories of a request, in its order, some at a time. */
export async function* foundRepositories(
  reader: Reader,
  request: CodeRequest,
  sort: CodeSort,
): AsyncGenerator<readonly StoredRepository[]> {
  const numbers = await codeNumbers(reader, request, sort);
  for (let at = 0; at < numbers.length; at += PAGE) {
    const wanted = numbers.slice(at, at + PAGE);
    const rows = await inBatches(wanted, (batch) =>
      repositories(reader).where('r.id', 'in', batch).execute(),
    );
    const byNumber = new Map(rows.map((row) => [row.id, row]));
    yield wanted.flatMap((number) => byNumber.get(number) ?? []);
  }
}

/** All accounts, in the order of their keys, some at a time. */
export async function* allAccounts(reader: Reader): AsyncGenerator<readonly StoredAccount[]> {
  for (let after = ''; ; ) {
    const rows = await reader
      .selectFrom('code_account as a')
      .leftJoin('code_organisation as o', 'o.id', 'a.organisation')
      .leftJoin(
        (e) =>
          e
            .selectFrom('code_ancestor as c')
            .innerJoin('code_organisation as t', 't.id', 'c.ancestor')
            .where('t.parent', 'is', null)
            .select(['c.organisation', 't.name as top_name'])
            .as('top'),
        (join) => join.onRef('top.organisation', '=', 'a.organisation'),
      )
      .select([
        'a.key',
        'a.record',
        'a.organisation',
        'o.name as organisation_name',
        'top.top_name',
        'a.policy',
        'a.office',
      ])
      .where('a.key', '>', after)
      .orderBy('a.key')
      .limit(PAGE)
      .execute();
    yield rows;
    if (rows.length < PAGE) return;
    after = (rows.at(-1) as StoredAccount).key;
  }
}

/** All public bodies, in the order of their identifiers, some at a time. */
export async function* allBodies(reader: Reader): AsyncGenerator<readonly CodeOrganisationTable[]> {
  for (let after = ''; ; ) {
    const rows = await reader
      .selectFrom('code_organisation')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    yield rows;
    if (rows.length < PAGE) return;
    after = (rows.at(-1) as CodeOrganisationTable).id;
  }
}

function repositories(reader: Reader) {
  return reader
    .selectFrom('code_repository as r')
    .leftJoin('code_organisation as o', 'o.id', 'r.organisation')
    .select(['r.id', 'r.key', 'r.record', 'r.score', 'r.organisation', 'o.name as organisation_name']);
}
