import { z } from 'zod';
import { proposalNumbered } from '../../store/proposals.ts';
import type { Answer } from '../answer.ts';
import { proposalFor, takeDecision } from '../proposals/take-decision.ts';
import { operation } from './operation.ts';
import { problemAnswer } from './problem.ts';
import { noProposal, proposal, proposalValue } from './proposals.ts';

export const decided = proposal.extend({
  taken: z.boolean().describe('Whether the decision was taken; somebody else may have decided before.'),
});

/** `POST /proposals/{number}/decision`: decides of a proposal. */
export const decideProposal = operation({
  id: 'decideProposal',
  path: '/proposals/{number}/decision',
  examples: ['1'],
  scope: 'api:write',
  method: 'POST',
  query: z.object({}),
  body: z.object({
    decision: z.enum(['apply', 'approve', 'revise', 'reject']).meta({ examples: ['approve'] }),
    version: z.int().min(0).describe('Of the proposal, as it was read: another one is not decided of.'),
    because: z
      .string()
      .max(2_000)
      .default('')
      .meta({ examples: ['Thank you.'] }),
  }),
  answer: decided,
  problems: [404, 409],
  async respond({ context, names: [number = ''], caller, sent }) {
    const { site, wiki } = context;
    const { decision, version, because } = sent;
    const found = /^\d{1,9}$/.test(number)
      ? await proposalFor(context, caller, Number(number), site.defaultLanguage)
      : undefined;
    if (!found || found.shown.revision.proposal !== Number(number)) return noProposal();
    const { shown, decides } = found;
    if (!decides) return notYours();
    if (shown.revision.version !== version)
      return problemAnswer(409, {
        detail: `The version that counts is ${shown.revision.version}: look at it, and decide again.`,
      });
    const done = await takeDecision(context, caller.address, shown, { kind: decision, because });
    if (done === 'refused') return notYours();
    await context.proposals?.settled();
    const after = (await proposalNumbered(wiki.database.reader, Number(number))) ?? shown.proposal;
    return { value: { ...proposalValue(context, after), taken: done === 'taken' } };
  },
});

function notYours(): Answer {
  return problemAnswer(403, {
    detail: 'This proposal is of another list, or changes files outside what you keep.',
  });
}
