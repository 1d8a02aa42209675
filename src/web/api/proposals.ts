import { z } from 'zod';
import { readTrial } from '../../proposals/trial.ts';
import { messagesOfRevision } from '../../store/proposal-messages.ts';
import type { ProposalState, ProposalTable, RevisionTable } from '../../store/proposal-tables.ts';
import { proposalNumbered, proposalsBefore } from '../../store/proposals.ts';
import { revisionById, revisionsOf, seriesBefore } from '../../store/revisions.ts';
import type { Finding } from '../../wiki/checks/finding.ts';
import type { Answer } from '../answer.ts';
import { type Context, messagesOf } from '../context.ts';
import { messageHref } from '../lists/list-addresses.ts';
import { publicLists } from '../lists/list-place.ts';
import { personName } from '../lists/shielded.ts';
import { PROPOSALS } from '../proposals/addresses.ts';
import { askProposal } from '../proposals/shown-proposal.ts';
import { rfc3339 } from '../rfc3339.ts';
import { readCursor } from './cursor.ts';
import { namedList, noList } from './lists.ts';
import { operation, operationAddress } from './operation.ts';
import { nextAddress } from './paging.ts';
import { cursor, limit } from './parameters.ts';
import { problemAnswer } from './problem.ts';
import { dateTime, next, string, url } from './values.ts';

const STATES = ['proposed', 'needs_revision', 'superseded', 'approved', 'applied', 'rejected'] as const;
const VERDICTS = ['pending', 'incomplete', 'applies', 'conflict', 'already', 'refused', 'invalid'] as const;
export const LAST = 2 ** 31 - 1;

export const proposal = z.object({
  number: z.int(),
  title: string('Corriger un lien'),
  state: z.enum(STATES),
  list: string('contributions'),
  sender: string('Ada Exemple'),
  createdAt: dateTime('When its first patch came'),
  changedAt: dateTime('When it, or what became of it, last changed'),
  appliedCommit: string('4c1f…').nullable().describe('The commit of the wiki that holds it.'),
  url: url('Where people read it.', `${PROPOSALS}1`),
  apiUrl: url('The same, for programs.', '/-/api/v1/proposals/1'),
});

const revision = z.object({
  version: z.int(),
  announced: z.int().describe('How many patches it says it has.'),
  received: z.int().describe('How many of them have come.'),
  hasCoverLetter: z.boolean(),
  messageIds: z.array(string('20260310090000.1-1-ada@office.example')).describe('In their order.'),
  firstAt: dateTime('When the first of it came'),
  verdict: z
    .enum(VERDICTS)
    .describe('How it fares on the wiki of today; of an older version, when it last counted.'),
  files: z.array(string('guides/publier-son-code.md')),
});

const series = revision.extend({
  sender: string('Ada Exemple'),
  proposal: z.int(),
  state: z.enum(STATES).describe('Of its proposal; superseded where a newer version counts.'),
  proposalUrl: url('Its proposal, for programs.', '/-/api/v1/proposals/1'),
});

const findingSummary = z.object({ rule: string('image-alt'), path: string('index.md'), line: z.int() });

export const proposalList = z.object({ items: z.array(proposal), next });
export const proposalDetail = proposal.extend({
  revisions: z.array(revision).describe('The one that counts last.'),
  applies: z.boolean(),
  findings: z.object({ added: z.array(findingSummary), removed: z.array(findingSummary) }),
  threadUrl: url('Its discussion.', '/-/lists/contributions/20260310090000.1-1-ada@office.example/t/'),
});
export const seriesList = z.object({ items: z.array(series), next });

const proposalLister = { id: 'listProposals', path: '/proposals' };

/** `/proposals`: what is proposed, the newest first. */
export const listProposals = operation({
  ...proposalLister,
  query: z.object({ state: z.enum(STATES).optional(), limit: limit(30, 100), cursor }),
  answer: proposalList,
  async respond(call) {
    const { context, query } = call;
    const found = await context.ask(proposalsBefore, {
      lists: publicLists(context, context.site.defaultLanguage).map(({ name }) => name),
      ...(query.state && { states: [query.state as ProposalState] }),
      before: Number(readCursor<string>(proposalLister.id, query.cursor, 'string') ?? LAST),
      limit: query.limit + 1,
    });
    const shown = found.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      value: {
        items: shown.map((row) => proposalValue(context, row)),
        next:
          found.length > query.limit && last ? nextAddress(call, proposalLister, String(last.number)) : null,
      },
    };
  },
});

