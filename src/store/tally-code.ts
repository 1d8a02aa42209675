import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import { FACET_COLUMNS } from './code-facets.ts';
import { type CodeTallyTable, numberedTally, tallyTables } from './code-tally-table.ts';
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

const columnsOf = (...facets: readonly (keyof typeof FACET_COLUMNS)[]) =>
  Object.fromEntries(facets.map((facet) => [facet, FACET_COLUMNS[facet]]));

/** What tells each facet. Those that are told together are read together, in one passage through the repositories. */
const COLUMNS: readonly Readonly<Record<string, string>>[] = [
  columnsOf('account'),
  columnsOf('ministry', 'language', 'licence', 'forge', 'kind'),
  {
    all: `''`,
    ...columnsOf(
      'year',
      'fork',
      'archived',
      'template',
      'publiccode',
      'contributing',
      'releases',
      'heritage',
    ),
    licensed: 'case when licence is null then 0 else 1 end',
    // Whole division leads to zero from both sides: what is divided is made positive first.
    score: '(score + 1000000000) / 500 * 500 - 1000000000',
  },
];

/** The facets that are counted once for all. */
export const TALLIED: readonly string[] = [...COLUMNS.flatMap(Object.keys), 'topic', 'organisation'];

/** How many packages are listed, those that most repositories depend on. */
export const MAX_PACKAGES = 5_000;

/** Counts the repositories that are not gone anew, by each facet. */
export async function saveCodeTallies(writer: Kysely<Schema>): Promise<void> {
  await writer.deleteFrom('code_tally').execute();
  const all = sql<SqlBool>`r.state <> 'gone'`;
  for (const counted of tallied(all)) await sql`${INTO} ${counted}`.execute(writer);
  // Those that few depend on are found by their names; none of them is counted beforehand.
  await sql`${INTO} ${countPackages(all)} order by 3 desc, 2 limit ${sql.lit(MAX_PACKAGES)}`.execute(writer);
}

/** What those repositories count for that are not gone, packages too. */
export async function talliesOf(reader: Kysely<Schema>, keys: readonly string[]): Promise<CodeTallyTable[]> {
  if (keys.length === 0) return [];
  const these = sql<SqlBool>`r.state <> 'gone' and r.key in (${sql.join(keys)})`;
  const rows: CodeTallyTable[] = [];
  for (const counted of [...tallied(these), countPackages(these)])
    rows.push(...(await sql<CodeTallyTable>`${counted}`.execute(reader)).rows.map(numberedTally));
  return rows;
}

const INTO = sql`insert into code_tally (facet, value, count, stars, forks)`;

/** Statements that count each facet of some repositories but the packages: its name, its value, how many, stars, forks. */
function tallied(which: Expression<SqlBool>) {
  return [
    ...COLUMNS.map((columns) => countTogether(columns, which)),
    countJoined('topic', 't.topic', 'join code_topic t on t.repository = r.id', which),
    // An organisation that has no name here stands for itself alone.
    countJoined(
      'organisation',
      'coalesce(a.ancestor, r.organisation)',
      'left join code_ancestor a on a.organisation = r.organisation',
      which,
    ),
  ];
}

/** How many have all of these alike, then how many have each. */
function countTogether(columns: Readonly<Record<string, string>>, which: Expression<SqlBool>) {
  const facets = Object.entries(columns);
  const alike = facets.map(([facet, column]) => `${column} as f_${facet}`).join(', ');
  const places = facets.map((_, index) => index + 1).join(', ');
  const each = facets.map(
    ([facet]) => sql`
      select ${sql.lit(facet)} as facet, cast(${sql.raw(`f_${facet}`)} as text) as value,
        sum(n) as count, sum(s) as stars, sum(f) as forks
      from alike where ${sql.raw(`f_${facet}`)} is not null group by 2`,
  );
  return sql`
    with alike as materialized (
      select ${sql.raw(alike)}, count(*) as n, sum(stars) as s, sum(forks) as f
      from code_repository r where ${which} group by ${sql.raw(places)}
    ) ${sql.join(each, sql` union all `)}`;
}

function countJoined(facet: string, value: string, join: string, which: Expression<SqlBool>) {
  return sql`
    select ${sql.lit(facet)} as facet, ${sql.raw(value)} as value, count(*) as count,
      sum(r.stars) as stars, sum(r.forks) as forks
    from code_repository r ${sql.raw(join)}
    where ${which} and ${sql.raw(value)} is not null group by 2`;
}

function countPackages(which: Expression<SqlBool>) {
  return sql`
    select 'dependency' as facet, d.purl as value, count(*) as count, 0 as stars, 0 as forks
    from code_dependency d join code_repository r on r.id = d.repository
    where ${which} group by d.purl`;
}
