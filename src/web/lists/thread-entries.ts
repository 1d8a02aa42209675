import type { MailThreadTable } from '../../store/mail-tables.ts';
import { firstOfThreads, peopleOfThreads } from '../../store/mail-threads.ts';
import { type Context, messagesOf } from '../context.ts';
import type { ThreadEntry } from '../views/lists/thread-list.tsx';
import { messageHref } from './list-addresses.ts';
import type { ListPlace } from './list-place.ts';
import { moment } from './moment.ts';
import { personName } from './shielded.ts';
import { unbroken } from './unbroken.ts';

const MAX_PEOPLE = 5;

/** What is told of a thread. */
export interface ThreadSummary {
  readonly thread: MailThreadTable;
  /** Its oldest message, by which it is found. */
  readonly messageId: string;
  readonly isPatch: boolean;
  /** The first who wrote in it, and how many more. */
  readonly people: readonly string[];
  readonly otherPeople: number;
}

export async function threadSummaries(
  context: Context,
  { language }: Pick<ListPlace, 'language'>,
  threads: readonly MailThreadTable[],
): Promise<ThreadSummary[]> {
  const { ask } = context;
  const { nobody } = messagesOf(context, language).lists;
  const ids = threads.map(({ id }) => id);
  const people = Map.groupBy(await ask(peopleOfThreads, ids), ({ thread }) => thread);
  const first = new Map((await ask(firstOfThreads, ids)).map((message) => [message.thread, message]));
  return threads.flatMap((thread) => {
    const start = first.get(thread.id);
    if (!start) return [];
    const names = new Set(
      (people.get(thread.id) ?? []).map(({ from_name, from_address }) =>
        personName(from_name, from_address, nobody),
      ),
    );
    return {
      thread,
      messageId: start.message_id,
      isPatch: start.is_patch === 1,
      people: [...names].slice(0, MAX_PEOPLE),
      otherPeople: Math.max(0, names.size - MAX_PEOPLE),
    };
  });
}

/** Threads as lists of them show them. */
export async function threadEntries(
  context: Context,
  list: ListPlace,
  threads: readonly MailThreadTable[],
): Promise<ThreadEntry[]> {
  const { site } = context;
  const messages = messagesOf(context, list.language);
  const summaries = await threadSummaries(context, list, threads);
  return summaries.map(({ thread, messageId, isPatch, people, otherPeople }) => ({
    href: messageHref(site, list, messageId, thread.messages > 1 ? 't/' : ''),
    subject: unbroken(thread.subject) || messages.lists.noSubject,
    isPatch,
    messageCount: thread.messages,
    people,
    otherPeople,
    last: moment(site, messages, thread.last_at),
  }));
}
