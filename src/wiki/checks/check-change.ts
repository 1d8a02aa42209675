import { inReversal } from '../../store/reversal.ts';
import { wikiState } from '../../store/wiki-state.ts';
import type { IndexContext } from '../index-context.ts';
import { isOf, moveIndex, siteOf } from '../indexing.ts';
import type { Ask } from '../trace.ts';
import { goneFindings, newFindings } from './compare-findings.ts';
import type { Finding } from './finding.ts';
import { suggestNames } from './suggest.ts';
import { type RatedFinding, rate } from './survey.ts';

/** What a change breaks, and what it mends. */
export interface ChangedFindings {
  readonly added: readonly RatedFinding[];
  readonly removed: readonly RatedFinding[];
}

/**
 * What a commit would add to what is wrong in the wiki at another one, and what it would mend, in any file: found by the
 * index itself, which is left as it was. Undefined where the index would have to be made anew to tell.
 */
export async function checkChange(
  context: IndexContext,
  { base, tip }: { readonly base: string; readonly tip: string },
): Promise<ChangedFindings | undefined> {
  return await inReversal(context.database, async (writer) => {
    const state = await wikiState(writer);
    if (!isOf(state, context.location) || state.commit_id === '') return undefined;
    const own: IndexContext = { ...context, use: 'checks' };
    const now = siteOf(state);
    const before =
      state.commit_id === base ? now : await moveIndex(writer, own, { from: state.commit_id, to: base }, now);
    if (!before) return undefined;
    const known: Finding[] = [];
    const found: Finding[] = [];
    const told: IndexContext = {
      ...own,
      replaced(was, is) {
        known.push(...was);
        found.push(...is);
      },
    };
    const site = await moveIndex(writer, told, { from: base, to: tip }, before);
    if (!site) return undefined;
    const ask: Ask = (question, ...args) => question(writer, ...args);
    return {
      added: await suggestNames(ask, rate(await newFindings(ask, known, found), site)),
      removed: rate(await goneFindings(ask, known, found), site),
    };
  });
}
