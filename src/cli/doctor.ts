import { accessSync, constants, statfsSync } from 'node:fs';
import { GreffeError } from '../config/errors.ts';
import { headCommit } from '../git/head.ts';
import { gitVersion, isSupported, OLDEST_GIT } from '../git/version.ts';
import { recentCommits } from '../store/recent.ts';
import type { Site } from '../wiki/site.ts';
import { type Command, DONE, FAILED } from './command.ts';
import { type Finding, lookAtCertificate, lookAtClock, lookAtRelay } from './look-outside.ts';
import { type OpenedWiki, openWiki, WIKI_OPTIONS } from './open-wiki.ts';

const MIN_FREE_BYTES = 200 * 1024 * 1024;

export const doctor: Command = {
  name: 'doctor',
  summary: 'look whether all that greffe needs is well',
  help: `Usage: greffe doctor [REPOSITORY] [--data DIR] [--config FILE]

Looks at git, the repository, the data folder, the database, the index, the clock, the relay of the
lists' mail and, where the settings name the site's address, its certificate; says what to do about what is wrong.
Exit codes: 0 all is well, 1 something is not, 2 not understood.
`,
  options: WIKI_OPTIONS,
  positionals: 1,
  async run(values, [location]) {
    const findings: Finding[] = [await lookAtGit()];
    let opened: OpenedWiki | undefined;
    try {
      opened = await openWiki(values, location);
      findings.push(lookAtFolder(opened), ...(await lookAtWiki(opened)));
    } catch (error) {
      if (!(error instanceof GreffeError)) throw error;
      findings.push({ about: 'wiki', found: error.message, remedy: error.remedy ?? '' });
    } finally {
      await opened?.wiki.close();
    }
    for (const { about, found, remedy } of findings) {
      process.stdout.write(
        `${remedy === undefined ? 'well ' : 'WRONG'}  ${about}: ${found}${remedy ? ` ${remedy}` : ''}\n`,
      );
    }
    return findings.some(({ remedy }) => remedy !== undefined) ? FAILED : DONE;
  },
};

async function lookAtGit(): Promise<Finding> {
  const version = await gitVersion();
  if (version === undefined)
    return { about: 'git', found: 'it is not installed.', remedy: `Install git ${OLDEST_GIT} or newer.` };
  const found = `version ${version}`;
  return isSupported(version)
    ? { about: 'git', found }
    : { about: 'git', found: `${found}.`, remedy: `Install git ${OLDEST_GIT} or newer.` };
}

function lookAtFolder({ operator }: OpenedWiki): Finding {
  const about = 'data folder';
  const { dataFolder } = operator;
  try {
    accessSync(dataFolder, constants.W_OK);
  } catch {
    return { about, found: `${dataFolder} cannot be written.`, remedy: 'Name another one with --data.' };
  }
  const { bavail, bsize } = statfsSync(dataFolder);
  const free = `${Math.floor((bavail * bsize) / 1024 ** 2)} MB free`;
  return bavail * bsize < MIN_FREE_BYTES
    ? { about, found: `${dataFolder}, only ${free}.`, remedy: 'Free some space.' }
    : { about, found: `${dataFolder}, ${free}` };
}

async function lookAtWiki({ wiki, source, operator }: OpenedWiki): Promise<Finding[]> {
  const head = await headCommit(source.gitDir);
  const repository: Finding =
    head === undefined
      ? {
          about: 'repository',
          found: `${source.location} has no commit on its branch yet.`,
          remedy: 'Commit a page, index.md for instance.',
        }
      : { about: 'repository', found: `${source.location}, at ${head.slice(0, 10)}` };
  const site = await wiki.site();
  const resumed = await wiki.resume();
  const held = resumed ? await wiki.indexedCommit() : undefined;
  const index: Finding =
    !site || held === undefined
      ? { about: 'index', found: `not made yet, in ${wiki.database.engine}` }
      : held === (head ?? '')
        ? { about: 'index', found: `up to date, in ${wiki.database.engine}` }
        : {
            about: 'index',
            found: `at ${held.slice(0, 10)}, behind the repository.`,
            remedy: 'greffe serve and greffe index bring it up to date.',
          };
  const settings = (site?.settingsProblems ?? []).map(
    ({ line, message }): Finding => ({
      about: `greffe.yml, line ${line}`,
      found: `${message}.`,
      remedy: 'The last good settings serve.',
    }),
  );
  const [newest] = resumed ? await recentCommits(wiki.database.reader, { limit: 1 }) : [];
  const clock = lookAtClock(Date.now(), newest && newest.committer_time * 1_000);
  const url = site?.settings.url;
  return [
    repository,
    index,
    ...settings,
    clock,
    ...(hasLists(site) || operator.relay ? [await lookAtRelay(operator.relay)] : []),
    ...(url === undefined ? [] : [await lookAtCertificate(url)]),
  ];
}

function hasLists(site: Site | undefined): boolean {
  return Object.keys(site?.settings.lists ?? {}).length > 0;
}
