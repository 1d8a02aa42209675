import { indexedCommit } from '../../store/commits.ts';
import { pendingConfirmation, takeConfirmation } from '../../store/confirmations.ts';
import type { Reader, Writer } from '../../store/database.ts';
import { saveFollow } from '../../store/page-follows.ts';
import { removeSubscriber, saveSubscriber, subscriberAt } from '../../store/subscribers.ts';
import type { ConfirmationTable, SubscriptionMode } from '../../store/subscription-tables.ts';
import { commandAddress } from '../addresses.ts';
import { unsubscribeLink } from '../delivery/list-headers.ts';
import type { MailList } from '../list.ts';
import type { MailSite } from '../mail-site.ts';
import { queueOwnMail } from '../own-mail.ts';
import { newId, siteSecret, tokenHash } from '../tokens.ts';
import { listWords } from '../words/list-words.ts';
import { mailWordsFor } from '../words/mail-words-for.ts';

/** What the owner of an address agrees to. */
export interface Confirmable {
  readonly action: ConfirmationTable['action'];
  /** The list; that of another name is gone. Undefined for a follow. */
  readonly list?: MailList;
  /** What is followed, and its title. */
  readonly path?: string;
  readonly what?: string;
  readonly language: string;
}

interface Place {
  readonly lists: readonly MailList[];
  readonly site: MailSite;
  readonly now: number;
}

/** What a token stands for; undefined when it was never given, was used, or has expired. Changes nothing. */
export async function confirmable(
  reader: Reader,
  token: string,
  { lists, now }: Pick<Place, 'lists' | 'now'>,
): Promise<Confirmable | undefined> {
  const found = await pendingConfirmation(reader, tokenHash(token), now);
  return found && described(found, lists);
}

/** Does what a token stands for, once. A subscription is welcomed by a mail; the rest is told by whoever calls. */
export async function confirm(writer: Writer, token: string, place: Place): Promise<Confirmable | undefined> {
  const taken = await takeConfirmation(writer, tokenHash(token), place.now);
  const what = taken && described(taken, place.lists);
  if (!taken || !what) return undefined;
  await ACTIONS[taken.action](writer, taken, what, place);
  return what;
}

function described(row: ConfirmationTable, lists: readonly MailList[]): Confirmable | undefined {
  const detail = JSON.parse(row.detail) as { language: string; path?: string; what?: string };
  const { action } = row;
  if (action === 'follow')
    return { action, language: detail.language, path: detail.path ?? '', what: detail.what ?? '' };
  const list = lists.find(({ name }) => name === row.list);
  return list && { action, list, language: detail.language };
}

type Action = (writer: Writer, row: ConfirmationTable, confirmed: Confirmable, place: Place) => Promise<void>;

const ACTIONS: Readonly<Record<ConfirmationTable['action'], Action>> = { subscribe, unsubscribe, follow };

async function subscribe(
  writer: Writer,
  { address, folded, detail }: ConfirmationTable,
  { list }: Confirmable,
  { site, now }: Place,
): Promise<void> {
  if (!list) return;
  const { language, mode } = JSON.parse(detail) as { language: string; mode: SubscriptionMode };
  await saveSubscriber(writer, { id: newId(), list: list.name, address, folded, language, mode, since: now });
  const subscriber = await subscriberAt(writer, list.name, folded);
  const secret = await siteSecret(writer);
  const welcome = mailWordsFor(language).welcome({
    list: listWords(list, language),
    mode,
    archive: site.origin && `${site.origin}/-/lists/${list.name}/`,
    unsubscribe: commandAddress(list, 'unsubscribe'),
    unsubscribeLink: subscriber && unsubscribeLink(site.origin, list, secret, subscriber.id),
  });
  await queueOwnMail(writer, {
    list,
    to: address,
    ...welcome,
    language,
    now,
    subscriber: subscriber?.id ?? '',
  });
}

async function unsubscribe(
  writer: Writer,
  { folded }: ConfirmationTable,
  { list }: Confirmable,
): Promise<void> {
  const known = list && (await subscriberAt(writer, list.name, folded));
  if (known) await removeSubscriber(writer, known.id);
}

async function follow(
  writer: Writer,
  { address, folded }: ConfirmationTable,
  { path = '', language }: Confirmable,
  { now }: Place,
): Promise<void> {
  const seen_commit = await indexedCommit(writer);
  await saveFollow(writer, {
    id: newId(),
    path,
    address,
    folded,
    language,
    since: now,
    seen_commit,
    told_at: 0,
  });
}
