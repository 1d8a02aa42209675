import type { Messages } from '../messages/messages.ts';

/** Who wrote a change and, when it is somebody else, who applied it. */
export interface MadeByProps {
  readonly messages: Messages;
  readonly author: string;
  readonly committer?: string;
}

/** "by …, committed by …", to follow a date or a time. */
export function MadeBy({ messages, author, committer }: MadeByProps) {
  const words = messages.history;
  return (
    <>
      {words.by} <span class="person">{author}</span>
      {committer !== undefined && <>, {words.committedBy(committer)}</>}
    </>
  );
}
