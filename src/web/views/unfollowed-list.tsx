import type { Messages } from '../messages/messages.ts';

/** What is in the tree and is never followed. */
export type UnfollowedEntry =
  | { readonly kind: 'symlink'; readonly name: string; readonly target: string }
  | { readonly kind: 'submodule'; readonly name: string; readonly commit: string };

interface UnfollowedListProps {
  readonly messages: Messages;
  readonly entries: readonly UnfollowedEntry[];
}

/** Symbolic links and submodules, by name. */
export function UnfollowedList({ messages, entries }: UnfollowedListProps) {
  const words = messages.listing;
  return (
    <section>
      <h2 id="others">{words.others}</h2>
      <ul class="unfollowed-list">
        {entries.map((entry) => (
          <li>
            <code>{entry.name}</code>{' '}
            <span class="count">
              {entry.kind === 'symlink'
                ? words.symlinkTo(entry.target)
                : words.submodule(entry.commit.slice(0, 10))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
