import type { Messages } from '../../messages/messages.ts';
import { DateOf } from '../date.tsx';
import type { SoftwareEventProps } from './software-events.tsx';

interface ChangesPageProps {
  readonly messages: Messages;
  /** The newest first; of each, its first events and how many there are. */
  readonly commits: readonly { readonly count: number; readonly events: readonly SoftwareEventProps[] }[];
  readonly feedHref: string;
  readonly olderHref?: string;
}

/** What each version of the table did to its rows. */
export function ChangesPage({ messages, commits, feedHref, olderHref }: ChangesPageProps) {
  const words = messages.software;
  return (
    <article class="software-changes">
      <header class="page-header">
        <h1>{words.changes}</h1>
        <p class="lead">{words.changesIntro}</p>
      </header>
      <p>
        <a href={feedHref}>{words.follow}</a>
      </p>
      {commits.length === 0 && <p>{words.noChanges}</p>}
      {commits.map(({ count, events }) => {
        const [first] = events;
        if (!first) return null;
        return (
          <section>
            <h2 dir="auto">
              <a href={first.commitHref}>{first.subject}</a>
            </h2>
            <ul class="page-meta facts">
              <li>
                <DateOf iso={first.date} messages={messages} />
              </li>
              <li>{first.author}</li>
              <li>{words.changesOf(count)}</li>
            </ul>
            <ul class="software-items">
              {[...Map.groupBy(events, ({ text }) => text)].map(([text, same]) => (
                <li>
                  <strong dir="auto">{text}</strong>
                  {' – '}
                  {same.map(({ software }, at) => (
                    <>
                      {at > 0 && ', '}
                      <a href={software.href} dir="auto">
                        {software.label}
                      </a>
                    </>
                  ))}
                </li>
              ))}
              {count > events.length && <li>{words.moreChanges(count - events.length)}</li>}
            </ul>
          </section>
        );
      })}
      {olderHref !== undefined && (
        <p>
          <a class="button" rel="next" href={olderHref}>
            {words.older}
          </a>
        </p>
      )}
    </article>
  );
}
