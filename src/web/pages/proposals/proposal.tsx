import { type Answer, movedAnswer } from '../../answer.ts';
import { askedLanguage, type Context, ownAddress } from '../../context.ts';
import { ownPage } from '../../own-page.tsx';
import { PROPOSALS } from '../../proposals/addresses.ts';
import { askProposal, type ShownProposal } from '../../proposals/shown-proposal.ts';
import { ProposalPage } from '../../views/proposals/proposal-page.tsx';
import { missingPage } from '../missing.tsx';
import { previewPage } from './preview.tsx';
import { proposalProps, proposalsLink } from './proposal-props.ts';
import { sincePage } from './since.tsx';

const ADDRESS = /^\/-\/proposals\/(\d{1,9})(?:\/(preview|since)\/(.+))?$/;

/** A proposal, and what is under it: `/-/proposals/N`, `…/N/preview/PATH`. */
export async function proposalPage(context: Context): Promise<Answer> {
  const language = askedLanguage(context);
  const [, number = '', under, rest = ''] = ADDRESS.exec(context.path) ?? [];
  const shown = number === '' ? undefined : await askProposal(context, Number(number), language);
  if (!shown) return await missingPage(context, language);
  // What was joined to another proposal is read there.
  if (shown.revision.proposal !== shown.proposal.number)
    return movedAnswer(ownAddress(context.site, `${PROPOSALS}${shown.revision.proposal}`, language), 302);
  if (under === 'preview') return await previewPage(context, shown, rest, language);
  if (under === 'since') return await sincePage(context, shown, Number(rest), language);
  return under === undefined ? await page(context, shown, language) : await missingPage(context, language);
}

async function page(context: Context, shown: ShownProposal, language: string): Promise<Answer> {
  const props = await proposalProps(context, shown, language);
  const href = ownAddress(context.site, `${PROPOSALS}${shown.proposal.number}`, language);
  return await ownPage(context, {
    language,
    title: shown.proposal.title,
    parents: [proposalsLink(context, language)],
    canonical: context.origin + href,
    content: <ProposalPage {...props} />,
  });
}
