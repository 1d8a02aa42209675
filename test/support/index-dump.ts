import type { Database } from '../../src/store/database.ts';
import type { ChangeTable, CommitTable } from '../../src/store/schema.ts';
import { matchingNumbers } from '../../src/store/search-match.ts';
import { facetToken } from '../../src/wiki/search/document.ts';

/** Tables of their own kind: the state, the history. */
const APART = ['wiki', 'commit', 'change', 'search_document', 'search_text'];

/** The full text is asked, not read. */
const FULL_TEXT = /^(?:search_index|mail_words|code_words|software_words)/;

/**
 * Everything an index holds but what may differ between two of one state: its generation, and the numbers of the commits,
 * which become their ids.
 */
export async function dumpIndex({ reader }: Database): Promise<Record<string, unknown>> {
  const dump: Record<string, unknown> = {};
  const tables = (await reader.introspection.getTables()).map(({ name }) => name).sort();
  for (const table of tables.filter((name) => !APART.includes(name) && !FULL_TEXT.test(name))) {
    dump[table] = (
      await reader
        .selectFrom(table as 'page')
        .selectAll()
        .execute()
    )
      .map(sortKeys)
      .sort(byJson);
  }
  const commits = await reader.selectFrom('commit').selectAll().orderBy('seq').execute();
  const ids = new Map(commits.map(({ seq, id }) => [seq, id]));
  dump.commit = commits.map((commit) => withoutNumbers(commit, ids)).sort(byJson);
  const changes = await reader.selectFrom('change').selectAll().execute();
  dump.change = changes
    .map(({ seq, ...change }: ChangeTable) => sortKeys({ ...change, commit: ids.get(seq) }))
    .sort(byJson);
  dump.search = await dumpSearch(reader);
  dump.finds = await dumpFinds(reader);
  const { commit_id, format, site } = await reader.selectFrom('wiki').selectAll().executeTakeFirstOrThrow();
  dump.wiki = { commit_id, format, site: JSON.parse(site) };
  dump.faults = faultsOf(commits);
  return dump;
}

/** How many words are looked for in two indexes that should find the same. */
const SAMPLED = 40;

/** What some of the dictionary's words find: the stem, and the paths and addresses of the documents that have it. */
async function dumpFinds(reader: Database['reader']): Promise<Record<string, readonly string[]>> {
  const words = await reader.selectFrom('search_word').select('stem').distinct().execute();
  const documents = await reader
    .selectFrom('search_document')
    .innerJoin('search_text', 'search_text.id', 'search_document.id')
    .select(['search_document.id', 'path', 'address'])
    .execute();
  const names = new Map(documents.map(({ id, path, address }) => [id, `${path} ${address}`.trim()]));
  const stems = words.map(({ stem }) => stem).sort();
  const step = Math.max(1, Math.floor(stems.length / SAMPLED));
  const finds: Record<string, readonly string[]> = {};
  for (const stem of stems.filter((_, at) => at % step === 0)) {
    const found = await matchingNumbers(reader, { all: [[stem]], none: [] }, 100_000);
    finds[stem] = found.map((id) => names.get(id) ?? `nothing of number ${id}`).sort();
  }
  return finds;
}

/** The documents to find, without their numbers; and of each, that the full text has it under its own number and kind. */
async function dumpSearch(reader: Database['reader']): Promise<unknown[]> {
  const documents = await reader
    .selectFrom('search_document')
    .innerJoin('search_text', 'search_text.id', 'search_document.id')
    .selectAll()
    .execute();
  const found = new Map<number, string>();
  for (const kind of ['page', 'row', 'event', 'file']) {
    const all = [[facetToken('kind', kind)]];
    for (const id of await matchingNumbers(reader, { all, none: [] }, 100_000)) found.set(id, kind);
  }
  const strays = found.size - documents.length;
  return [
    strays,
    ...documents.map(({ id, ...document }) => sortKeys({ ...document, found: found.get(id) })).sort(byJson),
  ];
}

function sortKeys(row: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function withoutNumbers(
  { seq: _, parents, straight_from: __, ...commit }: CommitTable,
  ids: ReadonlyMap<number, string>,
) {
  return sortKeys({ ...commit, parents: (JSON.parse(parents) as number[]).map((seq) => ids.get(seq)) });
}

/** What is wrong with the numbers: a parent after its child, a straight line that is not one. */
function faultsOf(commits: readonly CommitTable[]): string[] {
  const bySeq = new Map(commits.map((commit) => [commit.seq, commit]));
  return commits.flatMap(({ seq, parents, straight_from }) => {
    const numbers = JSON.parse(parents) as number[];
    if (numbers.some((parent) => parent >= seq || !bySeq.has(parent))) return [`parents of ${seq}`];
    for (let at = seq; at > straight_from; at--) {
      if (bySeq.get(at)?.parents !== JSON.stringify([at - 1])) return [`straight line to ${seq}`];
    }
    return [];
  });
}

function byJson(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
