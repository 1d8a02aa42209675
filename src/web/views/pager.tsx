import type { Messages } from '../messages/messages.ts';

export interface PagerProps {
  readonly messages: Messages;
  readonly label: string;
  readonly newerHref?: string;
  readonly olderHref?: string;
}

/** Links to the pages before and after this one of a list sorted by date, newest first. */
export function Pager({ messages, label, newerHref, olderHref }: PagerProps) {
  if (!newerHref && !olderHref) return null;
  return (
    <nav class="pager" aria-label={label}>
      {newerHref && (
        <a rel="prev" href={newerHref}>
          {messages.history.newer}
        </a>
      )}
      {olderHref && (
        <a rel="next" href={olderHref}>
          {messages.history.older}
        </a>
      )}
    </nav>
  );
}
