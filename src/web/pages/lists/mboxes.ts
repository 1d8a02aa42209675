import { mailListSize } from '../../../store/mail-lists.ts';
import { messagesAfter, messagesOfThread } from '../../../store/mail-messages.ts';
import type { MailMessageTable } from '../../../store/mail-tables.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context } from '../../context.ts';
import { askedOfLists } from '../../lists/asked.ts';
import { findList, type ListPlace } from '../../lists/list-place.ts';
import { findMail } from '../../lists/mail-results.ts';
import { mboxAnswer, mboxStream } from '../../lists/mbox.ts';
import type { FileStream } from '../file.ts';
import { missingPage } from '../missing.tsx';
import { searchText } from './list.tsx';
import { messageOr } from './message-or.tsx';

/** Threads are asked for so many messages at a time. */
const STEP = 500;

/** A mbox of less is kept like a page; a larger one is made as it is sent. */
const MAX_HELD_BYTES = 2_000_000;

/** Messages of one download of what was found. */
const MAX_FOUND = 2_000;

/** The thread of a message: `…/MESSAGE-ID/t.mbox.gz`. */
export async function threadMbox(
  context: Context,
  list: ListPlace,
  messageId: string,
): Promise<Answer | FileStream> {
  return await messageOr<Answer | FileStream>(context, list, messageId, async ({ thread }) => {
    const name = `${list.name}-thread.mbox.gz`;
    const first = await context.ask(messagesOfThread, thread, STEP);
    const bytes = first.reduce((sum, { size }) => sum + size, 0);
    if (first.length < STEP && bytes <= MAX_HELD_BYTES) return await mboxAnswer(list, name, first);
    return mboxStream(context, list, name, () => wholeThread(context, thread));
  });
}

/** Every message of a list, as they came: `…/all.mbox.gz`. */
export async function listMbox(context: Context, list: ListPlace): Promise<Answer | FileStream> {
  const { messages } = await context.ask(mailListSize, list.name);
  if (messages === 0) return await missingPage(context, list.language);
  return mboxStream(context, list, `${list.name}.mbox.gz`, () => wholeList(context, list.name));
}

/** `POST …/?x=m&q=TEXT`: what a search finds; with `t=1`, the whole threads. */
export async function foundMbox(context: Context): Promise<Answer | FileStream> {
  const { path, query } = context;
  const language = askedLanguage(context);
  const asked = askedOfLists(path);
  const list =
    asked?.kind === 'list' && asked.form === 'list' ? findList(context, asked.name, language) : undefined;
  const text = searchText(query);
  const { rows } =
    list && text !== '' ? await findMail(context, list, text, { limit: MAX_FOUND }) : { rows: [] };
  if (!list || rows.length === 0) return await missingPage(context, language);
  const name = `${list.name}-search.mbox.gz`;
  if (query.get('t') !== '1') return mboxStream(context, list, name, () => each(rows));
  const threads = [...new Set(rows.map(({ thread }) => thread))];
  return mboxStream(context, list, name, async function* () {
    for (const thread of threads) yield* wholeThread(context, thread);
  });
}

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

async function* wholeThread({ ask }: Context, thread: number): AsyncGenerator<MailMessageTable> {
  for (let at = 0; ; at += STEP) {
    const messages = await ask(messagesOfThread, thread, STEP, at);
    yield* messages;
    if (messages.length < STEP) return;
  }
}

async function* wholeList(
  { ask }: Context,
  list: string,
): AsyncGenerator<Pick<MailMessageTable, 'id' | 'oid'>> {
  for (let after = 0; ; ) {
    const messages = await ask(messagesAfter, list, after, STEP);
    yield* messages;
    const last = messages.at(-1);
    if (!last || messages.length < STEP) return;
    after = last.id;
  }
}
