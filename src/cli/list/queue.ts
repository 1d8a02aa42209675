import { NotFound } from '../../config/errors.ts';
import type { Database } from '../../store/database.ts';
import {
  type DeliverySummary,
  queuedDeliveries,
  queueLength,
  retryNow,
  settle,
} from '../../store/deliveries.ts';
import { type Command, DONE } from '../command.ts';
import { LIST_OPTIONS, LIST_OPTIONS_HELP, namedList, stringOf, withLists } from './open.ts';

const HELP = `Usage: greffe list queue [NAME] [--retry] [--drop ID]

Shows what is on its way out, the next first: of the list NAME, or of all.

  --retry     has what was put off tried at once
  --drop ID   gives a copy up

${LIST_OPTIONS_HELP}`;

interface QueueOptions {
  readonly list?: string | undefined;
  readonly retry?: boolean | undefined;
  readonly drop?: string | undefined;
}

const MAX_SHOWN = 200;

export const queue: Command = {
  name: 'queue',
  summary: 'show or change what is on its way out',
  help: HELP,
  options: { ...LIST_OPTIONS, retry: { type: 'boolean' }, drop: { type: 'string' } },
  positionals: 1,
  run: (values, [name]) =>
    withLists(values, async ({ database, lists }) => {
      const list = name === undefined ? undefined : namedList(lists, name).name;
      return await listQueue(database, { list, retry: values.retry === true, drop: stringOf(values.drop) });
    }),
};

async function listQueue(database: Database, { list, retry, drop }: QueueOptions): Promise<number> {
  const now = Math.floor(Date.now() / 1000);
  if (drop !== undefined) {
    const [known] = (await queuedDeliveries(database.reader, undefined, 1_000_000)).filter(
      ({ id }) => id === drop,
    );
    if (!known) throw new NotFound(`There is no copy ${drop} on its way.`, 'See greffe list queue.');
    await database.write((writer) => settle(writer, [drop]));
    process.stdout.write(`${drop} (to ${known.recipient}) is given up\n`);
    return DONE;
  }
  if (retry) {
    const tried = await database.write((writer) =>
      retryNow(writer, list === undefined ? 'all' : { list }, now),
    );
    process.stdout.write(`${tried} ${tried === 1 ? 'copy is' : 'copies are'} tried again now\n`);
    return DONE;
  }
  const queued = await queuedDeliveries(database.reader, list, MAX_SHOWN);
  for (const one of queued) process.stdout.write(line(one, now));
  const { waiting, putOff } = await queueLength(database.reader);
  process.stdout.write(`${waiting} on their way, ${putOff} of them put off after a failure\n`);
  return DONE;
}

function line(
  { id, list, recipient, message_id, due_at, attempts, last_error }: DeliverySummary,
  now: number,
): string {
  const when = due_at <= now ? 'now' : `in ${Math.ceil((due_at - now) / 60)} min`;
  const failed =
    attempts === 0 ? '' : `, failed ${attempts} ${attempts === 1 ? 'time' : 'times'}: ${last_error}`;
  return `${id}  ${list}  ${recipient}  <${message_id}>  ${when}${failed}\n`;
}
