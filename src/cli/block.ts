import { Invalid, NotFound } from '../config/errors.ts';
import { kindOf, readBlock } from '../mail/moderation/blocks.ts';
import { addBlock, endBlock, type NotBlocked } from '../members/block.ts';
import type { BlockKind } from '../store/abuse-tables.ts';
import { allBlocks } from '../store/blocks.ts';
import { type Command, type CommandGroup, DONE, type Values } from './command.ts';
import { stringOf } from './list/open.ts';
import { endOf, seconds } from './member.ts';
import { type OpenedWiki, openWiki, WIKI_OPTIONS } from './open-wiki.ts';
import { OPERATOR } from './with-members.ts';

const OPTIONS = { ...WIKI_OPTIONS, wiki: { type: 'string' }, text: { type: 'boolean' } } as const;

const OPTIONS_HELP = `  --wiki REPOSITORY  the wiki, as for greffe serve (default: .)
  --data DIR         where its blocks are kept, as for greffe serve
  --config FILE      settings that go before those of the repository's greffe.yml

It may run while greffe serve does. Exit codes: 0 done, 1 could not, 2 not understood.
`;

const add: Command = {
  name: 'add',
  summary: 'take nothing more of an address, a domain, a network, or with some words',
  help: `Usage: greffe block add WHAT [--text] [--reason WHY] [--until DAY]

WHAT is a mail address, a domain (those below it too), or a network (192.0.2.0/24, 2001:db8::/32, or one address): no form,
mail, or link to sign in is taken from there. With --text it is words or a link that no form or mail may hold, in which *
stands for what has no white space: 'casino en ligne', 'spam.example/*'. Those who are refused are not told why.

  --text             WHAT is words, or a link
  --reason WHY       for those who keep the wiki
  --until DAY        the last day: 2027-01-31

${OPTIONS_HELP}`,
  options: { ...OPTIONS, reason: { type: 'string' }, until: { type: 'string' } },
  positionals: 1,
  run: (values, [typed = '']) =>
    withWiki(values, async ({ wiki }) => {
      const until = endOf(stringOf(values.until));
      const blocking = { kind: kind(values, typed), typed, reason: stringOf(values.reason) ?? '', until };
      const site = await wiki.site();
      const place = { lists: site?.settings.lists ?? {}, by: OPERATOR, now: seconds() };
      const block = await wiki.database.write((writer) => addBlock(writer, blocking, place));
      if ('fault' in block) throw notBlocked(block.fault, typed, blocking.kind);
      process.stdout.write(`${block.kind} ${block.pattern} is blocked\n`);
      return DONE;
    }),
};

const listBlocks: Command = {
  name: 'list',
  summary: 'say what is blocked',
  help: `Usage: greffe block list

A line for each, with tabs between: KIND, WHAT, SINCE, UNTIL, BY, REASON.

${OPTIONS_HELP}`,
  options: OPTIONS,
  positionals: 0,
  run: (values) =>
    withWiki(values, async ({ wiki }) => {
      const day = (time: number | null) =>
        time === null ? '' : new Date(time * 1000).toISOString().slice(0, 10);
      for (const { kind, pattern, added_at, until, added_by, reason } of await allBlocks(
        wiki.database.reader,
      ))
        process.stdout.write(`${[kind, pattern, day(added_at), day(until), added_by, reason].join('\t')}\n`);
      return DONE;
    }),
};

const remove: Command = {
  name: 'remove',
  summary: 'block something no more',
  help: `Usage: greffe block remove WHAT [--text]

${OPTIONS_HELP}`,
  options: OPTIONS,
  positionals: 1,
  run: (values, [typed = '']) =>
    withWiki(values, async ({ wiki }) => {
      const block = readBlock(kind(values, typed), typed);
      const place = { by: OPERATOR, now: seconds() };
      const isDone =
        !('fault' in block) && (await wiki.database.write((writer) => endBlock(writer, block, place)));
      if (!isDone) throw new NotFound(`${typed} is not blocked.`, 'See greffe block list.');
      process.stdout.write(`${typed} is not blocked any more\n`);
      return DONE;
    }),
};

export const block: CommandGroup = {
  name: 'block',
  summary: 'say of whom a wiki takes nothing',
  commands: [add, listBlocks, remove],
};

const kind = ({ text }: Values, typed: string): BlockKind => (text ? 'text' : kindOf(typed));

function notBlocked(fault: NotBlocked, typed: string, as: BlockKind): Invalid {
  if (fault === 'everything')
    return new Invalid(`${typed} would block everybody, or nearly.`, 'Name less: a /24 rather than a /0.');
  if (fault === 'keeper')
    return new Invalid(
      `${typed} would block somebody who keeps this wiki or a list.`,
      'Take their role back first: greffe member revoke, or the moderators of greffe.yml.',
    );
  if (fault === 'expression')
    return new Invalid(
      `${typed} is a regular expression.`,
      'Write words, where * stands for what has no space.',
    );
  if (fault === 'past') return new Invalid('That day is past.', 'Name one to come, or none.');
  const remedy = 'Name an address, a domain, a network such as 192.0.2.0/24, or words with --text.';
  return new Invalid(`${typed === '' ? 'Nothing' : typed} cannot be read as ${as}.`, remedy);
}

async function withWiki(values: Values, work: (opened: OpenedWiki) => Promise<number>): Promise<number> {
  const opened = await openWiki(values, stringOf(values.wiki) ?? '.');
  try {
    return await work(opened);
  } finally {
    await opened.wiki.close();
  }
}
