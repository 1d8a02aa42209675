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
  const conditions = Object.entries(filters).map(([facet, value]) => chosen(facet as CodeFilterName, value));
  if (tokens.length > 0) conditions.push(havingWords(reader, 'code_words', 'code_repository.id', tokens));
  const all = [sql<SqlBool>`code_repository.state <> 'gone'`, ...conditions];
  return sql<SqlBool>`(${sql.join(all, sql` and `)})`;
}

function chosen(facet: CodeFilterName, value: string) {
  switch (facet) {
    case 'topic':
      return sql<SqlBool>`code_repository.id in (select repository from code_topic where topic = ${value})`;
    case 'dependency':
      return sql<SqlBool>`code_repository.id in (select repository from code_dependency where purl = ${value})`;
    case 'organisation':
      return sql<SqlBool>`(code_repository.organisation = ${value} or code_repository.organisation in
        (select organisation from code_ancestor where ancestor = ${value}))`;
    case 'year':
      return sql<SqlBool>`code_repository.created_year = ${/^\d{1,5}$/.test(value) ? Number(value) : -1}`;
    default: {
      const column = sql.ref(`code_repository.${FACET_COLUMNS[facet]}`);
      const wanted = CODE_FLAGS.includes(facet) ? Number(value === 'yes') : value;
      return sql<SqlBool>`${column} = ${wanted}`;
    }
  }
}
