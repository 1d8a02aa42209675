import { z } from 'zod';
import { DEFAULT_SCORE } from '../../../config/register-settings.ts';
import { codeAddress } from '../../../register/address.ts';
import { type RepositoryRecord, repositoryRecord } from '../../../register/record.ts';
import { type ScoreReason, scoreParts } from '../../../register/score.ts';
import { codeRepository, codeRepositoryOf } from '../../../store/code-addresses.ts';
import { harvestedAt } from '../../../store/code-harvests.ts';
import type { CodeRepositoryTable } from '../../../store/code-tables.ts';
import { softwareOfRepository } from '../../../store/software-listing.ts';
import type { Context } from '../../context.ts';
import { remarkableOf } from '../../register/register-files.ts';
import { rfc3339 } from '../../rfc3339.ts';
import { movedTo } from '../moved-to.ts';
import { operation, operationAddress } from '../operation.ts';
import { problemAnswer } from '../problem.ts';
import { softwareNamed, softwareNamedAt } from '../software/software-named.ts';
import { dateTime, string } from '../values.ts';
import { hasRegister, noRegister } from './register-place.ts';
import { REPOSITORY, repositorySummaries, repositorySummary } from './repository-summary.ts';

const scorePart = z.object({
  reason: z.enum(Object.keys(DEFAULT_SCORE) as [ScoreReason, ...ScoreReason[]]),
  points: z.int().describe('What it adds: 0 where it does not apply.'),
  possible: z.int().describe('What it adds where it applies.'),
  isKnown: z
    .boolean()
    .meta({ examples: [true] })
    .describe('Whether anybody looked.'),
});

const record = repositoryRecord
  .meta({
    examples: [
      repositoryRecord.parse({
        key: '0f1e2d3c4b5a69788796',
        aliases: ['gitlab.example/ville/portail'],
        name: 'portail',
        organization_name: 'ville',
        platform: 'GitLab',
        repository_url: 'https://gitlab.example/ville/portail',
      }),
    ],
  })
  .describe('Its file in the register, as it is kept there: null is “nobody said”.');

export const repository = repositorySummary.extend({
  formerAddresses: z.array(string('gitlab.example/mairie/portail')),
  isRemarkable: z.boolean().describe('Whether the list of remarkable projects names it.'),
  scoreParts: z.array(scorePart).describe('What its score is the sum of.'),
  software: z.array(softwareNamed).describe('The supported software that it is the source of.'),
  harvestedAt: dateTime('When its account was last listed whole').nullable(),
  record,
});

/** `/code/repositories/{address}`: one, by its address, whatever it was called, or by its key. */
export const getRepository = operation({
  id: 'getRepository',
  path: REPOSITORY,
  examples: ['gitlab.example/ville/portail'],
  query: z.object({}),
  answer: repository,
  mayMove: true,
  problems: [404],
  async respond({ context, names: [name = ''] }) {
    if (!(await hasRegister(context))) return noRegister();
    const row = await repositoryNamed(context, name);
    if (!row)
      return problemAnswer(404, {
        detail:
          'The register has no repository of this address. Write it as lists do, the host of the forge first: gitlab.example/account/name.',
      });
    if (row.address !== name) return movedTo(context, operationAddress(REPOSITORY, row.address));
    return { value: await repositoryValue(context, row) };
  },
});

async function repositoryNamed({ ask }: Context, name: string): Promise<CodeRepositoryTable | undefined> {
  // A whole address may have lost one of its slashes on the way.
  const address = codeAddress(name.replace(/^(?:https?:\/+)?/i, 'https://'))?.alias ?? name;
  return (await ask(codeRepository, address)) ?? (await ask(codeRepositoryOf, name));
}

async function repositoryValue(
  context: Context,
  row: CodeRepositoryTable,
): Promise<z.infer<typeof repository>> {
  const { ask, site } = context;
  const record = JSON.parse(row.record) as RepositoryRecord;
  const [summary] = await repositorySummaries(context, [row]);
  const remarkable = (await remarkableOf(context)) ?? [];
  const listed = await ask(harvestedAt, row.account);
  const software = site.settings.software ? await ask(softwareOfRepository, row.address) : [];
  return {
    ...(summary as NonNullable<typeof summary>),
    formerAddresses: record.aliases.filter((alias) => alias !== row.address),
    isRemarkable: remarkable.some(({ alias }) => alias !== undefined && record.aliases.includes(alias)),
    scoreParts: scoreParts(record, site.settings.register?.score ?? DEFAULT_SCORE).map((part) => ({
      ...part,
    })),
    software: software.map((one) => softwareNamedAt(context, one)),
    harvestedAt: listed === undefined ? null : rfc3339(listed),
    record,
  };
}
