import type { HomeAway } from '../git/home.ts';
import type { Writer } from '../store/database.ts';
import { mailChanged } from '../store/mail-lists.ts';
import { updateProposal } from '../store/proposals.ts';
import { putOff } from '../store/push-back.ts';
import type { PushBackTable } from '../store/push-back-table.ts';
import type { Asked } from './decide.ts';
import { type Telling, tellPutOff } from './notices.ts';

/** In seconds: twice as long each time. */
const FIRST_WAIT = 30;
const MAX_WAIT = 15 * 60;

/** About half a day: then somebody has to look. */
export const MAX_TRIES = 50;

/**
 * Keeps a proposal approved, to be tried again, because the home of the wiki does not take it now; who wanted it applied is
 * told the first time.
 */
export async function putOffProposal(
  writer: Writer,
  telling: Telling,
  {
    asked,
    former,
    away,
  }: { readonly asked: Asked; readonly former: PushBackTable | undefined; readonly away: HomeAway },
): Promise<void> {
  const { number } = telling.proposal;
  const tries = (former?.tries ?? 0) + 1;
  const wait = Math.min(FIRST_WAIT * 2 ** (tries - 1), MAX_WAIT);
  await putOff(writer, { proposal: number, tries, next_at: telling.now + wait, said: away.message });
  await updateProposal(writer, number, { state: 'approved', decided_by: asked.by, changed_at: telling.now });
  await mailChanged(writer);
  if (!former) await tellPutOff(writer, telling, { by: asked.by, said: away.message });
}
