import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_SCORE } from '../src/config/register-settings.ts';
import { makeBareRepository } from '../src/git/commit-changes.ts';
import { tokensSought } from '../src/register/found-by.ts';
import { accountRecord, recordKey, recordText, repositoryRecord } from '../src/register/record.ts';
import { recordPath } from '../src/register/record-path.ts';
import { Register } from '../src/register/register.ts';
import type { RegisterContext } from '../src/register/register-context.ts';
import { countCodeFacets } from '../src/store/code-facet-counts.ts';
import { countCode, listCode } from '../src/store/code-listing.ts';
import type { CodeRequest } from '../src/store/code-request.ts';
import { type Database, openDatabase } from '../src/store/database.ts';
import { databaseSize } from '../src/store/size.ts';
import { Analyser } from '../src/wiki/search/analyse.ts';
import { startPostgres } from '../test/support/postgres.ts';
import { inFolder } from './greffe.ts';
import { type Random, randomFrom } from './random.ts';
import { duration, megabytes, quantile, type Result, type Row } from './result.ts';

/** Of each kind, each another one. */
const requests = 100;
const vocabularySize = 40_000;
const forges = 32;
const organisations = 300;
const perAccount = 8;
const languages =
  'Python JavaScript Java TypeScript PHP R HTML Shell C Go Jupyter-Notebook Rust C++ Vue Ruby'.split(' ');
const licences =
  'MIT GPL-3.0-or-later AGPL-3.0-or-later Apache-2.0 EUPL-1.2 BSD-3-Clause MPL-2.0 CECILL-2.1'.split(' ');

/** A synthetic register of so many repositories (Zipf's law), indexed and searched on SQLite and on PostgreSQL. */
export async function code(count: number): Promise<Result> {
  const rows: Row[] = [];
  const samples: Record<string, unknown> = {};
  await inFolder(async (folder) => {
    // PostgreSQL may run as another user than the one who owns the folder.
    await chmod(folder, 0o711);
    const { written, bytes } = await writeRegister(join(folder, 'register.git'), count);
    rows.push({
      work: `${named(count)} written to Git`,
      ours: `${duration(written)}, ${megabytes(bytes)} of JSON`,
    });
    await mkdir(join(folder, 'postgres'));
    const postgres = await startPostgres(join(folder, 'postgres'));
    const engines = { SQLite: join(folder, 'index.db'), ...(postgres && { PostgreSQL: postgres.url }) };
    for (const [engine, location] of Object.entries(engines)) {
      const database = await openDatabase(location);
      const measured = await measure(database, folder, count);
      await database.close();
      samples[engine] = measured.samples;
      rows.push(...measured.rows.map((row) => ({ ...row, work: `${named(count)}, ${engine}: ${row.work}` })));
    }
    await postgres?.stop();
  });
  return { rows, samples };
}

async function measure(database: Database, folder: string, count: number): Promise<Result> {
  const context = contextOf();
  const register = await Register.open(folder, database);
  const begun = performance.now();
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 100);
  await register.update(context);
  clearInterval(watch);
  const indexing = performance.now() - begun;
  const size = await databaseSize(database);
  const rows: Row[] = [
    {
      work: 'indexing',
      ours: `${duration(indexing)}, ${Math.round((count / indexing) * 1_000).toLocaleString('en')} a second, ${megabytes(most)} resident`,
    },
    { work: 'size', ours: `${megabytes(size)}, ${Math.round(size / count)} bytes each` },
  ];
  const samples: Record<string, readonly number[]> = {};
  for (const [work, requestOf] of Object.entries(works(context))) {
    const times: number[] = [];
    for (let number = 0; number < requests + 3; number++) {
      const start = performance.now();
      await page(database, requestOf(randomFrom(number + 77)));
      // The first ones also warm what compiles as it runs.
      if (number >= 3) times.push(performance.now() - start);
    }
    samples[work] = times;
    rows.push({
      work,
      ours: `p50 ${duration(quantile(times, 0.5))}, p99 ${duration(quantile(times, 0.99))}`,
      goal: 'p99 < 50 ms',
    });
  }
  rows.push(await recordChange(register, context, count));
  register.close();
  return { rows, samples };
}

