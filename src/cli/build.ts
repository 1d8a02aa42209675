import { availableParallelism } from 'node:os';
import { Invalid } from '../config/errors.ts';
import { commitAt, lastSeq } from '../store/history.ts';
import { type BuildReport, buildSite } from '../web/static/build-site.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { type Command, DONE, FAILED } from './command.ts';
import { openPages, WIKI_OPTIONS } from './open-wiki.ts';
import { showBar, showProgress } from './progress.ts';

const MAX_JOBS = 64;

/** Failures told one by one. */
const MAX_TOLD = 20;

export const build: Command = {
  name: 'build',
  summary: 'write a wiki as a site of plain files',
  help: `Usage: greffe build REPOSITORY OUT [--base URL] [--history] [--no-search] [--sources] [--jobs N]
                    [--data DIR] [--config FILE]

Writes the whole site of REPOSITORY into the folder OUT, for any host of files. OUT is replaced whole, once all is made;
a file that did not change is not written again.

  REPOSITORY     as for greffe serve
  OUT            a folder that does not exist, is empty, or was written by greffe build
  --base URL     the public address of the site, which may have a path (default: url of greffe.yml)
  --history      also write the history of each page, and what each change did
  --no-search    leave out the search
  --sources      also write the source of each page, as Markdown
  --jobs N       how many threads make pages (default: as many as there are processors)
  --data DIR     where the index is kept
  --config FILE  settings that go before those of the repository's greffe.yml

"Next" and "past" in calendars are counted from the newest commit, so that a commit always gives the same site; from
SOURCE_DATE_EPOCH (seconds since 1970) where the environment has it.

Exit codes: 0 the site is written, 1 something could not be made, 2 not understood.
`,
  options: {
    ...WIKI_OPTIONS,
    base: { type: 'string' },
    jobs: { type: 'string' },
    history: { type: 'boolean' },
    'no-search': { type: 'boolean' },
    sources: { type: 'boolean' },
  },
  positionals: 2,
  async run(values, [location, out]) {
    if (location === undefined || out === undefined)
      throw new Invalid(
        'Two places are needed: the wiki, and the folder of the site.',
        'See greffe build --help.',
      );
    const jobs = readJobs(values.jobs);
    const asked = readBase(values.base);
    const { wiki, operator } = await openPages(values, location);
    const begun = performance.now();
    const endProgress = showProgress(wiki);
    const bar = showBar();
    try {
      await wiki.update();
      endProgress();
      const base = asked ?? readBase((await wiki.site())?.settings.url);
      if (base === undefined)
        process.stderr.write(
          `greffe: The feeds and the map of the site say ${LOCAL}: name its public address with --base, or as url in greffe.yml.\n`,
        );
      const report = await buildSite(wiki, {
        base: base ?? LOCAL,
        out,
        jobs,
        history: values.history === true,
        search: values['no-search'] !== true,
        sources: values.sources === true,
        now: await present(wiki),
        dataFolder: operator.dataFolder,
        database: operator.database,
        onProgress: bar.show,
      });
      bar.end();
      return tell(report, out, performance.now() - begun);
    } finally {
      endProgress();
      bar.end();
      await wiki.close();
    }
  },
};

const LOCAL = 'http://localhost';

function tell({ files, written, failures, leftOut }: BuildReport, out: string, time: number): number {
  for (const path of leftOut.slice(0, MAX_TOLD))
    process.stderr.write(
      `greffe: ${path} is not in the site: a host would take it for its settings, which are not the wiki's to decide.\n`,
    );
  for (const { address, message } of failures.slice(0, MAX_TOLD))
    process.stderr.write(`greffe: ${address} could not be made: ${message.replace(/\.$/, '')}.\n`);
  if (failures.length > MAX_TOLD) process.stderr.write(`greffe: and ${failures.length - MAX_TOLD} others.\n`);
  process.stdout.write(
    `${out}: ${files} files, of which ${written} written, in ${(time / 1000).toFixed(1)} s.\n`,
  );
  return failures.length > 0 ? FAILED : DONE;
}

/** Reproducible builds: the time of what is shown, unless the environment says another (reproducible-builds.org). */
async function present(wiki: Wiki): Promise<number> {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch !== undefined && /^\d{1,12}$/.test(epoch)) return Number(epoch) * 1000;
  const { reader } = wiki.database;
  const commit = await commitAt(reader, await lastSeq(reader));
  return (commit?.committer_time ?? 0) * 1000;
}

function readJobs(value: unknown): number {
  if (value === undefined) return Math.min(availableParallelism(), MAX_JOBS);
  const jobs = Number(value);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > MAX_JOBS)
    throw new Invalid(`${value} is not a number of threads.`, `Choose from 1 to ${MAX_JOBS} with --jobs.`);
  return jobs;
}

/** A public address, without its final slash. */
function readBase(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw new Invalid(
      `${value} is not the address of a site.`,
      'Write it whole with --base: https://wiki.example/.',
    );
  return url.href.replace(/\/+$/, '');
}
