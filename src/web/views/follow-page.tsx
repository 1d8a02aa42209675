import type { Messages } from '../messages/messages.ts';
import type { Link } from './link.ts';

/** Something to follow. Addresses are absolute. */
export interface FollowedFeed extends Link {
  readonly feed?: {
    /** What its entries are, where its group does not say. */
    readonly holds?: string;
    readonly atom: string;
    readonly json: string;
  };
  /** Of a calendar: its own address, for calendar software. */
  readonly calendar?: { readonly webcal: string; readonly address: string };
}

export interface FeedGroup {
  readonly title: string;
  /** Where one asks to be told by mail. */
  readonly mailHref?: string;
  readonly help?: string;
  readonly feeds: readonly FollowedFeed[];
  /** How many are not listed. */
  readonly others: number;
}

export interface FollowPageProps {
  readonly messages: Messages;
  /** What the reader came from, and the whole site. */
  readonly first: readonly FeedGroup[];
  readonly groups: readonly FeedGroup[];
  /** Whether any page can be followed. */
  readonly isAnywhere: boolean;
}

/** How to be told of what changes: the feeds there are, what a feed is, and what to do with it. */
export function FollowPage({ messages, first, groups, isAnywhere }: FollowPageProps) {
  const words = messages.follow;
  return (
    <article class="follow-page">
      <header class="page-header">
        <h1>{words.title}</h1>
        <p class="description">{words.intro}</p>
      </header>
      {first.map((group) => (
        <Group messages={messages} group={group} />
      ))}
      <section>
        <h2>{words.how}</h2>
        <ol>
          {words.howSteps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <p>{words.readers}</p>
      </section>
      <section>
        <h2>{words.what}</h2>
        {words.whatText.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
        {isAnywhere && <p>{words.anyPage}</p>}
      </section>
      {groups.map((group) => (
        <Group messages={messages} group={group} />
      ))}
    </article>
  );
}

function Group({ messages, group }: { readonly messages: Messages; readonly group: FeedGroup }) {
  return (
    <section>
      <h2>{group.title}</h2>
      {group.help && <p>{group.help}</p>}
      <ul class="feed-list">
        {group.feeds.map((feed) => (
          <li>
            <Feed messages={messages} feed={feed} />
          </li>
        ))}
      </ul>
      {group.mailHref !== undefined && (
        <p>
          <a href={group.mailHref}>{messages.subscription.beTold}</a>
        </p>
      )}
      {group.others > 0 && <p>{messages.follow.more(group.others)}</p>}
    </section>
  );
}

function Feed({ messages, feed }: { readonly messages: Messages; readonly feed: FollowedFeed }) {
  const words = messages.follow;
  return (
    <>
      <h3>
        <a href={feed.href} lang={feed.language} hreflang={feed.language}>
          {feed.label}
        </a>
      </h3>
      {feed.calendar && (
        <>
          <p class="holds">{words.holds.events}</p>
          <Address address={feed.calendar.address} />
          <p class="feed-forms">
            <a href={feed.calendar.webcal} aria-label={`${words.subscribe} – ${feed.label}`}>
              {words.subscribe}
            </a>
          </p>
        </>
      )}
      {feed.feed && (
        <>
          {feed.feed.holds && <p class="holds">{feed.feed.holds}</p>}
          <Address address={feed.feed.atom} />
          <p class="feed-forms">
            <a href={feed.feed.atom} type="application/atom+xml" aria-label={`${words.atom} – ${feed.label}`}>
              {words.atom}
            </a>{' '}
            <a
              href={feed.feed.json}
              type="application/feed+json"
              aria-label={`${words.json} – ${feed.label}`}
            >
              {words.json}
            </a>
          </p>
        </>
      )}
    </>
  );
}

function Address({ address }: { readonly address: string }) {
  return (
    <pre class="copyable">
      <code>{address}</code>
    </pre>
  );
}
