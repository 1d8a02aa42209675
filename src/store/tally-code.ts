import { type Kysely, sql } from 'kysely';
import { tallyTables } from './code-tally-table.ts';
import type { Schema } from './schema.ts';
import { createTables } from './table-definition.ts';

/** By what repositories are browsed, and how many there are of each. The index is made again. */
export async function addRegisterBrowsing(
  db: Kysely<unknown>,
  engine: 'sqlite' | 'postgresql',
): Promise<void> {
  const text = engine === 'sqlite' ? sql`text` : sql`text collate "C"`;
  const table = () => db.schema.alterTable('code_repository');
  for (const name of ['ministry', 'kind']) await table().addColumn(name, text).execute();
  for (const name of ['ministry', 'kind', 'created_year'])
    await db.schema
      .createIndex(`code_repository_by_${name}`)
      .on('code_repository')
      .columns([name] as never)
      .execute();
  await createTables(db, engine, tallyTables);
  await saveCodeTallies(db as Kysely<Schema>);
}

/** What tells each facet. Those that are told together are read together, in one passage through the repositories. */
const COLUMNS: readonly Readonly<Record<string, string>>[] = [
  { account: 'account' },
  { ministry: 'ministry', language: 'language', licence: 'licence', forge: 'forge', kind: 'kind' },
  {
    all: `''`,
    year: 'created_year',
    fork: 'is_fork',
    archived: 'is_archived',
    template: 'is_template',
    publiccode: 'has_publiccode',
    contributing: 'has_contributing',
    releases: 'has_releases',
    heritage: 'in_heritage',
    licensed: 'case when licence is null then 0 else 1 end',
    // Whole division leads to zero from both sides: what is divided is made positive first.
    score: '(score + 1000000000) / 500 * 500 - 1000000000',
  },
];

/** The facets that are counted once for all. */
export const TALLIED: readonly string[] = [...COLUMNS.flatMap(Object.keys), 'topic', 'organisation'];

/** How many packages are listed, those that most repositories depend on. */
const MAX_PACKAGES = 5_000;

const INTO = sql`insert into code_tally (facet, value, count, stars, forks)`;

/** Counts the repositories that are not gone anew, by each facet. */
export async function saveCodeTallies(writer: Kysely<Schema>): Promise<void> {
  await writer.deleteFrom('code_tally').execute();
  for (const columns of COLUMNS) await countTogether(columns).execute(writer);
  await countJoined('topic', 't.topic', 'join code_topic t on t.repository = r.id').execute(writer);
  // An organisation that has no name here stands for itself alone.
  await countJoined(
    'organisation',
    'coalesce(a.ancestor, r.organisation)',
    'left join code_ancestor a on a.organisation = r.organisation',
  ).execute(writer);
  // Those that few depend on are found by their names; none of them is counted beforehand.
  await sql`
    insert into code_tally (facet, value, count, stars, forks)
    select 'dependency', purl, count(*), 0, 0 from code_dependency
    where repository not in (select id from code_repository where state = 'gone')
    group by purl order by 3 desc, purl limit ${sql.lit(MAX_PACKAGES)}`.execute(writer);
}

/** How many have all of these alike, then how many have each. */
function countTogether(columns: Readonly<Record<string, string>>) {
  const facets = Object.entries(columns);
  const alike = facets.map(([facet, column]) => `${column} as f_${facet}`).join(', ');
  const places = facets.map((_, index) => index + 1).join(', ');
  const each = facets.map(
    ([facet]) => sql`
      select ${sql.lit(facet)}, cast(${sql.raw(`f_${facet}`)} as text), sum(n), sum(s), sum(f) from alike
      where ${sql.raw(`f_${facet}`)} is not null group by 2`,
  );
  return sql`${INTO}
    with alike as materialized (
      select ${sql.raw(alike)}, count(*) as n, sum(stars) as s, sum(forks) as f
      from code_repository where state <> 'gone' group by ${sql.raw(places)}
    ) ${sql.join(each, sql` union all `)}`;
}

function countJoined(facet: string, value: string, join: string) {
  return sql`${INTO}
    select ${sql.lit(facet)}, ${sql.raw(value)}, count(*), sum(r.stars), sum(r.forks)
    from code_repository r ${sql.raw(join)}
    where r.state <> 'gone' and ${sql.raw(value)} is not null group by 2`;
}
