import { nameOf } from '../../../proposals/notices.ts';
import { messageNamed } from '../../../store/mail-messages.ts';
import { OPEN_STATES } from '../../../store/proposals.ts';
import { revisionsOf } from '../../../store/revisions.ts';
import { encodeAddress } from '../../../wiki/addresses.ts';
import { type Context, messagesOf, ownAddress } from '../../context.ts';
import { messageHref } from '../../lists/list-addresses.ts';
import { findList } from '../../lists/list-place.ts';
import { moment } from '../../lists/moment.ts';
import { personName } from '../../lists/shielded.ts';
import { replyHref } from '../../lists/shown-message.ts';
import { commitHref } from '../../past.ts';
import { PROPOSALS } from '../../proposals/addresses.ts';
import { askLineComments } from '../../proposals/line-comments.ts';
import { proposedFiles, type ShownProposal } from '../../proposals/shown-proposal.ts';
import type { Link } from '../../views/link.ts';
import type { ProposalPageProps } from '../../views/proposals/proposal-page.tsx';

/** To all that is proposed. */
export function proposalsLink(context: Context, language: string): Link {
  const label = messagesOf(context, language).proposals.title;
  return { label, href: ownAddress(context.site, PROPOSALS, language) };
}

/** What is shown of a proposal. */
export async function proposalProps(
  context: Context,
  shown: ShownProposal,
  language: string,
): Promise<ProposalPageProps> {
  const { site } = context;
  const { proposal, revision, trial, messages: mails } = shown;
  const messages = messagesOf(context, language);
  const list = findList(context, proposal.list, language);
  const view = context.query.get('view') === 'source' ? 'source' : 'rendered';
  const comments = await askLineComments(context, proposal, language);
  const files = await proposedFiles(context, shown, { language, view, comments });
  const [root] = mails;
  const patch = root && (await context.ask(messageNamed, proposal.list, root.message_id));
  const previewHref = (path: string) =>
    ownAddress(site, `${PROPOSALS}${proposal.number}/preview${encodeAddress(`/${path}`)}`, language);
  return {
    messages,
    number: proposal.number,
    title: proposal.title,
    state: proposal.state,
    verdict: revision.verdict,
    isOpen: OPEN_STATES.includes(proposal.state),
    trial,
    version: revision.version,
    formerVersions: (await context.ask(revisionsOf, proposal.number))
      .filter(({ id }) => id !== revision.id)
      .map(({ version, first_at, tip }) => ({
        version,
        received: moment(site, messages, first_at),
        ...(tip !== null &&
          revision.tip !== null && {
            sinceHref: ownAddress(site, `${PROPOSALS}${proposal.number}/since/${version}`, language),
          }),
      })),
    patches: revision.total,
    sender: personName(proposal.from_name, proposal.from_address, messages.lists.nobody),
    authors: trial.authors.map(({ name, email }) => personName(name, email, messages.lists.nobody)),
    ...(proposal.decided_by !== '' && { decidedBy: nameOf(proposal.decided_by) }),
    received: moment(site, messages, revision.first_at),
    ...(list && root && { threadHref: messageHref(site, list, root.message_id, 't/') }),
    ...(proposal.applied !== null && { commitHref: commitHref(site, proposal.applied, language) }),
    view,
    views: (['rendered', 'source'] as const).map((each) => ({
      label: each === 'source' ? messages.difference.source : messages.proposals.asRead,
      href: ownAddress(site, context.path, language, each === 'source' ? { view: each } : {}),
      ...(each === view && { current: 'page' as const }),
    })),
    ...(list && patch && patch !== 'erased' && { replyHref: replyHref(list, patch) }),
    reviewHref: ownAddress(site, `${PROPOSALS}${proposal.number}/review`, language),
    files: files.map(({ path, body, isPage, comments: own }) => ({
      path,
      body,
      comments: own,
      ...(isPage && { previewHref: previewHref(path) }),
      sourceHref: list && root ? messageHref(site, list, root.message_id, 't/') : '',
    })),
    language: site.defaultLanguage,
  };
}
