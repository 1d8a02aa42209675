import { z } from 'zod';
import { RULE_NAMES, SEVERITIES } from '../../config/check-rules.ts';
import {
  countFindings,
  type FindingFilter,
  isChosen,
  type RatedFinding,
  readFindings,
} from '../../wiki/checks/survey.ts';
import { isWithin } from '../../wiki/navigation.ts';
import { folderOf } from '../../wiki/paths.ts';
import { type Context, messagesOf } from '../context.ts';
import type { Messages } from '../messages/messages.ts';
import { readCursor } from './cursor.ts';
import { operation } from './operation.ts';
import { nextAddress } from './paging.ts';
import { cursor, folder, language, limit, list } from './parameters.ts';
import { absolute, next, path, string, url } from './values.ts';

/** How many files are read at a time, until there is enough. */
const FILES = 50;

const finding = z.object({
  rule: string('dead-link').describe('The name of the rule; there may be new ones.'),
  severity: z.enum(SEVERITIES),
  path,
  line: z.int().describe('From 1.'),
  column: z.int().describe('From 1, in UTF-16 code units.'),
  message: string('The link “publier.md” leads nowhere; the nearest name is “guides/publish.md”.').describe(
    'What is wrong, in the language asked for where the interface speaks it.',
  ),
  times: z.int().describe('How many findings this one stands for: beyond a hundred, they are only counted.'),
  fix: z
    .object({ before: string('publier.md'), after: string('publish.md') })
    .nullable()
    .describe('The text to replace there, and by what.'),
  sourceUrl: url('The file as it is written.', '/-/raw/guides/publier-son-code.md'),
});

export const findingList = z.object({
  total: z.int().describe('How many findings the filters let through.'),
  items: z.array(finding).describe('By file and line.'),
  next,
});

const query = z.object({
  rule: list(RULE_NAMES),
  severity: list(SEVERITIES),
  folder,
  language,
  limit: limit(100, 500),
  cursor,
});

const lister = { id: 'listFindings', path: '/findings' };

/** Where a list of findings goes on: the file, and how many of its findings come before. */
interface Start {
  readonly path: string;
  readonly skip: number;
}

/** `/findings`: what the checks find, as the settings of the wiki see it. */
export const listFindings = operation({
  ...lister,
  query,
  answer: findingList,
  async respond(call) {
    const { context, query } = call;
    const filter = { rules: query.rule ?? [], severities: query.severity ?? [], sections: [], files: [] };
    const start = readStart(readCursor<string>(lister.id, query.cursor, 'string'));
    const counts = (await countFindings(context.ask, context.site)).filter(
      (count) => isChosen(count, filter) && isBelow(count.path, query.folder),
    );
    const paths = [...new Set(counts.map(({ path }) => path))];
    const first = paths.findIndex((path) => path >= start.path);
    const found =
      first === -1 ? [] : await findingsFrom(context, paths.slice(first), filter, start, query.limit + 1);
    const shown = found.slice(0, query.limit);
    const messages = messagesOf(context, query.language ?? context.site.defaultLanguage);
    return {
      value: {
        total: counts.reduce((sum, { times }) => sum + times, 0),
        items: shown.map((one) => findingValue(context, one, messages)),
        next: found.length > query.limit ? nextAddress(call, lister, writeStart(shown, start)) : null,
      },
    };
  },
});

function isBelow(path: string, folder = ''): boolean {
  return folder === '' || isWithin(folderOf(path), folder);
}

async function findingsFrom(
  { ask, site }: Context,
  paths: readonly string[],
  filter: FindingFilter,
  start: Start,
  enough: number,
): Promise<RatedFinding[]> {
  const found: RatedFinding[] = [];
  for (let at = 0; at < paths.length && found.length < enough; at += FILES) {
    const read = (await readFindings(ask, paths.slice(at, at + FILES), site)).filter((one) =>
      isChosen(one, filter),
    );
    found.push(...(at === 0 && paths[0] === start.path ? read.slice(start.skip) : read));
  }
  return found;
}

function readStart(position: string | undefined): Start {
  const [, skip = '0', path = ''] = /^(\d{1,9}):(.*)$/s.exec(position ?? '') ?? [];
  return { path, skip: Number(skip) };
}

function writeStart(shown: readonly RatedFinding[], start: Start): string {
  const path = shown.at(-1)?.path ?? '';
  const own = shown.filter((one) => one.path === path).length;
  return `${own + (path === start.path ? start.skip : 0)}:${path}`;
}

function findingValue(context: Context, found: RatedFinding, { checks }: Messages): z.infer<typeof finding> {
  const { rule, severity, path, line, column, times, fix } = found;
  return {
    rule,
    severity,
    path,
    line,
    column,
    message: checks.sentence(found),
    times,
    fix: fix ? { before: fix.before, after: fix.after } : null,
    sourceUrl: absolute(context, `/-/raw/${path}`),
  };
}
