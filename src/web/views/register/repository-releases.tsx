import type { Messages } from '../../messages/messages.ts';
import { DateOf } from '../date.tsx';

export interface ReleaseShown {
  readonly name: string;
  readonly date: string | null;
  readonly href: string | undefined;
}

/** The releases of a repository, the newest first. */
export function RepositoryReleases({
  messages,
  releases,
}: {
  readonly messages: Messages;
  readonly releases: readonly ReleaseShown[];
}) {
  const words = messages.codeRepository;
  return (
    <section>
      <h2>{words.releases}</h2>
      {releases.length === 0 ? (
        <p>{words.noRelease}</p>
      ) : (
        <ul class="counted">
          {releases.map(({ name, date, href }) => (
            <li>
              {href === undefined ? (
                <span>{name}</span>
              ) : (
                <a href={href} rel="external nofollow">
                  {name}
                </a>
              )}{' '}
              {date && (
                <span class="count">
                  <DateOf iso={date} messages={messages} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
