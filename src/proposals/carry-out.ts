import { HomeAway } from '../git/home.ts';
import type { MailPlace } from '../mail/mail-place.ts';
import type { HappenedEvent } from '../mail/webhooks/queue-event.ts';
import type { Database, Reader, Writer } from '../store/database.ts';
import type { ProposalMessageTable } from '../store/proposal-tables.ts';
import { updateProposal } from '../store/proposals.ts';
import { endPutOff, putOffOf } from '../store/push-back.ts';
import { moveRevisions } from '../store/revisions.ts';
import { type Applied, type ApplyPlace, applyProposal } from './apply.ts';
import { type Asked, decidableOf } from './decide.ts';
import type { DecidersAmong } from './deciders.ts';
import { type Telling, tellNoLonger, tellNotApplied } from './notices.ts';
import { MAX_TRIES, putOffProposal } from './put-off.ts';
import { settleProposal, tellWebhooks } from './settle.ts';

/** What decisions are carried out with. */
export interface DecisionDesk {
  readonly database: Database;
  /** The site as it is now; undefined before it was ever read. */
  readonly place: () => Promise<MailPlace | undefined>;
  readonly deciders: DecidersAmong;
  readonly happened?: (writer: Writer, event: HappenedEvent) => Promise<void>;
  /** Where patches are applied. */
  readonly open: () => Promise<ApplyPlace>;
}

const STATES = { approve: 'approved', revise: 'needs_revision', reject: 'rejected' } as const;

/** Does what was decided of a proposal, if who decided still may; who decided is told where nothing comes of it. */
export async function carryOut(
  desk: DecisionDesk,
  telling: Telling,
  messages: readonly ProposalMessageTable[],
  decision: Asked,
): Promise<void> {
  if (decision.kind === 'apply') return await apply(desk, telling, messages, decision);
  const state = STATES[decision.kind];
  await desk.database.write(async (writer) => {
    if (await stillMay(desk, writer, telling, decision))
      await settle(desk, writer, telling, { ...decision, state });
    else await refuseDecision(writer, telling, decision);
  });
}

/** Settles a proposal, and has webhooks told. */
export async function settle(
  { happened }: Pick<DecisionDesk, 'happened'>,
  writer: Writer,
  telling: Telling,
  settled: Parameters<typeof settleProposal>[2],
): Promise<void> {
  const told = await settleProposal(writer, telling, settled);
  await tellWebhooks(writer, 'proposal.changed', told, happened);
}

/** Whether who decided may, at this moment: a role may be taken back between a decision and what comes of it. */
async function stillMay(
  desk: DecisionDesk,
  reader: Reader,
  telling: Telling,
  { by, isWithdrawal }: Asked,
): Promise<boolean> {
  if (isWithdrawal) return true;
  const { list, proposal, revision } = telling;
  const lists = (await desk.place())?.lists ?? [list];
  return await desk.deciders(lists).may(reader, by, decidableOf(proposal, revision));
}

async function apply(
  desk: DecisionDesk,
  telling: Telling,
  messages: readonly ProposalMessageTable[],
  asked: Asked,
): Promise<void> {
  const { database } = desk;
  const { number } = telling.proposal;
  const former = await putOffOf(database.reader, number);
  const done = await tryToApply(desk, telling, messages, asked).catch((error) => {
    if (error instanceof HomeAway) return error;
    throw error;
  });
  await database.write(async (writer) => {
    if (done instanceof HomeAway && (former?.tries ?? 0) < MAX_TRIES) {
      return await putOffProposal(writer, telling, { asked, former, away: done });
    }
    await endPutOff(writer, number);
    const outcome: Applied = done instanceof HomeAway ? { kind: 'not', why: 'away' } : done;
    if (outcome.kind === 'applied')
      return await settle(desk, writer, telling, { ...asked, state: 'applied', applied: outcome.commit });
    if (outcome.why === 'role') return await refuseDecision(writer, telling, asked);
    await updateProposal(writer, number, { asked: '' });
    await moveRevisions(writer, [telling.revision.id], { verdict: 'pending' });
    await tellNotApplied(writer, telling, { by: asked.by, why: outcome.why });
  });
}

async function tryToApply(
  desk: DecisionDesk,
  telling: Telling,
  messages: readonly ProposalMessageTable[],
  asked: Asked,
): Promise<Applied> {
  const { database } = desk;
  const { number } = telling.proposal;
  return await applyProposal(await desk.open(), telling, {
    messages,
    asked,
    landing: (commit) =>
      database.write(async (writer) => {
        if (!(await stillMay(desk, writer, telling, asked))) return false;
        await updateProposal(writer, number, { asked: JSON.stringify({ ...asked, landing: commit }) });
        return true;
      }),
  });
}

/** Does nothing of a decision of who no longer may, and tells them. */
async function refuseDecision(writer: Writer, telling: Telling, asked: Asked): Promise<void> {
  await updateProposal(writer, telling.proposal.number, { asked: '' });
  await tellNoLonger(writer, telling, asked);
}
