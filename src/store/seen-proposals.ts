import { inBatches } from './batches.ts';
import type { Reader, Writer } from './database.ts';
import type { SeenProposalTable } from './review-tables.ts';

/** What somebody saw of a proposal; undefined where they never looked at it. */
export function seenProposal(
  reader: Reader,
  folded: string,
  proposal: number,
): Promise<SeenProposalTable | undefined> {
  return reader
    .selectFrom('seen_proposal')
    .selectAll()
    .where('folded', '=', folded)
    .where('proposal', '=', proposal)
    .executeTakeFirst();
}

/** Notes that somebody looks at a revision of a proposal; gives what is known from then on. */
export async function seeProposal(
  writer: Writer,
  { folded, proposal, revision, seen_at }: Omit<SeenProposalTable, 'former'>,
): Promise<SeenProposalTable> {
  const known = await seenProposal(writer, folded, proposal);
  const former = known && known.revision !== revision ? known.revision : (known?.former ?? null);
  const row = { folded, proposal, revision, former, seen_at };
  await writer
    .insertInto('seen_proposal')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['folded', 'proposal']).doUpdateSet({ revision, former, seen_at }),
    )
    .execute();
  return row;
}

/** Something of a proposal, as somebody saw it last. */
export type ProposalNews = 'unseen' | 'version' | 'changed' | 'none';

/** What of these proposals is new to somebody: that they are there, a version, a message or what became of them. */
export async function newsOfProposals(
  reader: Reader,
  folded: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, ProposalNews>> {
  const rows = await inBatches(numbers, (batch) =>
    reader
      .selectFrom('proposal')
      .innerJoin('revision', 'revision.id', 'proposal.revision')
      .leftJoin('mail_thread', 'mail_thread.id', 'revision.thread')
      .leftJoin('seen_proposal', (join) =>
        join.onRef('seen_proposal.proposal', '=', 'proposal.number').on('seen_proposal.folded', '=', folded),
      )
      .select([
        'proposal.number',
        'proposal.changed_at',
        'proposal.revision',
        'mail_thread.last_at',
        'seen_proposal.revision as seen',
        'seen_proposal.seen_at',
      ])
      .where('proposal.number', 'in', batch)
      .execute(),
  );
  return new Map(rows.map((row) => [row.number, newsOf(row)]));
}

function newsOf({
  revision,
  seen,
  seen_at,
  changed_at,
  last_at,
}: {
  readonly revision: number;
  readonly seen: number | null;
  readonly seen_at: number | null;
  readonly changed_at: number;
  readonly last_at: number | null;
}): ProposalNews {
  if (seen === null || seen_at === null) return 'unseen';
  if (seen !== revision) return 'version';
  return Math.max(changed_at, last_at ?? 0) > seen_at ? 'changed' : 'none';
}
