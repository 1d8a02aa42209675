import type { Writer } from '../store/database.ts';
import type { Letter } from './incoming.ts';
import type { MailPlace } from './mail-place.ts';
import type { Message } from './mime/message.ts';
import { hold } from './moderation/hold.ts';
import type { Destination } from './spool.ts';
import { takeCommand } from './subscriptions/commands.ts';
import type { HappenedEvent } from './webhooks/queue-event.ts';

export interface Answers {
  /** Does what the answer to somebody else's notice asks; false when its token is not theirs. */
  readonly answered?: (writer: Writer, token: string, message: Message) => Promise<boolean>;
  /** Has webhooks told of an event, in the transaction of what happened. */
  readonly happened: (writer: Writer, event: HappenedEvent) => Promise<void>;
}

/** Does what is asked of a list, or has a message wait for those who keep it. */
export async function obey(
  writer: Writer,
  {
    letter,
    destination,
    place: { lists, site },
  }: { readonly letter: Letter; readonly destination: Destination; readonly place: MailPlace },
  { answered, happened }: Answers,
): Promise<void> {
  const list = lists.find(({ name }) => name === destination.list);
  if (!list || destination.kind === 'message') return;
  const { message, sender } = letter;
  const now = Math.floor(Date.now() / 1000);
  if (destination.kind === 'command') {
    const { command, argument = '' } = destination;
    if (command === 'confirm' && (await answered?.(writer, argument, message))) return;
    await takeCommand(writer, { lists, list, site, command, argument, sender, message, now });
    return;
  }
  const { reason } = destination;
  await hold(writer, { list, spooled: letter, message, reason, site, now });
  const data = { list: list.name, messageId: message.ids[0] ?? null, reason };
  await happened(writer, { type: 'message.held', data, now });
}
