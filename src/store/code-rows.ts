import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { CODE_FLAGS } from './code-facets.ts';
import { allOf, type Chosen, type CodeRequest, chosen, chosenOf } from './code-request.ts';
import { codeTally } from './code-tallies.ts';
import type { Reader } from './database.ts';
import { engineOf } from './engine.ts';
import { TALLIED } from './tally-code.ts';
import { rowsHavingWords } from './word-sets.ts';

/** Rows from where `code_repository` is read, and which of them. */
export interface CodeRows {
  readonly from: RawBuilder<unknown>;
  readonly where: Expression<SqlBool>;
}

/** The rows of so many are read one by one before what has two values is found by their indexes alone. */
const MANY = 5_000;

/**
 * The repositories of a request, whatever their order. SQLite does not know how many rows have a value, the tallies do: it is
 * told to begin with the rarest.
 */
export async function rowsMatching(
  reader: Reader,
  { tokens, filters }: CodeRequest,
  many = MANY,
): Promise<CodeRows> {
  const all = chosenOf(filters);
  const isSqlite = engineOf(reader) === 'sqlite';
  if (tokens.length > 0) {
    const { from, where } = rowsHavingWords(reader, 'code_words', 'code_repository', tokens);
    return { from, where: allOf([where, ...all.map((one) => chosen(one, isSqlite ? 'looking' : 'index'))]) };
  }
  const from = sql.table('code_repository');
  if (all.length < 2 || !isSqlite) return { from, where: allOf(all.map((one) => chosen(one))) };
  const counted = await Promise.all(all.map(async (one) => ({ one, count: await having(reader, one) })));
  const [first, second, ...others] = counted.toSorted((a, b) => a.count - b.count);
  if (!first || !second) return { from, where: allOf([]) };
  const looked = (rest: typeof others) => rest.map(({ one }) => chosen(one, 'looking'));
  if (first.count <= many || !isIndexed(second.one))
    return { from, where: allOf([chosen(first.one), ...looked([second, ...others])]) };
  const both = sql<SqlBool>`code_repository.id in (
    select code_repository.id from code_repository where ${chosen(first.one)}
    intersect select code_repository.id from code_repository where ${chosen(second.one)})`;
  return { from, where: allOf([both, ...looked(others)]) };
}

/** How many rows the index of a value leads to: of what is yes or no there is none, and packages are not all counted. */
export async function having(reader: Reader, one: Chosen): Promise<number> {
  if (!isIndexed(one)) return Number.MAX_SAFE_INTEGER;
  const tally = tallyOf(one);
  return tally ? ((await codeTally(reader, ...tally))?.count ?? 0) : MANY;
}

/** The facet and the value under which it is counted how many repositories have one. */
export function tallyOf([facet, value]: Chosen): readonly [string, string] | undefined {
  if (!TALLIED.includes(facet)) return undefined;
  return [facet, CODE_FLAGS.includes(facet) ? String(Number(value === 'yes')) : value];
}

function isIndexed([facet]: Chosen): boolean {
  return !CODE_FLAGS.includes(facet);
}
