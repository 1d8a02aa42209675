import { localized } from '../../../config/settings.ts';
import { listsOf } from '../../../mail/list.ts';
import { isAtLeast } from '../../../members/roles.ts';
import { countQueue, type QueueFilter, queuedProposals } from '../../../store/proposal-queue.ts';
import type { ProposalState } from '../../../store/proposal-tables.ts';
import { OPEN_STATES } from '../../../store/proposals.ts';
import { newsOfProposals } from '../../../store/seen-proposals.ts';
import { movedAnswer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAction, ownAddress } from '../../context.ts';
import { publicLists } from '../../lists/list-place.ts';
import { type Member, type MemberPage, memberOf } from '../../members/visitor.ts';
import { OWN_PROPOSALS } from '../../proposals/addresses.ts';
import { type AskedQueue, askedQueue, queueFilter, queueQuery, queueStates } from '../../proposals/queue.ts';
import { ProposalList } from '../../views/proposals/proposal-list.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';
import { countOf, QUEUE_PAGE, queueProps } from '../proposals/queue-props.ts';

const VIEWS = ['decide', 'sent', 'all'] as const;

/** States in which something is to be decided: not what its author is to send again. */
const DECIDED: readonly ProposalState[] = ['proposed', 'approved'];

/**
 * Proposals for who is signed in, with what is new to them of each: `/-/proposals/mine?for=decide`. As what is kept for
 * everybody holds nothing of anybody, these pages are not kept.
 */
export const ownProposalsPage: MemberPage = async (context, visitor) => {
  const language = askedLanguage(context);
  const { site, wiki } = context;
  const { reader } = wiki.database;
  const member = await memberOf(context, visitor);
  if (!member)
    return movedAnswer(ownAddress(site, '/-/sign-in', language, { return: ownAction(context) }), 303);
  const messages = messagesOf(context, language);
  const words = messages.queue;
  const lists = listsFor(context, member, language);
  const decides = member.held.some(({ role }) => isAtLeast(role, 'maintainer'));
  const view =
    VIEWS.find((one) => one === context.query.get('for') && (decides || one !== 'decide')) ??
    (decides ? 'decide' : 'sent');
  const asked = askedQueue(context.query);
  const filter = filterOf(
    asked,
    member,
    lists.map(({ name }) => name),
  );
  const counts = {
    decide: await countQueue(reader, filter('decide')),
    sent: await countQueue(reader, filter('sent')),
    all: await countQueue(reader, filter('all')),
  };
  const states = view === 'decide' && !asked.state ? DECIDED : queueStates(asked);
  const rows = await queuedProposals(reader, filter(view), {
    states,
    order: asked.order,
    limit: QUEUE_PAGE + 1,
    offset: (asked.page - 1) * QUEUE_PAGE,
  });
  const news = await newsOfProposals(
    reader,
    member.folded,
    rows.map(({ number }) => number),
  );
  const href = (to: AskedQueue, of: string = view) =>
    ownAddress(site, OWN_PROPOSALS, language, { for: of, ...queueQuery(to) });
  const props = queueProps(context, {
    asked,
    rows,
    counts: counts[view],
    href,
    action: OWN_PROPOSALS,
    lists,
    hidden: { for: view },
    under: '/review',
  });
  return await mailAnswer(context, {
    language,
    title: words.mine,
    content: (
      <ProposalList
        messages={messages}
        title={words.mine}
        intro={words.mineIntro}
        {...props}
        filters={view === 'decide' ? [] : props.filters}
        views={VIEWS.filter((one) => decides || one !== 'decide').map((one) => ({
          label: words[one],
          href: href({ ...asked, state: undefined, page: 1 }, one),
          count: countOf(counts[one], one === 'decide' ? DECIDED : OPEN_STATES),
          isHere: one === view,
        }))}
        found={countOf(counts[view], states)}
        entries={props.entries.map((entry) => {
          const own = news.get(entry.number) ?? 'none';
          return { ...entry, ...(own !== 'none' && { news: own }) };
        })}
      />
    ),
  });
};

/** Of each view, which proposals it has. */
function filterOf(asked: AskedQueue, { folded }: Member, lists: readonly string[]) {
  const all: QueueFilter = queueFilter(asked, lists);
  return (view: (typeof VIEWS)[number]): QueueFilter => (view === 'sent' ? { ...all, folded } : all);
}

/**
 * The lists whose proposals somebody may look at: all for who keeps the wiki, else those that anybody reads, and those that
 * they keep.
 */
function listsFor(
  context: Context,
  { role, held }: Member,
  language: string,
): readonly { readonly name: string; readonly title: string }[] {
  const open = publicLists(context, language).map(({ name }) => name);
  const kept = held.flatMap(({ role, scope }) => (isAtLeast(role, 'maintainer') ? scope.lists : []));
  const own = listsOf(context.site.settings).filter(
    ({ name }) => isAtLeast(role, 'maintainer') || open.includes(name) || kept.includes(name),
  );
  return own.map(({ name, settings: { title } }) => ({
    name,
    title: title === undefined ? name : localized(title, language),
  }));
}
