import type { Writer } from '../store/database.ts';
import { messagesOfRevision } from '../store/proposal-messages.ts';
import type { RevisionTable } from '../store/proposal-tables.ts';
import { proposalNumbered, updateProposal } from '../store/proposals.ts';
import { revisionById } from '../store/revisions.ts';

/** A proposal is called what its newest revision is: by its cover letter, else by its first patch. */
export async function nameProposal(
  writer: Writer,
  { id, proposal, version }: Pick<RevisionTable, 'id' | 'proposal' | 'version'>,
  now: number,
): Promise<void> {
  const row = await proposalNumbered(writer, proposal);
  if (!row) return;
  const current = row.revision === 0 ? undefined : await revisionById(writer, row.revision);
  const isNewer =
    !current ||
    current.id === id ||
    version > current.version ||
    (version === current.version && id > current.id);
  if (!isNewer) return;
  const [first] = await messagesOfRevision(writer, id);
  await updateProposal(writer, proposal, {
    revision: id,
    title: first?.title ?? row.title,
    changed_at: now,
    // What was said of the one before is not said of this one.
    ...(current &&
      current.id !== id &&
      row.state !== 'applied' && { state: 'proposed' as const, decided_by: '' }),
  });
}
