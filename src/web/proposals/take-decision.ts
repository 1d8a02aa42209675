import { decidingOf, type Held, idsOf, isAtLeast, rolesOf } from '../../members/roles.ts';
import type { Asked } from '../../proposals/decide.ts';
import { readTrial } from '../../proposals/trial.ts';
import type { DecisionKind } from '../../proposals/words.ts';
import { markUsed, noteAudit } from '../../store/members.ts';
import { askDecision } from '../../store/proposals.ts';
import type { Context } from '../context.ts';
import { type Member, secondsOf } from '../members/visitor.ts';
import { askProposal, type ShownProposal } from './shown-proposal.ts';

const MAX_BECAUSE = 2_000;

/** A proposal as somebody sees it, and whether they decide of it: who does sees it even where nobody else may read its list. */
export async function proposalFor(
  context: Context,
  { held }: Pick<Member, 'held'>,
  number: number,
  language: string,
): Promise<{ readonly shown: ShownProposal; readonly decides: boolean } | undefined> {
  if (held.some(({ role }) => isAtLeast(role, 'maintainer'))) {
    const shown = await askProposal(context, number, language, true);
    if (shown && deciding(held, shown).length > 0) return { shown, decides: true };
  }
  const shown = await askProposal(context, number, language, false);
  return shown && { shown, decides: false };
}

/** By which of their roles somebody decides of a proposal; none for who may not. */
export function deciding(held: readonly Held[], { proposal, revision }: ShownProposal): readonly Held[] {
  return decidingOf(held, { list: proposal.list, paths: [...readTrial(revision).paths] });
}

/**
 * Takes the decision of somebody, whose roles are asked for anew where it is noted: `refused` when they may not, any more;
 * `late` when another one is being carried out, or nothing may become of the proposal any more.
 */
export async function takeDecision(
  context: Context,
  address: string,
  shown: ShownProposal,
  { kind, because }: { readonly kind: DecisionKind; readonly because: string },
): Promise<'taken' | 'late' | 'refused'> {
  const { proposal, revision } = shown;
  const place = { lists: context.site.settings.lists, now: secondsOf(context) };
  const said = because.replace(/\r\n?/g, '\n').trim().slice(0, MAX_BECAUSE);
  const asked: Asked = { kind, by: address, because: said, seen: revision.tip, revision: revision.id };
  return await context.wiki.database.write(async (writer) => {
    const by = deciding(await rolesOf(writer, address, place), shown);
    if (by.length === 0) return 'refused';
    if (!(await askDecision(writer, proposal.number, JSON.stringify(asked)))) return 'late';
    const about = String(proposal.number);
    await noteAudit(writer, { at: place.now, who: address, what: 'decide', about, detail: kind });
    await markUsed(writer, idsOf(by), place.now);
    return 'taken';
  });
}
