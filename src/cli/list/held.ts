import { Invalid, NotFound } from '../../config/errors.ts';
import { type Decision, decide } from '../../mail/moderation/decide.ts';
import { type HeldSummary, heldOf } from '../../store/held.ts';
import { type Command, DONE, type Values } from '../command.ts';
import {
  counted,
  LIST_OPTIONS,
  LIST_OPTIONS_HELP,
  namedList,
  type OpenedLists,
  stringOf,
  withLists,
} from './open.ts';

export const held: Command = {
  name: 'held',
  summary: 'show the messages that wait for a moderator, and decide of them',
  help: `Usage: greffe list held [NAME]
       greffe list held --approve ID | --refuse ID --because TEXT | --discard ID

Shows the messages that wait in the list NAME, or in all, the oldest first; or decides of one.

  --approve ID       has it archived and sent to the subscribers; greffe serve does it
  --refuse ID        sends it back to its writer, with the words of --because
  --discard ID       forgets it; nobody is told

${LIST_OPTIONS_HELP}`,
  options: {
    ...LIST_OPTIONS,
    approve: { type: 'string' },
    refuse: { type: 'string' },
    because: { type: 'string' },
    discard: { type: 'string' },
  },
  positionals: 1,
  run: (values, [name]) =>
    withLists(values, async (opened) => {
      const asked = decisionOf(values);
      if (asked) return await decideOf(opened, asked);
      const shown = name === undefined ? opened.lists : [namedList(opened.lists, name)];
      for (const list of shown) {
        const waiting = await heldOf(opened.database.reader, list.name);
        process.stdout.write(`${list.name}: ${counted(waiting.length)} held\n${waiting.map(line).join('')}`);
      }
      return DONE;
    }),
};

interface Asked {
  readonly id: string;
  readonly decision: Decision;
}

function decisionOf(values: Values): Asked | undefined {
  const asked = (['approve', 'refuse', 'discard'] as const).flatMap((kind) => {
    const id = stringOf(values[kind]);
    return id === undefined ? [] : [{ kind, id }];
  });
  const [first, second] = asked;
  if (!first) return undefined;
  if (second) throw new Invalid('One decision at a time.', 'See greffe list held --help.');
  const { kind, id } = first;
  if (kind !== 'refuse') return { id, decision: { kind } };
  const because = stringOf(values.because)?.trim();
  if (!because) throw new Invalid('Its writer is told why.', 'Say it with --because TEXT.');
  return { id, decision: { kind, because } };
}

async function decideOf({ database, lists, site }: OpenedLists, { id, decision }: Asked): Promise<number> {
  const now = Math.floor(Date.now() / 1000);
  const isDone = await database.write((writer) => decide(writer, id, decision, { lists, site, now }));
  if (!isDone) throw new NotFound(`No message ${id} waits.`, 'See greffe list held.');
  const done = { approve: 'approved', refuse: 'refused', discard: 'discarded' }[decision.kind];
  process.stdout.write(`${id} is ${done}\n`);
  return DONE;
}

function line({ id, from_address, subject, reason, held_at }: HeldSummary): string {
  const day = new Date(held_at * 1000).toISOString().slice(0, 16).replace('T', ' ');
  return `  ${id}  ${day}  ${from_address}  ${JSON.stringify(subject)} (${reason})\n`;
}
