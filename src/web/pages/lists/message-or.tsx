import { messageNamed } from '../../../store/mail-messages.ts';
import type { MailMessageTable } from '../../../store/mail-tables.ts';
import type { Answer } from '../../answer.ts';
import { type Context, messagesOf } from '../../context.ts';
import { listHref, parentsOf } from '../../lists/list-addresses.ts';
import type { ListPlace } from '../../lists/list-place.ts';
import { ownPage } from '../../own-page.tsx';
import { ErasedPage } from '../../views/lists/erased-page.tsx';
import { missingPage } from '../missing.tsx';

/** What is made of a message; 410 in its place where it was erased, 404 where the list never had it. */
export async function messageOr<T>(
  context: Context,
  list: ListPlace,
  messageId: string,
  make: (row: MailMessageTable) => Promise<T>,
): Promise<T | Answer> {
  const row = await context.ask(messageNamed, list.name, messageId);
  if (row === undefined) return await missingPage(context, list.language);
  if (row !== 'erased') return await make(row);
  const { language } = list;
  const messages = messagesOf(context, language);
  return await ownPage(context, {
    language,
    title: messages.lists.message.erasedTitle,
    status: 410,
    parents: parentsOf(context, list),
    content: (
      <ErasedPage messages={messages} list={{ label: list.title, href: listHref(context.site, list) }} />
    ),
  });
}
