import { sql } from 'kysely';
import type { Reader } from './database.ts';
import { engineOf } from './engine.ts';
import type { Candidate } from './search-ranking.ts';

/**
 * The documents of these numbers, in no order. They come as one text, a line each: a thousand rows of six values would
 * take several times longer to hand over.
 */
export async function candidatesOf(reader: Reader, ids: readonly number[]): Promise<Candidate[]> {
  const join = sql.raw(engineOf(reader) === 'sqlite' ? 'group_concat' : 'string_agg');
  // What a folder's name cannot have stands for the end of a line in it.
  const { rows } = await sql<{ lines: string | null }>`
    select ${join}(
      d.id || ' ' || d.kind || ' ' || d.language || ' ' || d.title_words || ' ' || d.profile || ' '
        || replace(d.section, ${'\n'}, '/'),
      ${'\n'}
    ) as lines
    from search_document d where d.id ${among(reader, ids)}`.execute(reader);
  const lines = rows[0]?.lines ?? '';
  return lines === '' ? [] : lines.split('\n').map(parse);
}

function parse(line: string): Candidate {
  const at: number[] = [];
  for (let from = 0; at.length < 5; ) from = (at[at.push(line.indexOf(' ', from)) - 1] as number) + 1;
  const field = (number: number) => line.slice(number === 0 ? 0 : (at[number - 1] as number) + 1, at[number]);
  return {
    id: Number(field(0)),
    kind: field(1) as Candidate['kind'],
    language: field(2),
    titleWords: Number(field(3)),
    profile: field(4),
    section: field(5).replaceAll('/', '\n'),
  };
}

/** For each of these documents that is a page with translations, the numbers of all of them, its own included. */
export async function familiesOf(
  reader: Reader,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  const { rows } = await sql<{ id: number; member: number }>`
    select d.id, other.id as member
    from search_document d
    join page p on p.path = d.path
    join page q on q.family = p.family
    join search_document other on other.path = q.path and other.kind = 'page'
    where d.kind = 'page' and d.id ${among(reader, ids)}`.execute(reader);
  const members = Map.groupBy(rows, ({ id }) => id);
  return new Map([...members].map(([id, of]) => [id, of.map(({ member }) => member)]));
}

/** One parameter, however many numbers. */
function among(reader: Reader, ids: readonly number[]) {
  return engineOf(reader) === 'sqlite'
    ? sql`in (select value from json_each(${JSON.stringify(ids)}))`
    : sql`= any(${ids}::integer[])`;
}
