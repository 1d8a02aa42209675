import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Relay } from '../../src/config/relay.ts';
import { readSettings } from '../../src/config/settings.ts';
import type { MailList } from '../../src/mail/list.ts';
import { listsOf } from '../../src/mail/list.ts';
import { foldAddress } from '../../src/mail/mail-address.ts';
import type { MailSite } from '../../src/mail/mail-site.ts';
import type { Message } from '../../src/mail/mime/message.ts';
import { newId } from '../../src/mail/tokens.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { saveSubscriber } from '../../src/store/subscribers.ts';
import type { SubscriptionMode } from '../../src/store/subscription-tables.ts';
import { type Place, placeOn, usualEngine } from './engines.ts';

/** A list's settings as a wiki has them. */
export const listSettings = `
title: Wiki d’exemple
url: https://wiki.example
lists:
  annonces:
    address: annonces@lists.example
    title: { fr: Annonces, en: Announcements }
    moderators: [camille@example.org]
  travail:
    address: travail@lists.example
`;

export const lists: readonly MailList[] = listsOf(readSettings(listSettings).settings);
export const list = lists[0] as MailList;

export const site: MailSite = {
  title: () => 'Wiki d’exemple',
  origin: 'https://wiki.example',
  defaultLanguage: 'fr',
  timezone: 'Europe/Paris',
};

/** A database of its own, closed when the test ends. */
export async function mailDatabase(place?: Place): Promise<Database> {
  const { dataFolder, databaseUrl } = place ?? (await placeOn(usualEngine()));
  const database = await openDatabase(databaseUrl ?? join(dataFolder, 'index.db'));
  onTestFinished(() => database.close());
  return database;
}

/** Subscribes an address without asking anybody; gives its id. */
export async function subscribe(
  database: Database,
  address: string,
  {
    mode = 'each',
    to = list.name,
    since = 0,
    language = 'fr',
  }: { mode?: SubscriptionMode; to?: string; since?: number; language?: string } = {},
): Promise<string> {
  const id = newId();
  await database.write((writer) =>
    saveSubscriber(writer, { id, list: to, address, folded: foldAddress(address), language, mode, since }),
  );
  return id;
}

export const relayAt = (port: number, more: Partial<Relay> = {}): Relay => ({
  host: '127.0.0.1',
  port,
  secure: false,
  requireTls: false,
  connections: 4,
  ...more,
});

/** A message with these fields, read as simply as can be: for what is given messages already read. */
export function message(text: string): Message {
  const raw = Buffer.from(text);
  const [head = ''] = text.split('\n\n', 1);
  const headers = head
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')
    .map((line) => {
      const name = line.slice(0, line.indexOf(':')).toLowerCase();
      const value = line.slice(line.indexOf(':') + 1).trim();
      return { name, raw: value, value };
    });
  const field = (name: string) => headers.find((one) => one.name === name)?.value ?? '';
  const mailboxes = (name: string) =>
    [...field(name).matchAll(/(?:"([^"]*)"\s*|([^"<,]*?)\s*)<([^>]+)>|([^\s<>,]+@[^\s<>,]+)/g)].map(
      (found) => ({
        name: found[1] ?? found[2] ?? '',
        address: found[3] ?? found[4] ?? '',
      }),
    );
  return {
    raw,
    headers,
    ids: [...field('message-id').matchAll(/<([^>]+)>/g)].map(([, id]) => id as string),
    references: [],
    subject: field('subject'),
    from: mailboxes('from')[0],
    sender: undefined,
    to: mailboxes('to'),
    cc: mailboxes('cc'),
    replyTo: [],
    date: undefined,
    parts: [],
    faults: [],
  };
}
