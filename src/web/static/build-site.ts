import { hash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { everyFile } from '../../store/site-map.ts';
import type { Site } from '../../wiki/site.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { loadAssets } from '../assets.ts';
import { Crew } from './crew.ts';
import { type FormerSite, formerSite } from './former-site.ts';
import { hostHeaders } from './host-headers.ts';
import { type Failure, type MadeFiles, makeFiles } from './make-files.ts';
import type { Made } from './making.ts';
import type { Asked } from './recall.ts';
import { redirectRules } from './redirect-rules.ts';
import { formerAddresses, seedAddresses } from './seeds.ts';
import { cacheFile, type KnownFile, readCache, recipeOf, type SiteCache, writeCache } from './site-cache.ts';
import { cannotWrite, FileWriter, MARK, SiteFolder } from './site-folder.ts';
import { type SiteOptions, staticScope } from './site-maker.ts';
import { addSearch, keepSearch } from './site-search.ts';
import { isForHost, staticTarget } from './static-address.ts';

/** Where a site is made, how, and by how many threads. */
export interface BuildOptions extends SiteOptions {
  readonly out: string;
  readonly dataFolder: string;
  readonly database: string;
  readonly jobs: number;
  readonly onProgress: (step: 'pages' | 'search', done: number, total: number) => void;
}

/** What was done. */
export interface BuildReport {
  readonly files: number;
  /** How many of them are not as they were. */
  readonly written: number;
  /** Addresses that could not be made, and why. */
  readonly failures: readonly Failure[];
  /** Files of the wiki that are not in the site, since a host would take them for its settings. */
  readonly leftOut: readonly string[];
}

/** Makes the site of a wiki, whose index is up to date, as files. What goes wrong leaves the site there as it was. */
export async function buildSite(wiki: Wiki, asked: BuildOptions): Promise<BuildReport> {
  const out = resolve(asked.out);
  const folder = new SiteFolder(out);
  const mark = folder.open();
  try {
    const site = await wiki.site();
    if (!site) throw new Error('There is no index');
    return await build(wiki, site, { ...asked, out }, folder, mark);
  } catch (error) {
    folder.discard();
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw error;
    throw cannotWrite(out, error as NodeJS.ErrnoException);
  }
}

async function build(
  wiki: Wiki,
  site: Site,
  options: BuildOptions,
  folder: SiteFolder,
  mark: string | undefined,
): Promise<BuildReport> {
  const { base, history, now, out, dataFolder, database, jobs, search, sources } = options;
  const place = cacheFile(dataFolder, out);
  const recipe = recipeOf({ base, history, search, sources, database });
  const read = mark === undefined ? undefined : readCache(place);
  const cache = read?.mark === mark ? read : undefined;
  const crew = new Crew(jobs, (await everyFile(wiki.database.reader)).length, {
    source: wiki.source,
    database,
    options: { base, history, search, sources, now },
    former: out,
    next: folder.next,
  });
  try {
    const writer = new FileWriter(folder.next);
    const former = await formerSite(cache, out, crew, {
      recipe,
      generation: wiki.generation,
      time: now,
    });
    const files = await makeAll(wiki, site, options, crew, former, writer);
    const asked = await crew.askEach<'asked'>({ kind: 'asked' });
    await crew.askEach<'end'>({ kind: 'end' });

    const unchanged =
      cache !== undefined &&
      files.made.every(({ written }) => !written) &&
      files.kept.length + files.made.length === cache.files.length;
    if (search && !(unchanged && keepSearch(out, writer))) await addSearch(folder.next, options.onProgress);
    const paths = (await everyFile(wiki.database.reader)).map(({ path }) => path);
    writer.write('_headers', Buffer.from(hostHeaders(base, paths, search)));
    writer.write('_redirects', Buffer.from(redirectRules(base, [...files.kept, ...files.made])));
    writer.write('.nojekyll', Buffer.alloc(0));
    const next = markOf((await wiki.indexedCommit()) ?? '', files);
    writer.write(MARK, Buffer.from(next));
    const known = knownFiles(folder.next, files, cache, asked);
    folder.replace();
    writeCache(place, { recipe, mark: next, generation: wiki.generation, time: now, ...known });
    return {
      files: files.kept.length + files.made.length,
      written: files.made.filter(({ written }) => written).length,
      failures: files.failures,
      leftOut: paths.filter(isForHost),
    };
  } finally {
    await crew.close();
  }
}

async function makeAll(
  wiki: Wiki,
  site: Site,
  options: BuildOptions,
  crew: Crew,
  former: FormerSite,
  writer: FileWriter,
): Promise<MadeFiles> {
  const { reader } = wiki.database;
  const scope = await staticScope(wiki, options);
  return await makeFiles(crew, {
    seeds: await seedAddresses(reader, site, loadAssets()),
    former: await formerAddresses(reader, site),
    targetOf: (address) => staticTarget(address, scope),
    site: former,
    keep: ({ file }) => writer.keep(file, options.out),
    onProgress: (done, total) => options.onProgress('pages', done, total),
  });
}

/** What tells this site from another: the commit it shows, and a digest of all its files. */
function markOf(commit: string, { kept, made }: MadeFiles): string {
  const lines = [...kept, ...made].map(({ file, digest }) => `${file} ${digest}`).sort();
  return `${JSON.stringify({ program: 'greffe', commit, site: hash('sha256', lines.join('\n'), 'hex') })}\n`;
}

/** What to remember of these files: each with its questions, which the former site and each thread number their own way. */
function knownFiles(
  folder: string,
  { kept, made }: MadeFiles,
  cache: SiteCache | undefined,
  answers: readonly { readonly thread: number; readonly asked: readonly Asked[] }[],
): Pick<SiteCache, 'asked' | 'files'> {
  const asked: Asked[] = [];
  const numbers = new Map<string, number>();
  const renumber = (from: readonly Asked[]) => {
    const known = new Map<number, number>();
    return (number: number): number => {
      const before = known.get(number);
      if (before !== undefined) return before;
      const question = from[number] as Asked;
      const key = `${question[0]} ${question[1]}`;
      const now = numbers.get(key) ?? asked.push(question) - 1;
      numbers.set(key, now);
      known.set(number, now);
      return now;
    };
  };
  const ofCache = renumber(cache?.asked ?? []);
  const ofThreads = new Map(answers.map(({ thread, asked }) => [thread, renumber(asked)]));
  const files = [
    ...kept.map((file): KnownFile => ({ ...file, questions: file.questions.map(ofCache) })),
    ...made.map((file) => knownFile(folder, file, ofThreads.get(file.thread) as (number: number) => number)),
  ];
  return { asked, files };
}

function knownFile(folder: string, made: Made, renumber: (number: number) => number): KnownFile {
  const { address, file, digest = '', links, redirectsTo, ages, questions } = made;
  const { size, mtimeMs } = lstatSync(join(folder, file));
  return {
    address,
    file,
    digest,
    size,
    modified: mtimeMs,
    links,
    ages,
    questions: questions.map(renumber),
    ...(redirectsTo !== undefined && { redirectsTo }),
  };
}
