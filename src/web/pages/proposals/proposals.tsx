import type { ProposalState } from '../../../store/proposal-tables.ts';
import { countProposals, OPEN_STATES, proposalsIn } from '../../../store/proposals.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../../context.ts';
import { publicLists } from '../../lists/list-place.ts';
import { moment } from '../../lists/moment.ts';
import { personName } from '../../lists/shielded.ts';
import { ownPage } from '../../own-page.tsx';
import { PROPOSALS } from '../../proposals/addresses.ts';
import { ProposalList } from '../../views/proposals/proposal-list.tsx';

const PAGE = 40;
const CLOSED = ['applied', 'rejected'] as const;

/** What is proposed: `/-/proposals/?state=applied&page=2`; by default what is open. */
export async function proposalsPage(context: Context): Promise<Answer> {
  const { ask, site, query } = context;
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const words = messages.proposals;
  const readable = new Set(publicLists(context, language).map(({ name }) => name));
  const asked = CLOSED.find((state) => state === query.get('state'));
  const page = Math.min(Math.max(Math.floor(Number(query.get('page') ?? 1)) || 1, 1), 1_000);
  const counts = await ask(countProposals);
  const states = asked ? [asked] : OPEN_STATES;
  const rows = await ask(proposalsIn, states, { limit: PAGE + 1, offset: (page - 1) * PAGE });
  const href = (state: ProposalState | undefined, at = 1) =>
    ownAddress(site, PROPOSALS, language, {
      ...(state && { state }),
      ...(at > 1 && { page: String(at) }),
    });
  const count = (of: readonly ProposalState[]) =>
    of.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
  return await ownPage(context, {
    language,
    title: words.title,
    href: href(undefined),
    ...(!asked && page === 1 && { canonical: context.origin + href(undefined) }),
    content: (
      <ProposalList
        messages={messages}
        filters={[
          { label: words.open, href: href(undefined), count: count(OPEN_STATES), isHere: !asked },
          ...CLOSED.map((state) => ({
            label: words.closed[state],
            href: href(state),
            count: count([state]),
            isHere: asked === state,
          })),
        ]}
        entries={rows
          .slice(0, PAGE)
          .filter(({ list }) => readable.has(list))
          .map(({ number, title, state, from_name, from_address, created_at }) => ({
            number,
            title,
            state,
            href: ownAddress(site, `${PROPOSALS}${number}`, language),
            from: personName(from_name, from_address, messages.lists.nobody),
            received: moment(site, messages, created_at),
          }))}
        {...(rows.length > PAGE && { older: href(asked, page + 1) })}
        {...(page > 1 && { newer: href(asked, page - 1) })}
      />
    ),
  });
}
