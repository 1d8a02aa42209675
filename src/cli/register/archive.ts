import { readArchive } from '../../config/archive.ts';
import { Invalid } from '../../config/errors.ts';
import { type ArchiveOutcome, archiveRound } from '../../register/archive/archive.ts';
import { HeritageClient } from '../../register/archive/heritage-client.ts';
import { type Command, DONE, FAILED } from '../command.ts';
import { showBar } from '../progress.ts';
import { REGISTER_OPTIONS, REGISTER_OPTIONS_HELP, withRegister } from './open.ts';

/** More than a run gets through with any quota. */
const DEFAULT_LIMIT = 1_000;

export const archiveRegister: Command = {
  name: 'archive',
  summary: 'ask Software Heritage what it has of the register',
  help: `Usage: greffe register archive [--save] [--limit N]

Asks Software Heritage (archive.softwareheritage.org) which repositories it has archived, as many as its quota allows, and
records that: one commit, none when nothing is new. The next run goes on. What is archived is asked again after a month, what
is not after a week.

  --save             ask for what it has not to be archived (the same as archive: save in the settings)
  --limit N          so many repositories at most (default: ${DEFAULT_LIMIT})

${REGISTER_OPTIONS_HELP}
Environment: GREFFE_FORGE_TOKENS (archive.softwareheritage.org=TOKEN: a larger quota), GREFFE_HARVEST_CONTACT (for the
User-Agent), GREFFE_ARCHIVE_URL (another archive of the same kind).
`,
  options: { ...REGISTER_OPTIONS, save: { type: 'boolean' }, limit: { type: 'string' } },
  positionals: 0,
  run: async (values) => {
    const limit = readLimit(values.limit);
    const client = new HeritageClient(readArchive(process.env));
    return await withRegister(values, async ({ wiki, register, context }) => {
      const site = await wiki.site();
      const bar = showBar();
      const outcome = await archiveRound({
        database: wiki.database,
        register,
        context,
        client,
        now: Math.floor(Date.now() / 1000),
        limit,
        saves: values.save === true || site?.settings.register?.archive === 'save',
        onProgress: (done) => bar.show('Repositories', done, limit),
      }).finally(bar.end);
      return report(outcome);
    });
  },
};

function readLimit(written: string | boolean | undefined): number {
  const limit = Number(written ?? DEFAULT_LIMIT);
  if (!Number.isInteger(limit) || limit < 1)
    throw new Invalid(`${JSON.stringify(written)} is no number of repositories.`, 'Write --limit 100.');
  return limit;
}

function report({ archived, absent, saved, faults, left, pausedUntil, commit }: ArchiveOutcome): number {
  const parts = [
    `${archived} archived`,
    `${absent} not`,
    ...(['accepted', 'pending', 'rejected'] as const).flatMap((status) =>
      saved[status] > 0 ? [`${saved[status]} requests to save ${status}`] : [],
    ),
    `${left} left`,
    ...(commit === undefined ? ['nothing new'] : []),
  ];
  process.stdout.write(`${parts.join(', ')}\n`);
  if (pausedUntil !== undefined)
    process.stderr.write(
      `greffe: Software Heritage is not to be asked before ${new Date(pausedUntil * 1000).toISOString()}. Run it again then.\n`,
    );
  if (faults > 0)
    process.stderr.write(
      `greffe: Software Heritage did not say of ${faults}. They are asked for again later.\n`,
    );
  return faults > 0 && archived + absent === 0 ? FAILED : DONE;
}
