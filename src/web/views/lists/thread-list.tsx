import type { Messages } from '../../messages/messages.ts';
import { When } from './moment.tsx';

/** A thread, in a list of threads. */
export interface ThreadEntry {
  readonly href: string;
  readonly subject: string;
  readonly isPatch: boolean;
  readonly messageCount: number;
  /** The first who wrote in it, and how many more. */
  readonly people: readonly string[];
  readonly otherPeople: number;
  readonly last: { readonly iso: string; readonly text: string };
}

/** Threads, that with the newest message first. */
export function ThreadList({
  messages,
  threads,
  level,
}: {
  messages: Messages;
  threads: readonly ThreadEntry[];
  level: 3 | 4;
}) {
  return (
    <ol class="thread-list">
      {threads.map((thread) => (
        <li>
          <Entry messages={messages} thread={thread} level={level} />
        </li>
      ))}
    </ol>
  );
}

function Entry({ messages, thread, level }: { messages: Messages; thread: ThreadEntry; level: 3 | 4 }) {
  const words = messages.lists;
  const subject = (
    <>
      <a href={thread.href}>{thread.subject}</a>
      {thread.isPatch && <span class="mail-mark">{words.patch}</span>}
    </>
  );
  return (
    <>
      {level === 3 ? (
        <h3 class="thread-subject" dir="auto">
          {subject}
        </h3>
      ) : (
        <h4 class="thread-subject" dir="auto">
          {subject}
        </h4>
      )}
      <p class="thread-facts">
        <span class="thread-people">
          {thread.people.join(', ')}
          {thread.otherPeople > 0 && ` ${words.others(thread.otherPeople)}`}
        </span>
        {thread.messageCount > 1 && <span>{words.messages(thread.messageCount)}</span>}
        <When moment={thread.last} />
      </p>
    </>
  );
}
