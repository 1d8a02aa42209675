import { type SelectQueryBuilder, sql } from 'kysely';
import type { Reader } from './database.ts';
import type { ProposalState, ProposalTable } from './proposal-tables.ts';
import { foldedText } from './proposal-words.ts';
import type { Schema } from './schema.ts';

/** Which proposals are wanted: all that is said must be so. */
export interface QueueFilter {
  readonly lists: readonly string[];
  /** Who sent them, as addresses are compared. */
  readonly folded?: string;
  /** Words of the name of who sent them. */
  readonly from?: string;
  /** A file that they change, whatever its extension, or a folder of some. */
  readonly path?: string;
  /** Words of their title or of the name of who sent them. */
  readonly text?: string;
}

export type QueueOrder = 'changed' | 'newest' | 'oldest';

/** More words than that are not looked at. */
const MAX_WORDS = 10;

/** How many such proposals are in each state. */
export async function countQueue(
  reader: Reader,
  filter: QueueFilter,
): Promise<ReadonlyMap<ProposalState, number>> {
  const rows = await filtered(reader.selectFrom('proposal'), filter)
    .select(['proposal.state', (e) => e.fn.countAll<number | string>().as('count')])
    .groupBy('proposal.state')
    .execute();
  return new Map(rows.map(({ state, count }) => [state, Number(count)]));
}

/** Those in some states, in some order. */
export function queuedProposals(
  reader: Reader,
  filter: QueueFilter,
  {
    states,
    order,
    limit,
    offset,
  }: {
    readonly states: readonly ProposalState[];
    readonly order: QueueOrder;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<ProposalTable[]> {
  const direction = order === 'oldest' ? 'asc' : 'desc';
  return filtered(reader.selectFrom('proposal'), filter)
    .selectAll('proposal')
    .where('proposal.state', 'in', states)
    .orderBy(order === 'changed' ? 'proposal.changed_at' : 'proposal.created_at', direction)
    .orderBy('proposal.number', direction)
    .limit(limit)
    .offset(offset)
    .execute();
}

type Proposals = SelectQueryBuilder<Schema, 'proposal', object>;

function filtered(query: Proposals, { lists, folded, from, path, text }: QueueFilter): Proposals {
  let found = query.where('proposal.list', 'in', [...lists, '']);
  if (folded !== undefined) found = found.where('proposal.folded', '=', folded);
  for (const word of wordsOf(from)) found = having(found, word, ['sender']);
  for (const word of wordsOf(text)) found = having(found, word, ['title', 'sender']);
  if (path === undefined) return found;
  return found.where('proposal.revision', 'in', (e) =>
    e
      .selectFrom('revision_path')
      .select('revision_path.revision')
      .where((of) =>
        of.or([
          of('revision_path.path', '=', path),
          // What follows is an extension or a file of the folder: `.` and `/` are neighbours, and `0` comes after them.
          of.and([of('revision_path.path', '>=', `${path}.`), of('revision_path.path', '<', `${path}0`)]),
        ]),
      ),
  );
}

function having(query: Proposals, word: string, columns: readonly ('title' | 'sender')[]): Proposals {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  return query.where('proposal.number', 'in', (e) =>
    e
      .selectFrom('proposal_words')
      .select('proposal_words.number')
      .where((of) =>
        of.or(
          columns.map(
            (column) => sql<boolean>`${sql.ref(`proposal_words.${column}`)} like ${pattern} escape '\\'`,
          ),
        ),
      ),
  );
}

function wordsOf(text = ''): string[] {
  return foldedText(text)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS);
}
