import { mkdir, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findSource } from '../src/git/open.ts';
import { repositoryEntry } from '../src/register/index-entry.ts';
import { type RepositoryRecord, recordKey, repositoryRecord } from '../src/register/record.ts';
import { registerContext } from '../src/register/register-context.ts';
import { saveCodeRepositories, saveCodeState } from '../src/store/code-index.ts';
import { openDatabase } from '../src/store/database.ts';
import { Wiki } from '../src/wiki/wiki.ts';
import { cores, inFolder, serve } from './greffe.ts';
import { start } from './process.ts';
import { randomFrom } from './random.ts';
import { repositoryOf } from './repository.ts';
import { duration, median, megabytes, type Result, type Row, times } from './result.ts';

const repositories = 200_000;
const runs = 5;
const perTransaction = 50_000;
const perBatch = 500;
const formats = ['csv', 'json', 'jsonl', 'parquet'] as const;

/** A register of many repositories, downloaded whole in each format; beside it, `node:http` sending the same bytes. */
export async function registerExport(): Promise<Result> {
  return await inFolder(async (folder) => {
    const wiki = await repositoryOf(join(folder, 'pages'), { 'index.md': ['# Register\n'] });
    const data = join(folder, 'data');
    await filled(wiki, data);
    const server = await serve(wiki, data);
    const idle = server.memory().now;
    const rows: Row[] = [];
    const samples: Record<string, readonly number[]> = {};
    for (const format of formats) {
      const url = `${server.sign}/-/code/repositories.${format}`;
      const { body } = await downloaded(url);
      const file = join(folder, `all.${format}`);
      await writeFile(file, body);
      const bare = await start(
        cores.server,
        [process.execPath, fileURLToPath(new URL('bare.ts', import.meta.url)), file],
        /(http:\/\/[\d.:]+)/,
      );
      const ours: number[] = [];
      const peer: number[] = [];
      for (let run = 0; run < runs; run++) {
        ours.push((await downloaded(url)).time);
        peer.push((await downloaded(bare.sign)).time);
      }
      await bare.stop();
      samples[format] = ours;
      samples[`${format}, node:http`] = peer;
      const rate = (time: number) => `${megabytes((body.length / time) * 1000)}/s`;
      rows.push({
        work: `${repositories.toLocaleString('en')} repositories as ${format} (${megabytes(body.length)})`,
        ours: `${duration(median(ours))}, ${Math.round((repositories / median(ours)) * 1000).toLocaleString('en')} rows/s, ${rate(median(ours))}`,
        peer: `node:http, the same bytes ${duration(median(peer))}, ${rate(median(peer))}`,
        ratio: times(median(ours) / median(peer)),
      });
    }
    const { most } = server.memory();
    rows.push({
      work: `memory while ${repositories.toLocaleString('en')} repositories are downloaded, above that before`,
      ours: `${megabytes(most - idle)} above ${megabytes(idle)}`,
    });
    await server.stop();
    return { rows, samples: { ...samples, memory: [idle, most] } };
  });
}

/** Puts invented repositories in the index, as a harvest of them would have: what files are made from. */
async function filled(location: string, data: string): Promise<void> {
  await mkdir(data, { recursive: true });
  const database = await openDatabase(join(data, 'greffe.sqlite'));
  const wiki = new Wiki(await findSource(location, data, undefined), database);
  try {
    await wiki.update();
    const site = await wiki.site();
    if (!site) throw new Error('no site');
    const context = await registerContext(database.reader, wiki.objects, site);
    for (let from = 0; from < repositories; from += perTransaction)
      await database.write(async (writer) => {
        for (let at = from; at < from + perTransaction; at += perBatch)
          await saveCodeRepositories(
            writer,
            Array.from({ length: perBatch }, (_, number) => repositoryEntry(invented(at + number), context)),
          );
        await saveCodeState(writer, { head: 'invented', format: 'invented' });
      });
  } finally {
    await wiki.close();
  }
}

function invented(number: number): RepositoryRecord {
  const random = randomFrom(number + 1);
  const account = `account-${random.below(2_000)}`;
  const year = 2010 + random.below(15);
  return repositoryRecord.parse({
    key: recordKey(String(number)),
    aliases: [`gitlab.example/${account}/repository-${number}`],
    id: String(number),
    name: `repository-${number}`,
    organization_name: account,
    platform: 'GitLab',
    repository_url: `https://gitlab.example/${account}/repository-${number}`,
    description: `A program of the office, number ${number}, that does “${random.below(1_000)}” things for ${random.below(50)} departments`,
    default_branch: 'main',
    is_fork: random.below(5) === 0,
    is_archived: random.below(10) === 0,
    creation_date: `${year}-05-06T07:08:09Z`,
    last_update: `${year + 1}-05-06T07:08:09Z`,
    stars_count: random.below(100),
    forks_count: random.below(20),
    license: 'MIT License',
    spdx_id: 'MIT',
    language: ['Java', 'Python', 'TypeScript', 'Go'][random.below(4)] ?? 'C',
    topics: ['topic', `topic-${random.below(100)}`],
  });
}

/** The bytes, and how long they took to come, in milliseconds. */
function downloaded(url: string): Promise<{ readonly body: Buffer; readonly time: number }> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        if (answer.statusCode !== 200) return reject(new Error(`${url}: ${answer.statusCode}`));
        resolve({ body: Buffer.concat(chunks), time: performance.now() - begun });
      });
    }).on('error', reject);
  });
}
