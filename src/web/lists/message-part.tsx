import type { MailMessageTable } from '../../store/mail-tables.ts';
import { type Context, messagesOf } from '../context.ts';
import { MessageBody } from '../views/lists/message-body.tsx';
import type { ListPlace } from './list-place.ts';
import { showMessage } from './shown-message.ts';

/** The HTML of what a message says. It never changes: a thread that has one more is made of those that were kept. */
export async function messagePart(context: Context, list: ListPlace, row: MailMessageTable): Promise<string> {
  const { name, language } = list;
  const make = async (context: Context) => {
    const message = await showMessage(context, list, row);
    return `${<MessageBody messages={messagesOf(context, language)} message={message} />}`;
  };
  const key = JSON.stringify(['message', name, row.oid, row.message_id, language]);
  return await (context.part?.(key, context, make) ?? make(context));
}
