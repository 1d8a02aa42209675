import type { MailThreadTable } from '../../store/mail-tables.ts';
import { firstOfThreads, peopleOfThreads } from '../../store/mail-threads.ts';
import { type Context, messagesOf } from '../context.ts';
import type { ThreadEntry } from '../views/lists/thread-list.tsx';
import { messageHref } from './list-addresses.ts';
import type { ListPlace } from './list-place.ts';
import { moment } from './moment.ts';
import { personName } from './shielded.ts';

const MAX_PEOPLE = 5;

/** Threads as lists of them show them. */
export async function threadEntries(
  context: Context,
  list: ListPlace,
  threads: readonly MailThreadTable[],
): Promise<ThreadEntry[]> {
  const { ask, site } = context;
  const messages = messagesOf(context, list.language);
  const ids = threads.map(({ id }) => id);
  const people = Map.groupBy(await ask(peopleOfThreads, ids), ({ thread }) => thread);
  const first = new Map((await ask(firstOfThreads, ids)).map((message) => [message.thread, message]));
  return threads.flatMap(({ id, subject, messages: messageCount, last_at }) => {
    const start = first.get(id);
    if (!start) return [];
    const names = new Set(
      (people.get(id) ?? []).map(({ from_name, from_address }) =>
        personName(from_name, from_address, messages.lists.nobody),
      ),
    );
    return {
      href: messageHref(site, list, start.message_id, messageCount > 1 ? 't/' : ''),
      subject: subject || messages.lists.noSubject,
      isPatch: start.is_patch === 1,
      messageCount,
      people: [...names].slice(0, MAX_PEOPLE),
      otherPeople: Math.max(0, names.size - MAX_PEOPLE),
      last: moment(site, messages, last_at),
    };
  });
}
