import type { ShownMessage } from '../../lists/shown-message.ts';
import type { Messages } from '../../messages/messages.ts';
import { MailBody } from './mail-body.tsx';

/** What a message says, and what is attached to it. */
export function MessageBody({ messages, message }: { messages: Messages; message: ShownMessage }) {
  const words = messages.lists.message;
  const { blocks, attachments, isHtmlOnly, isCut, isDamaged } = message;
  return (
    <>
      {isDamaged && <p class="mail-note">{words.damaged}</p>}
      {isHtmlOnly && <p class="mail-note">{words.htmlOnly}</p>}
      <div class="mail-body" dir="auto">
        {blocks.length > 0 ? (
          <MailBody messages={messages} blocks={blocks} />
        ) : (
          <p class="empty">{words.noText}</p>
        )}
      </div>
      {isCut && (
        <p class="mail-note">
          <a href={message.rawHref}>{words.cut}</a>
        </p>
      )}
      {attachments.length > 0 && (
        <ul class="mail-attachments" aria-label={words.attachments}>
          {attachments.map(({ name, href, type, size }) => (
            <li>
              <a href={href} download="" rel="nofollow">
                {name}
              </a>{' '}
              <span class="facts">
                {messages.listing.fileType(type, /\.(\w+)$/.exec(name)?.[1] ?? '')}, {messages.fileSize(size)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
