import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';

/** The place of a message that was erased. */
export function ErasedPage({ messages, list }: { readonly messages: Messages; readonly list: Link }) {
  const words = messages.lists;
  return (
    <article class="message-page">
      <header class="page-header">
        <h1>{words.message.erasedTitle}</h1>
        <div class="notice notice-gone">
          <p>{words.message.erasedText}</p>
        </div>
      </header>
      <p>
        <a href={list.href}>{words.allThreads}</a>
      </p>
    </article>
  );
}
