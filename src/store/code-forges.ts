import { sql } from 'kysely';
import { insertAll } from './batches.ts';
import type { CodeForgeTable } from './code-forge-tables.ts';
import type { Reader, Writer } from './database.ts';

/** Rows read at a time. */
const PAGE = 1_000;

/** A forge, and how much of it the register knows. */
export interface CountedForge {
  readonly host: string;
  /** As the wiki says, else as its accounts do. */
  readonly kind: string | null;
  readonly organisation: string | null;
  readonly organisation_name: string | null;
  readonly accounts: number;
  /** Those that are not gone. */
  readonly repositories: number;
  /** When one of its accounts was last listed whole, in seconds since 1970. */
  readonly harvested_at: number | null;
}

/** Puts these forges in the place of all there were. */
export async function saveCodeForges(writer: Writer, forges: readonly CodeForgeTable[]): Promise<void> {
  await writer.deleteFrom('code_forge').execute();
  await insertAll(writer, 'code_forge', forges);
}

/** The forges that are asked, or of which an account or a repository is known, by their hosts, some at a time. */
export async function* allForges(reader: Reader): AsyncGenerator<readonly CountedForge[]> {
  for (let after = ''; ; ) {
    const { rows } = await sql<Numbers<CountedForge>>`
      with hosts as (
        select host from code_forge where is_asked = 1
        union select value from code_tally where facet = 'forge'
        union select distinct forge from code_account
      )
      select h.host, f.organisation, o.name as organisation_name,
        coalesce(f.kind, (select max(a.kind) from code_account a where a.forge = h.host)) as kind,
        (select count(*) from code_account a where a.forge = h.host) as accounts,
        coalesce(t.count, 0) as repositories,
        (select max(c.harvested_at) from code_harvest c
          where c.address >= h.host || '/' and c.address < h.host || '0') as harvested_at
      from hosts h
      left join code_forge f on f.host = h.host
      left join code_organisation o on o.id = f.organisation
      left join code_tally t on t.facet = 'forge' and t.value = h.host
      where h.host > ${after} order by h.host limit ${PAGE}`.execute(reader);
    yield rows.map(({ accounts, repositories, harvested_at, ...row }) => ({
      ...row,
      accounts: Number(accounts),
      repositories: Number(repositories),
      harvested_at: harvested_at === null ? null : Number(harvested_at),
    }));
    if (rows.length < PAGE) return;
    after = (rows.at(-1) as CountedForge).host;
  }
}

/** When an account was last listed whole, on any forge, in seconds since 1970; null before the first. */
export async function lastHarvest(reader: Reader): Promise<number | null> {
  const { last } = await reader
    .selectFrom('code_harvest')
    .select((e) => e.fn.max('harvested_at').as('last'))
    .executeTakeFirstOrThrow();
  return last === null ? null : Number(last);
}

/** PostgreSQL gives large integers as text. */
type Numbers<R> = {
  readonly [K in keyof R]: R[K] extends number | null ? R[K] | string : R[K];
};
