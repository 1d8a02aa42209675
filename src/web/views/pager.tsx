import type { Messages } from '../messages/messages.ts';

export interface PagerProps {
  readonly messages: Messages;
  readonly label: string;
  readonly newerHref?: string;
  readonly olderHref?: string;
  /** In place of "newer versions" and "older versions". */
  readonly words?: { readonly newer: string; readonly older: string };
}

/** Links to the pages before and after this one of a list sorted by date, newest first. */
export function Pager({ messages, label, newerHref, olderHref, words = messages.history }: PagerProps) {
  if (!newerHref && !olderHref) return null;
  return (
    <nav class="pager" aria-label={label}>
      {newerHref && (
        <a rel="prev" href={newerHref}>
          {words.newer}
        </a>
      )}
      {olderHref && (
        <a rel="next" href={olderHref}>
          {words.older}
        </a>
      )}
    </nav>
  );
}
