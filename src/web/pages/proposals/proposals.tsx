import { countQueue, queuedProposals } from '../../../store/proposal-queue.ts';
import { OPEN_STATES } from '../../../store/proposals.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../../context.ts';
import { publicLists } from '../../lists/list-place.ts';
import { ownPage } from '../../own-page.tsx';
import { PROPOSALS } from '../../proposals/addresses.ts';
import { type AskedQueue, askedQueue, queueFilter, queueQuery, queueStates } from '../../proposals/queue.ts';
import { ProposalList } from '../../views/proposals/proposal-list.tsx';
import { countOf, QUEUE_PAGE, queueProps } from './queue-props.ts';

/** What is proposed: `/-/proposals/?state=applied&path=guides&page=2`; by default what is open. */
export async function proposalsPage(context: Context): Promise<Answer> {
  const { ask, site } = context;
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const lists = publicLists(context, language);
  const asked = askedQueue(context.query);
  const filter = queueFilter(
    asked,
    lists.map(({ name }) => name),
  );
  const counts = await ask(countQueue, filter);
  const rows = await ask(queuedProposals, filter, {
    states: queueStates(asked),
    order: asked.order,
    limit: QUEUE_PAGE + 1,
    offset: (asked.page - 1) * QUEUE_PAGE,
  });
  const href = (to: AskedQueue) => ownAddress(site, PROPOSALS, language, queueQuery(to));
  const plain = askedQueue(new URLSearchParams());
  const isPlain = Object.keys(queueQuery(asked)).length === 0;
  return await ownPage(context, {
    language,
    title: messages.proposals.title,
    href: href(plain),
    ...(isPlain && { canonical: context.origin + href(plain) }),
    content: (
      <ProposalList
        messages={messages}
        title={messages.proposals.title}
        intro={messages.proposals.intro}
        {...queueProps(context, { asked, rows, counts, href, action: PROPOSALS, lists })}
        found={countOf(counts, asked.state ? [asked.state] : OPEN_STATES)}
      />
    ),
  });
}
