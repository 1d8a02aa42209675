import { sql } from 'kysely';
import { inBatches } from './batches.ts';
import { type CodeTallyTable, numberedTally } from './code-tally-table.ts';
import type { Writer } from './database.ts';
import { MAX_PACKAGES, talliesOf } from './tally-code.ts';

/** By how much each tally changes, by its facet and value. */
export type TallyChanges = Map<string, CodeTallyTable>;

/** Five parameters a row. */
const BATCH = 100;

/** Takes away (-1) what these repositories count for before they change, or adds (1) what they count for after. */
export async function noteTallies(
  writer: Writer,
  changes: TallyChanges,
  keys: readonly string[],
  sign: 1 | -1,
): Promise<void> {
  for (const tally of await inBatches(keys, (batch) => talliesOf(writer, batch))) {
    const name = `${tally.facet} ${tally.value}`;
    const { count, stars, forks } = changes.get(name) ?? { count: 0, stars: 0, forks: 0 };
    changes.set(name, {
      ...tally,
      count: count + sign * tally.count,
      stars: stars + sign * tally.stars,
      forks: forks + sign * tally.forks,
    });
  }
}

/**
 * Changes the tallies by what was noted. Of packages, the first {@link MAX_PACKAGES} are kept: one of the others comes in when
 * it grows, and not when one of the first shrinks below it, until all are counted anew.
 */
export async function changeTallies(writer: Writer, changes: TallyChanges): Promise<void> {
  const changed = [...changes.values()].filter(
    ({ count, stars, forks }) => count !== 0 || stars !== 0 || forks !== 0,
  );
  const packages = changed.filter(({ facet }) => facet === 'dependency');
  await add(writer, [
    ...changed.filter(({ facet }) => facet !== 'dependency'),
    ...(await withWholes(writer, packages)),
  ]);
  for (const facet of new Set(changed.map(({ facet }) => facet)))
    await writer.deleteFrom('code_tally').where('facet', '=', facet).where('count', '<=', 0).execute();
  if (packages.length > 0) await keepFirstPackages(writer);
}

async function add(writer: Writer, changes: readonly CodeTallyTable[]): Promise<void> {
  for (let at = 0; at < changes.length; at += BATCH)
    await writer
      .insertInto('code_tally')
      .values(changes.slice(at, at + BATCH))
      .onConflict((conflict) =>
        conflict.columns(['facet', 'value']).doUpdateSet({
          count: sql`code_tally.count + excluded.count`,
          stars: sql`code_tally.stars + excluded.stars`,
          forks: sql`code_tally.forks + excluded.forks`,
        }),
      )
      .execute();
}

/** Changes of packages that have a tally, and the whole counts of those that have none: few depend on them. */
async function withWholes(writer: Writer, changes: readonly CodeTallyTable[]): Promise<CodeTallyTable[]> {
  const purls = changes.map(({ value }) => value);
  const rows = await inBatches(purls, (batch) =>
    writer
      .selectFrom('code_tally')
      .select('value')
      .where('facet', '=', 'dependency')
      .where('value', 'in', batch)
      .execute(),
  );
  const known = new Set(rows.map(({ value }) => value));
  const others = purls.filter((purl) => !known.has(purl));
  const wholes = await inBatches(others, async (batch) => {
    const { rows } = await sql<CodeTallyTable>`
      select 'dependency' as facet, d.purl as value, count(*) as count, 0 as stars, 0 as forks
      from code_dependency d join code_repository r on r.id = d.repository
      where r.state <> 'gone' and d.purl in (${sql.join(batch)}) group by d.purl`.execute(writer);
    return rows.map(numberedTally);
  });
  return [...changes.filter(({ value }) => known.has(value)), ...wholes];
}

async function keepFirstPackages(writer: Writer): Promise<void> {
  const last = await writer
    .selectFrom('code_tally')
    .select(['count', 'value'])
    .where('facet', '=', 'dependency')
    .orderBy('count', 'desc')
    .orderBy('value')
    .offset(MAX_PACKAGES)
    .limit(1)
    .executeTakeFirst();
  if (!last) return;
  await writer
    .deleteFrom('code_tally')
    .where('facet', '=', 'dependency')
    .where((e) =>
      e.or([e('count', '<', last.count), e.and([e('count', '=', last.count), e('value', '>=', last.value)])]),
    )
    .execute();
}
