import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';

/** How to be told of what is new. */
export function FollowCode({
  messages,
  feeds,
}: {
  readonly messages: Messages;
  readonly feeds: readonly Link[];
}) {
  return (
    <section class="code-follow">
      <h2>{messages.codeFeeds.follow}</h2>
      <ul class="row-links">
        {feeds.map(({ label, href }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
