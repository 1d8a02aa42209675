import type { Writer } from '../store/database.ts';
import { mailChanged } from '../store/mail-lists.ts';
import { messagesOfRevision } from '../store/proposal-messages.ts';
import { moveProposalTokens } from '../store/proposal-tokens.ts';
import { addProposal, OPEN_STATES, proposalNumbered, updateProposal } from '../store/proposals.ts';
import { revisionsOf, updateRevision } from '../store/revisions.ts';
import { nameProposal } from './name-proposal.ts';

/**
 * Makes a proposal the newest version of another one of its list, which keeps its number; the ways to decide of the first
 * decide of the second from now on. `now` is in seconds since 1970. Gives false where either is not open, or they are one.
 */
export async function joinProposals(
  writer: Writer,
  { number, into, now }: { readonly number: number; readonly into: number; readonly now: number },
): Promise<boolean> {
  const own = await proposalNumbered(writer, number);
  const other = await proposalNumbered(writer, into);
  if (!own || !other || number === into || own.list !== other.list || own.asked !== '') return false;
  if (![own, other].every(({ state }) => OPEN_STATES.includes(state))) return false;
  let version = Math.max(...(await revisionsOf(writer, into)).map((revision) => revision.version));
  for (const revision of await revisionsOf(writer, number)) {
    version = Math.max(version + 1, revision.version);
    await updateRevision(writer, revision.id, { proposal: into, version, verdict: 'pending' });
    await nameProposal(writer, { id: revision.id, proposal: into, version }, now);
  }
  await updateProposal(writer, number, { state: 'superseded', changed_at: now });
  await moveProposalTokens(writer, number, into);
  await mailChanged(writer);
  return true;
}

/**
 * Makes the newest version of a proposal one of its own, of which those who keep the list are told; the version before it
 * counts again. Gives the new number; undefined where there is one version only, or it is not open.
 */
export async function separateRevision(
  writer: Writer,
  number: number,
  now: number,
): Promise<number | undefined> {
  const proposal = await proposalNumbered(writer, number);
  const revisions = await revisionsOf(writer, number);
  const newest = revisions.find(({ id }) => id === proposal?.revision);
  const former = revisions.filter(({ id }) => id !== proposal?.revision).at(-1);
  if (!proposal || !newest || !former || proposal.asked !== '' || !OPEN_STATES.includes(proposal.state))
    return undefined;
  const { number: _, ...same } = proposal;
  const made = await addProposal(writer, { ...same, created_at: newest.first_at, changed_at: now });
  await updateRevision(writer, newest.id, { proposal: made.number, verdict: 'pending', told: 0 });
  const [first] = await messagesOfRevision(writer, former.id);
  await updateRevision(writer, former.id, { verdict: 'pending' });
  await updateProposal(writer, number, {
    revision: former.id,
    title: first?.title ?? proposal.title,
    state: 'proposed',
    decided_by: '',
    changed_at: now,
  });
  await mailChanged(writer);
  return made.number;
}
