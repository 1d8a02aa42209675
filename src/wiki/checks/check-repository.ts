import { type GreffeError, Invalid, Unavailable } from '../../config/errors.ts';
import type { Settings } from '../../config/settings.ts';
import { commitOf, isShallow, mergeBase } from '../../git/commit-named.ts';
import { ObjectReader } from '../../git/objects.ts';
import type { Database } from '../../store/database.ts';
import { fileAt } from '../../store/files.ts';
import { findingsAt, pathsWithFindings } from '../../store/findings.ts';
import { externalLinks } from '../../store/links.ts';
import { wikiState } from '../../store/wiki-state.ts';
import { decodeText } from '../decode.ts';
import { siteOf, updateIndex } from '../indexing.ts';
import type { Site } from '../site.ts';
import type { Ask } from '../trace.ts';
import { newFindings } from './compare-findings.ts';
import type { Outcome } from './external/outcome.ts';
import { type Finding, readFinding } from './finding.ts';
import { ignoredPaths } from './ignored-paths.ts';
import { externalFindings, webAddressOf } from './rules/external.ts';
import { sourceLines } from './source-place.ts';
import { suggestNames } from './suggest.ts';
import { type RatedFinding, rate } from './survey.ts';

/** What is looked at, and what it is compared with. */
export interface CheckOptions {
  readonly gitDir: string;
  readonly location: string;
  readonly name: string;
  readonly database: Database;
  readonly overrides: Partial<Settings>;
  /** A branch, a tag, a commit; the repository's own branch unless said. */
  readonly ref?: string | undefined;
  /** Only what the way from there to `ref` introduces is reported. */
  readonly base?: string | undefined;
  /** Asks other sites for these addresses, where that is wanted; undefined when none can be reached. */
  readonly visit?:
    | ((addresses: readonly string[], site: Site) => Promise<ReadonlyMap<string, Outcome> | undefined>)
    | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What is wrong in a wiki at a commit. */
export interface CheckReport {
  readonly commit: string;
  readonly site: Site;
  /** By path and line. */
  readonly findings: readonly RatedFinding[];
  /** Whether other sites were to be asked, and none could be reached. */
  readonly isWithoutNetwork: boolean;
}

/** Findings of files read at a time. */
const BATCH = 500;

/**
 * Checks the wiki of a repository at a commit. Throws {@link Invalid} where a revision has no commit, and
 * {@link Unavailable} where a shallow clone keeps it from being compared.
 */
export async function checkRepository(options: CheckOptions): Promise<CheckReport> {
  const { gitDir, ref = 'HEAD', base, database } = options;
  const commit = await named(gitDir, ref);
  const objects = new ObjectReader(gitDir);
  try {
    const index = (commit: string) => updateIndex({ ...options, objects, commit, use: 'checks' });
    const ask: Ask = (question, ...args) => question(database.reader, ...args);
    let known: readonly Finding[] = [];
    let visited: readonly string[] = [];
    if (base !== undefined) {
      await index(await forkPoint(gitDir, base, commit, ref));
      known = await allFindings(ask);
      if (options.visit) visited = (await ask(externalLinks)).map(({ target }) => target);
    }
    await index(commit);
    const state = await wikiState(database.reader);
    if (!state) throw new Unavailable('The index cannot be read.');
    const site = siteOf(state);
    const found = await allFindings(ask);
    const introduced = base === undefined ? found : await newFindings(ask, known, found);
    const outside = options.visit ? await checkOutside(ask, objects, options.visit, site, visited) : [];
    const findings = await suggestNames(ask, rate([...introduced, ...(outside ?? [])], site));
    return { commit, site, findings: findings.toSorted(byPlace), isWithoutNetwork: outside === undefined };
  } finally {
    objects.close();
  }
}

function byPlace(a: Finding, b: Finding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/**
 * What other sites say of the links to them, but for those `visited` for the commit it is compared with; undefined when none
 * can be reached.
 */
async function checkOutside(
  ask: Ask,
  objects: ObjectReader,
  visit: NonNullable<CheckOptions['visit']>,
  site: Site,
  visited: readonly string[],
): Promise<Finding[] | undefined> {
  const before = new Set(visited);
  const isIgnored = ignoredPaths(site.settings.checks.ignore);
  const links = (await ask(externalLinks)).filter(
    ({ source, target }) => !before.has(target) && !isIgnored(source),
  );
  const addresses = links.flatMap(({ target }) => webAddressOf(target) ?? []);
  const outcomes = await visit(addresses, site);
  if (!outcomes) return undefined;
  const findings: Finding[] = [];
  for (const [path, own] of Map.groupBy(links, ({ source }) => source)) {
    const file = await ask(fileAt, path);
    const lines = file ? sourceLines(decodeText(await objects.read(file.oid)).text) : [];
    findings.push(...externalFindings(own, outcomes, lines));
  }
  return findings;
}

async function named(gitDir: string, revision: string): Promise<string> {
  const commit = await commitOf(gitDir, revision);
  if (commit !== undefined) return commit;
  if (await isShallow(gitDir)) throw tooShallow(revision);
  throw new Invalid(
    `${revision} is not a commit of this repository.`,
    'Name a branch, a tag or a commit that git rev-parse knows; a branch not fetched is origin/NAME.',
  );
}

async function forkPoint(gitDir: string, base: string, commit: string, ref: string): Promise<string> {
  const fork = await mergeBase(gitDir, await named(gitDir, base), commit);
  // Where the history is cut, a branch may have nothing of its own but because what it has is not there.
  if ((fork === undefined || fork === commit) && (await isShallow(gitDir))) throw tooShallow(base);
  if (fork !== undefined) return fork;
  throw new Invalid(
    `${base} and ${ref} have no commit in common.`,
    'Name the branch that the change starts from.',
  );
}

function tooShallow(revision: string): GreffeError {
  return new Unavailable(
    `The clone is shallow: it does not tell what is new since ${revision}.`,
    'Fetch the whole history first: git fetch --unshallow (in a continuous integration, fetch-depth: 0 or GIT_DEPTH: 0).',
  );
}

async function allFindings(ask: Ask): Promise<Finding[]> {
  const paths = await ask(pathsWithFindings);
  const findings: Finding[] = [];
  for (let at = 0; at < paths.length; at += BATCH)
    findings.push(...(await ask(findingsAt, paths.slice(at, at + BATCH))).map(readFinding));
  return findings;
}