/** What a harvest says of which one repository in a thousand is new: those it does not mention are as they were. */
async function recordChange(register: Register, context: RegisterContext, count: number): Promise<Row> {
  const vocabulary = invent(randomFrom(1));
  // Of each engine another number: the second finds what was recorded with the first.
  const stars_count = 10_000 + Math.floor(performance.now());
  const repositories = Array.from({ length: Math.ceil(count / 1_000) }, (_, at) => {
    const { key: _key, aliases: _aliases, ...said } = inventedRepository(at * 1_000, vocabulary);
    return { ...said, stars_count };
  });
  const start = performance.now();
  const { changed } = await register.record(
    context,
    { repositories, accounts: [] },
    { message: () => 'Harvest', time: 1_700_000_000 },
  );
  const time = performance.now() - start;
  if (changed !== repositories.length) throw new Error(`${changed} of ${repositories.length} were recorded`);
  return {
    work: 'one repository in a thousand changed: recorded by a commit, and indexed',
    ours: `${duration(time)}, ${(time / changed).toFixed(1)} ms each`,
  };
}

/** What a page of the register asks of the index: how many, the first thirty, and all facets. */
async function page({ reader }: Database, request: CodeRequest): Promise<void> {
  const { count } = await countCode(reader, request);
  await listCode(reader, request, { sort: 'score', limit: 30, offset: 0, count });
  await countCodeFacets(reader, request);
}

function works({ analysers }: RegisterContext): Readonly<Record<string, (random: Random) => CodeRequest>> {
  const vocabulary = invent(randomFrom(1));
  const words = (random: Random, from: number, below: number, many: number): string =>
    Array.from({ length: many }, () => vocabulary[from + random.below(below - from)] ?? '').join(' ');
  const sought = (text: string, filters: CodeRequest['filters'] = {}): CodeRequest => ({
    tokens: tokensSought(text, analysers),
    filters,
  });
  return {
    'two words and all facets': (random) => sought(words(random, 30, 3_000, 2)),
    'one common word and all facets': (random) => sought(words(random, 30, 300, 1)),
    'two common words and all facets': (random) => sought(words(random, 10, 100, 2)),
    'all of it, and all facets': () => sought(''),
    'a language, and all facets': (random) => sought('', { language: random.word(languages) }),
    'an organisation and a licence, and all facets': (random) =>
      sought('', {
        organisation: `organisation-${random.rank(organisations)}`,
        licence: random.word(licences),
      }),
    'two words, a language and a licence, and all facets': (random) =>
      sought(words(random, 30, 3_000, 2), {
        language: random.word(languages),
        licence: random.word(licences),
      }),
  };
}

/** The index as the settings of a wiki in French have it made; every account belongs to some organisation. */
function contextOf(): RegisterContext {
  const names = Array.from({ length: organisations }, (_, number) => `organisation-${number}`);
  const parentOf = (number: number) => (number < 15 ? null : `organisation-${number % 15}`);
  return {
    key: 'bench',
    analysers: [new Analyser('fr'), new Analyser('en')],
    whose: (address) => {
      const [, owner] = /\/organisme-(\d+)/.exec(address) ?? [];
      const number = owner === undefined ? 0 : randomFrom(Number(owner)).rank(organisations);
      return { organisation: `organisation-${number}` } as ReturnType<RegisterContext['whose']>;
    },
    topOf: (organisation) => parentOf(Number(organisation.split('-')[1])) ?? organisation,
    score: DEFAULT_SCORE,
    organisations: names.map((id, number) => ({ id, name: id, parent: parentOf(number) })),
    ancestors: names.flatMap((organisation, number) => {
      const parent = parentOf(number);
      return [organisation, ...(parent === null ? [] : [parent])].map((ancestor) => ({
        organisation,
        ancestor,
      }));
    }),
    forges: [],
    offices: [],
    remarkable: [],
    platforms: new Map() as unknown as RegisterContext['platforms'],
    findings: [],
  };
}

