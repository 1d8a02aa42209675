import type { ProposalState } from '../../../store/proposal-tables.ts';
import type { ProposalNews } from '../../../store/seen-proposals.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';
import { When } from '../lists/moment.tsx';
import { QueueForm, type QueueFormProps } from './queue-form.tsx';

export interface ProposalEntry {
  readonly number: number;
  readonly href: string;
  readonly title: string;
  readonly state: ProposalState;
  readonly from: string;
  readonly received: { readonly iso: string; readonly text: string };
  /** What is new of it to who is signed in. */
  readonly news?: Exclude<ProposalNews, 'none'> | undefined;
}

/** A link to some of them, with how many there are. */
export type CountedLink = Link & { readonly count: number; readonly isHere: boolean };

export interface ProposalListProps {
  readonly messages: Messages;
  readonly title: string;
  readonly intro: string;
  /** Which proposals, for who is signed in. */
  readonly views?: readonly CountedLink[];
  /** By state. */
  readonly filters: readonly CountedLink[];
  readonly form: QueueFormProps;
  readonly found: number;
  readonly entries: readonly ProposalEntry[];
  readonly older?: string;
  readonly newer?: string;
}

/** What is proposed, those that changed last first. */
export function ProposalList(props: ProposalListProps) {
  const { messages, title, intro, views, filters, form, found, entries, older, newer } = props;
  const words = messages.proposals;
  return (
    <article class="proposals-page">
      <header class="page-header">
        <h1>{title}</h1>
        <p class="description">{intro}</p>
      </header>
      {views && <CountedLinks messages={messages} label={messages.queue.views} links={views} />}
      {filters.length > 0 && <CountedLinks messages={messages} label={words.filters} links={filters} />}
      <QueueForm messages={messages} {...form} />
      <p role="status">{found === 0 ? words.none : messages.queue.found(found)}</p>
      {found > 0 && entries.length === 0 && <p>{words.none}</p>}
      <ol class="proposal-list">
        {entries.map(({ number, href, title, state, from, received, news }) => (
          <li>
            <a class="proposal-title" href={href}>
              {title}
            </a>
            <p class="page-meta-line">
              {news && <span class="proposal-news">{messages.queue.news[news]}</span>}{' '}
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

function CountedLinks({
  messages,
  label,
  links,
}: {
  readonly messages: Messages;
  readonly label: string;
  readonly links: readonly CountedLink[];
}) {
  return (
    <nav class="proposal-filters" aria-label={label}>
      <ul>
        {links.map(({ href, label: text, count, isHere }) => (
          <li>
            <a href={href} aria-current={isHere ? 'page' : undefined}>
              {text} <span class="count">{messages.number(count)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface StateMarkProps {
  readonly messages: Messages;
  readonly state: ProposalState;
}

export function StateMark({ messages, state }: StateMarkProps) {
  return <span class={`proposal-state proposal-${state}`}>{messages.proposals.states[state]}</span>;
}
