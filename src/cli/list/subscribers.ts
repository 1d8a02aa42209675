import { readFileSync } from 'node:fs';
import { Invalid, NotFound } from '../../config/errors.ts';
import type { MailList } from '../../mail/list.ts';
import { foldAddress, readMailAddress } from '../../mail/mail-address.ts';
import { newId } from '../../mail/tokens.ts';
import type { Database } from '../../store/database.ts';
import { removeSubscriber, saveSubscriber, subscriberAt, subscribersOf } from '../../store/subscribers.ts';
import type { SubscriberTable } from '../../store/subscription-tables.ts';
import { type Command, DONE } from '../command.ts';
import { LIST_OPTIONS, LIST_OPTIONS_HELP, namedList, stringOf, withLists } from './open.ts';

const HELP = `Usage: greffe list subscribers NAME [--add FILE | --remove ADDRESS | --export]

Says how many subscribers the list NAME has.

  --add FILE        subscribes the addresses of FILE, one a line; - stands for the standard input. A line may say
                    more, after commas: ADDRESS,MODE,LANGUAGE (each, digest or mine; fr or en). Nobody is asked: add
                    those alone who asked you
  --remove ADDRESS  unsubscribes an address
  --export          writes them all, in the form that --add reads, with the state and the day each came

${LIST_OPTIONS_HELP}`;

interface SubscribersOptions {
  readonly add?: string | undefined;
  readonly remove?: string | undefined;
  readonly export?: boolean | undefined;
}

export const subscribers: Command = {
  name: 'subscribers',
  summary: 'show or change who is subscribed',
  help: HELP,
  options: {
    ...LIST_OPTIONS,
    add: { type: 'string' },
    remove: { type: 'string' },
    export: { type: 'boolean' },
  },
  positionals: 1,
  run: (values, [name]) =>
    withLists(values, ({ database, lists, site }) => {
      const options = {
        add: stringOf(values.add),
        remove: stringOf(values.remove),
        export: values.export === true,
      };
      return listSubscribers(database, namedList(lists, name), options, site.defaultLanguage);
    }),
};

async function listSubscribers(
  database: Database,
  list: MailList,
  options: SubscribersOptions,
  language: string,
): Promise<number> {
  if (options.add !== undefined) return await add(database, list, options.add, language);
  if (options.remove !== undefined) return await remove(database, list, options.remove);
  const subscribers = await subscribersOf(database.reader, list.name);
  if (options.export) process.stdout.write(subscribers.map(exported).join(''));
  else process.stdout.write(counted(list, subscribers));
  return DONE;
}

function exported({ address, mode, language, state, since }: SubscriberTable): string {
  return `${address},${mode},${language},${state},${new Date(since * 1000).toISOString().slice(0, 10)}\n`;
}

function counted({ name }: MailList, subscribers: readonly SubscriberTable[]): string {
  const of = (test: (one: SubscriberTable) => boolean) => subscribers.filter(test).length;
  const active = (mode: SubscriberTable['mode']) => of((one) => one.state === 'active' && one.mode === mode);
  const total = `${name}: ${subscribers.length} ${subscribers.length === 1 ? 'subscriber' : 'subscribers'}`;
  const modes = `${active('each')} get each message, ${active('digest')} a daily digest, ${active('mine')} their threads`;
  return `${total} (${modes}, ${of((one) => one.state === 'suspended')} suspended)\n`;
}

const MODES: readonly string[] = ['each', 'digest', 'mine'];

/** All of the file, or nothing: a fault is told with its line. */
async function add(database: Database, list: MailList, file: string, language: string): Promise<number> {
  const lines = readLines(file);
  const now = Math.floor(Date.now() / 1000);
  const rows = lines.flatMap((line, at) => {
    const [text = '', mode = 'each', spoken = language] = line.split(',').map((cell) => cell.trim());
    if (text === '' || text.startsWith('#')) return [];
    const address = readMailAddress(text);
    if (address === undefined || !MODES.includes(mode || 'each'))
      throw new Invalid(`${file}, line ${at + 1}: this is no subscriber.`, 'Write ADDRESS,MODE,LANGUAGE.');
    return {
      id: newId(),
      list: list.name,
      address,
      folded: foldAddress(address),
      language: spoken || language,
      mode: (mode || 'each') as SubscriberTable['mode'],
      since: now,
    };
  });
  let added = 0;
  await database.write(async (writer) => {
    for (const row of rows) {
      if (await subscriberAt(writer, list.name, row.folded)) continue;
      await saveSubscriber(writer, row);
      added++;
    }
  });
  process.stdout.write(`${list.name}: ${added} added, ${rows.length - added} there already\n`);
  return DONE;
}

async function remove(database: Database, list: MailList, text: string): Promise<number> {
  const address = readMailAddress(text);
  const removed = await database.write(async (writer) => {
    const known = address && (await subscriberAt(writer, list.name, foldAddress(address)));
    return known ? await removeSubscriber(writer, known.id) : false;
  });
  if (!removed)
    throw new NotFound(`${text} is not subscribed to ${list.name}.`, 'See greffe list subscribers --export.');
  process.stdout.write(`${list.name}: ${address} is no longer subscribed\n`);
  return DONE;
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').split(/\r?\n/);
  } catch (cause) {
    throw new Invalid(`The file ${file} cannot be read.`, 'Name one that exists with --add.', { cause });
  }
}
