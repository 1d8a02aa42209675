import { type Expression, type SqlBool, sql } from 'kysely';
import { CODE_FLAGS, type CodeFilterName, FACET_COLUMNS } from './code-facets.ts';
import type { Reader } from './database.ts';
import { havingWords } from './word-sets.ts';

/** Which repositories: those that have one of each of the tokens, and the value chosen of each facet. */
export interface CodeRequest {
  readonly tokens: readonly (readonly string[])[];
  readonly filters: { readonly [F in CodeFilterName]?: string };
}

/** Whether a row of `code_repository` is one of a request. */
export function matching(reader: Reader, { tokens, filters }: CodeRequest): Expression<SqlBool> {
  const words = tokens.length > 0 ? [havingWords(reader, 'code_words', 'code_repository.id', tokens)] : [];
  return allOf([...chosenOf(filters).map((one) => chosen(one)), ...words]);
}

/** A filter and its value. */
export type Chosen = readonly [CodeFilterName, string];

/** The filters of a request, each with its value. */
export function chosenOf(filters: CodeRequest['filters']): readonly Chosen[] {
  return Object.entries(filters) as unknown as readonly Chosen[];
}

/** That all of these are true of a row of `code_repository` that is not gone. */
export function allOf(conditions: readonly Expression<SqlBool>[]): Expression<SqlBool> {
  return sql<SqlBool>`(${sql.join([sql<SqlBool>`code_repository.state <> 'gone'`, ...conditions], sql` and `)})`;
}

/**
 * Whether a row of `code_repository` has a value. `by: 'looking'`: once it is found by something else; SQLite uses no index of
 * a column that has a plus before it.
 */
export function chosen([facet, value]: Chosen, by: 'index' | 'looking' = 'index'): Expression<SqlBool> {
  const column = (name: string) =>
    sql`${sql.raw(by === 'index' ? '' : '+')}${sql.ref(`code_repository.${name}`)}`;
  switch (facet) {
    case 'topic':
      return sql<SqlBool>`${column('id')} in (select repository from code_topic where topic = ${value})`;
    case 'dependency':
      return sql<SqlBool>`${column('id')} in (select repository from code_dependency where purl = ${value})`;
    case 'organisation':
      return sql<SqlBool>`${column('organisation')} in
        (select organisation from code_ancestor where ancestor = ${value} union select ${value})`;
    case 'year':
      return sql<SqlBool>`${column('created_year')} = ${/^\d{1,5}$/.test(value) ? Number(value) : -1}`;
    default: {
      const wanted = CODE_FLAGS.includes(facet) ? Number(value === 'yes') : value;
      return sql<SqlBool>`${column(FACET_COLUMNS[facet])} = ${wanted}`;
    }
  }
}