/** Writes the register as a harvest does: one commit of a file each. */
async function writeRegister(
  gitDir: string,
  count: number,
): Promise<{ readonly written: number; readonly bytes: number }> {
  await makeBareRepository(gitDir);
  const begun = performance.now();
  const child = spawn('git', ['--git-dir', gitDir, 'fast-import', '--quiet', '--done'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  let bytes = 0;
  child.stdin.write(
    'commit refs/heads/main\ncommitter Greffe <greffe@localhost> 1700000000 +0000\ndata 7\nHarvest\n',
  );
  for (const { path, text } of records(count)) {
    bytes += text.length;
    const whole = `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
    if (!child.stdin.write(whole)) await once(child.stdin, 'drain');
  }
  child.stdin.end('done\n');
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error('git fast-import failed');
  return { written: performance.now() - begun, bytes };
}

function* records(count: number): Generator<{ readonly path: string; readonly text: string }> {
  const vocabulary = invent(randomFrom(1));
  for (let number = 0; number < count; number++) {
    const record = inventedRepository(number, vocabulary);
    yield { path: recordPath('repository', record), text: recordText(record) };
    if (number % perAccount > 0) continue;
    const { alias, login, platform } = accountOf(number);
    const account = accountRecord.parse({
      key: recordKey(alias),
      aliases: [alias],
      login,
      organization_url: `https://${alias}`,
      platform,
    });
    yield { path: recordPath('account', account), text: recordText(account) };
  }
}

function accountOf(number: number) {
  const owner = Math.floor(number / perAccount);
  const forge = randomFrom(owner + 5).rank(forges);
  const login = `organisme-${owner}`;
  return { login, alias: `forge-${forge}.example/${login}`, platform: 'GitLab' };
}

function inventedRepository(number: number, vocabulary: readonly string[]) {
  const random = randomFrom(number + 1);
  const { alias, login, platform } = accountOf(number);
  const name = `${random.word(vocabulary)}-${random.word(vocabulary)}-${number}`;
  const address = `${alias}/${name}`;
  const date = new Date(
    Date.UTC(2012 + random.below(14), random.below(12), 1 + random.below(28)),
  ).toISOString();
  const flag = (share: number) => (random.below(10) === 0 ? null : random.below(100) < share);
  return repositoryRecord.parse({
    key: recordKey(address),
    id: String(number),
    aliases: [address],
    name,
    organization_name: login,
    platform,
    repository_url: `https://${address}`,
    description: Array.from({ length: 4 + random.below(16) }, () => random.word(vocabulary)).join(' '),
    default_branch: 'main',
    is_fork: flag(15),
    is_archived: flag(10),
    is_template: flag(2),
    is_mirror: false,
    is_empty: false,
    creation_date: date,
    last_update: date,
    last_modification: date,
    stars_count: random.rank(5_000),
    forks_count: random.rank(1_000),
    spdx_id: random.below(3) === 0 ? random.word(licences) : null,
    language: random.below(10) === 0 ? null : random.word(languages),
    topics: Array.from({ length: random.below(5) }, () => random.word(vocabulary)),
    has_publiccode: flag(5),
    has_readme: flag(80),
  });
}

/** Words that begin like one another as those of a language do. */
function invent(random: Random): readonly string[] {
  const syllables =
    'co re pro in de con par tra mi son ble ti er ma la pu lo gi sa vo ru né fi to que li ba cha'.split(' ');
  const made = new Set<string>();
  while (made.size < vocabularySize)
    made.add(Array.from({ length: 2 + random.below(3) }, () => random.word(syllables)).join(''));
  return [...made];
}

function named(count: number): string {
  return `${count.toLocaleString('en')} repositories`;
}
