import type { ProposalState } from '../../../store/proposal-tables.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';
import { When } from '../lists/moment.tsx';

export interface ProposalEntry {
  readonly number: number;
  readonly href: string;
  readonly title: string;
  readonly state: ProposalState;
  readonly from: string;
  readonly received: { readonly iso: string; readonly text: string };
}

interface ProposalListProps {
  readonly messages: Messages;
  readonly filters: readonly (Link & { readonly count: number; readonly isHere: boolean })[];
  readonly entries: readonly ProposalEntry[];
  readonly older?: string;
  readonly newer?: string;
}

/** What is proposed, those that changed last first. */
export function ProposalList({ messages, filters, entries, older, newer }: ProposalListProps) {
  const words = messages.proposals;
  return (
    <article class="proposals-page">
      <header class="page-header">
        <h1>{words.title}</h1>
        <p class="description">{words.intro}</p>
      </header>
      <nav class="proposal-filters" aria-label={words.filters}>
        <ul>
          {filters.map(({ href, label, count, isHere }) => (
            <li>
              <a href={href} aria-current={isHere ? 'page' : undefined}>
                {label} <span class="count">{messages.number(count)}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {entries.length === 0 && <p>{words.none}</p>}
      <ol class="proposal-list">
        {entries.map(({ number, href, title, state, from, received }) => (
          <li>
            <a class="proposal-title" href={href}>
              {title}
            </a>
            <p class="page-meta-line">
              <StateMark messages={messages} state={state} /> {words.numbered(number)}, {words.by(from)},{' '}
              <When moment={received} />
            </p>
          </li>
        ))}
      </ol>
      {(older || newer) && (
        <nav class="pager" aria-label={words.pages}>
          {newer && <a href={newer}>{words.newer}</a>} {older && <a href={older}>{words.older}</a>}
        </nav>
      )}
    </article>
  );
}

interface StateMarkProps {
  readonly messages: Messages;
  readonly state: ProposalState;
}

export function StateMark({ messages, state }: StateMarkProps) {
  return <span class={`proposal-state proposal-${state}`}>{messages.proposals.states[state]}</span>;
}
