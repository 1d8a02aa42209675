import { sql } from 'kysely';
import { commitsAt } from './commits.ts';
import type { ContributionTable } from './contribution-tables.ts';
import type { Reader } from './database.ts';
import type { ProposalTable } from './proposal-tables.ts';
import { OPEN_STATES } from './proposals.ts';
import type { CommitTable } from './schema.ts';

/** More than any commit has. */
const MAX_SEQ = 2 ** 31 - 1;

/** Proposals of somebody of which something may still become, the oldest first. */
export function openProposalsOf(reader: Reader, folded: string): Promise<ProposalTable[]> {
  return reader
    .selectFrom('proposal')
    .selectAll()
    .where('folded', '=', folded)
    .where('state', 'in', OPEN_STATES)
    .orderBy('number')
    .execute();
}

/** What somebody typed on the web and did not confirm. */
export function unsentContributionsOf(reader: Reader, folded: string): Promise<ContributionTable[]> {
  return reader
    .selectFrom('contribution')
    .selectAll()
    .where('folded', '=', folded)
    .where('state', 'in', ['draft', 'asked'])
    .orderBy('created_at')
    .execute();
}

/**
 * The commits of the branch that bear somebody's address as their author's, or that their proposals became, the newest first:
 * at most `limit` of them, before the one that has the place `before` in the history where one is named.
 */
export async function commitsFrom(
  reader: Reader,
  folded: string,
  { limit, before = MAX_SEQ }: { readonly limit: number; readonly before?: number | undefined },
): Promise<CommitTable[]> {
  const written = await reader
    .selectFrom('commit')
    .selectAll()
    .where(sql<string>`lower(author_email)`, '=', folded)
    .where('seq', '<', before)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  const proposed = await proposedCommits(reader, folded, { limit, before });
  const all = new Map([...written, ...proposed].map((commit) => [commit.seq, commit]));
  return [...all.values()].sort((a, b) => b.seq - a.seq).slice(0, limit);
}

/** A proposal of several patches is as many commits, one above the other. */
async function proposedCommits(
  reader: Reader,
  folded: string,
  { limit, before }: { readonly limit: number; readonly before: number },
): Promise<CommitTable[]> {
  const rows = await reader
    .selectFrom('proposal')
    .innerJoin('commit', 'commit.id', 'proposal.applied')
    .innerJoin('revision', 'revision.id', 'proposal.revision')
    .select(['commit.seq', 'revision.total'])
    .where('proposal.folded', '=', folded)
    .where('proposal.state', '=', 'applied')
    .orderBy('commit.seq', 'desc')
    .limit(limit)
    .execute();
  const found: CommitTable[] = [];
  for (const { seq, total } of rows) {
    let at: number | undefined = seq;
    for (let left = total; left > 0 && at !== undefined && found.length < limit; left--) {
      const [commit]: CommitTable[] = await commitsAt(reader, [at]);
      if (!commit) break;
      if (commit.seq < before) found.push(commit);
      at = (JSON.parse(commit.parents) as number[])[0];
    }
  }
  return found;
}
