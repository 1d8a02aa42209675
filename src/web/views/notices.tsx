import type { Messages } from '../messages/messages.ts';

/** Something to know before reading the page. Languages are BCP 47 tags. */
export type Notice =
  /** The page does not exist in the `wanted` language: the text is in the `shown` one. */
  | {
      readonly kind: 'untranslated';
      readonly wanted: string;
      readonly shown: string;
      readonly translateHref?: string | undefined;
    }
  /** The original changed `changes` times after this translation. */
  | {
      readonly kind: 'stale';
      readonly changes: number;
      readonly diffHref: string;
      readonly originalHref: string;
      readonly originalLanguage: string;
    }
  | { readonly kind: 'draft' };

interface NoticesProps {
  readonly messages: Messages;
  readonly notices: readonly Notice[];
}

/** The notices of a page, above its text. */
export function Notices({ messages, notices }: NoticesProps) {
  return (
    <aside class="notices" aria-label={messages.page.notice}>
      {notices.map((notice) => (
        <div class={`notice notice-${notice.kind}`}>
          <NoticeText messages={messages} notice={notice} />
        </div>
      ))}
    </aside>
  );
}

function NoticeText({ messages, notice }: { readonly messages: Messages; readonly notice: Notice }) {
  const words = messages.page;
  switch (notice.kind) {
    case 'untranslated':
      return (
        <>
          <p>{words.untranslated(notice.wanted, notice.shown)}</p>
          {notice.translateHref && (
            <p>
              <a href={notice.translateHref}>{words.translate}</a>
            </p>
          )}
        </>
      );
    case 'draft':
      return <p>{words.draft}</p>;
    case 'stale':
      return (
        <>
          <p>{words.stale(notice.changes)}</p>
          <ul class="notice-links">
            <li>
              <a href={notice.diffHref}>{words.staleDiff}</a>
            </li>
            <li>
              <a href={notice.originalHref} hreflang={notice.originalLanguage}>
                {words.staleOriginal(notice.originalLanguage)}
              </a>
            </li>
          </ul>
        </>
      );
  }
}
