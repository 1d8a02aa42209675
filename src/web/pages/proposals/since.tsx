import { revisionsOf } from '../../../store/revisions.ts';
import type { Answer } from '../../answer.ts';
import { type Context, messagesOf, ownAddress } from '../../context.ts';
import { ownPage } from '../../own-page.tsx';
import { PROPOSALS } from '../../proposals/addresses.ts';
import { filesSince, type ShownProposal } from '../../proposals/shown-proposal.ts';
import { ProposalSince } from '../../views/proposals/proposal-since.tsx';
import { missingPage } from '../missing.tsx';
import { proposalsLink } from './proposal-props.ts';

/** What changed since an older version of it: `/-/proposals/N/since/VERSION`. */
export async function sincePage(
  context: Context,
  shown: ShownProposal,
  version: number,
  language: string,
): Promise<Answer> {
  const revisions = await context.ask(revisionsOf, shown.proposal.number);
  const former = revisions.findLast((one) => one.version === version && one.id !== shown.revision.id);
  const files = former && (await filesSince(context, shown, former, language));
  if (!files) return await missingPage(context, language);
  const messages = messagesOf(context, language);
  const title = messages.proposals.since(version, shown.revision.version);
  const own = ownAddress(context.site, `${PROPOSALS}${shown.proposal.number}`, language);
  return await ownPage(context, {
    language,
    title: `${title} – ${shown.proposal.title}`,
    parents: [proposalsLink(context, language), { label: shown.proposal.title, href: own }],
    content: (
      <ProposalSince
        messages={messages}
        title={title}
        files={files.map(({ path, body }) => ({ path, body, sourceHref: own, comments: [] }))}
        language={context.site.defaultLanguage}
      />
    ),
  });
}