/** `/proposals/{number}`: one of them. */
export const getProposal = operation({
  id: 'getProposal',
  path: '/proposals/{number}',
  examples: ['1'],
  query: z.object({}),
  answer: proposalDetail,
  problems: [404],
  async respond({ context, names: [number = ''] }) {
    const { site, origin } = context;
    const shown = await askProposal(context, Number(number), site.defaultLanguage);
    const list = shown && namedList(context, shown.proposal.list);
    if (!shown || !list) return noProposal();
    const revisions = await context.ask(revisionsOf, shown.proposal.number);
    const { added, removed } = shown.trial.findings ?? { added: [], removed: [] };
    const summary = (findings: readonly Finding[]) =>
      findings.map(({ rule, path, line }) => ({ rule, path, line }));
    return {
      value: {
        ...proposalValue(context, shown.proposal),
        revisions: await Promise.all(revisions.map((row) => revisionValue(context, row))),
        applies: shown.revision.verdict === 'applies',
        findings: { added: summary(added), removed: summary(removed) },
        threadUrl: origin + messageHref(site, list, shown.messages[0]?.message_id ?? '', 't/'),
      },
    };
  },
});

const seriesLister = { id: 'listSeries', path: '/lists/{name}/series' };

/** `/lists/{name}/series`: the series of patches that came to a list, the newest first. */
export const listSeries = operation({
  ...seriesLister,
  examples: ['contributions'],
  query: z.object({ limit: limit(30, 100), cursor }),
  answer: seriesList,
  problems: [404],
  async respond(call) {
    const { context, query, names } = call;
    const list = namedList(context, names[0]);
    if (!list) return noList(context);
    const before = Number(readCursor<string>(seriesLister.id, query.cursor, 'string') ?? LAST);
    const found = await context.ask(seriesBefore, list.name, before, query.limit + 1);
    const shown = found.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      value: {
        items: await Promise.all(shown.map((row) => seriesValue(context, row))),
        next: found.length > query.limit && last ? nextAddress(call, seriesLister, String(last.id)) : null,
      },
    };
  },
});

export function noProposal(): Answer {
  return problemAnswer(404, { detail: 'The wiki has no proposal of this number that anyone may read.' });
}

export function proposalValue(context: Context, row: ProposalTable): z.infer<typeof proposal> {
  const { origin, site } = context;
  const nobody = messagesOf(context, site.defaultLanguage).lists.nobody;
  return {
    number: row.number,
    title: row.title,
    state: row.state,
    list: row.list,
    sender: personName(row.from_name, row.from_address, nobody),
    createdAt: rfc3339(row.created_at),
    changedAt: rfc3339(row.changed_at),
    appliedCommit: row.applied,
    url: `${origin}${PROPOSALS}${row.number}`,
    apiUrl: origin + operationAddress('/proposals/{number}', String(row.number)),
  };
}

async function revisionValue(context: Context, row: RevisionTable): Promise<z.infer<typeof revision>> {
  const messages = await context.ask(messagesOfRevision, row.id);
  return {
    version: row.version,
    announced: row.total,
    received: messages.filter(({ kind }) => kind === 'patch').length,
    hasCoverLetter: messages.some(({ kind }) => kind === 'cover'),
    messageIds: messages.map(({ message_id }) => message_id),
    firstAt: rfc3339(row.first_at),
    verdict: row.verdict,
    files: [...readTrial(row).paths],
  };
}

async function seriesValue(context: Context, row: RevisionTable): Promise<z.infer<typeof series>> {
  const { ask, origin } = context;
  const own = await ask(proposalNumbered, row.proposal);
  const counts = own && (await ask(revisionById, own.revision));
  const nobody = messagesOf(context, context.site.defaultLanguage).lists.nobody;
  return {
    ...(await revisionValue(context, row)),
    sender: own ? personName(own.from_name, own.from_address, nobody) : nobody,
    proposal: row.proposal,
    state: counts?.id === row.id ? (own?.state ?? 'proposed') : 'superseded',
    proposalUrl: origin + operationAddress('/proposals/{number}', String(row.proposal)),
  };
}
