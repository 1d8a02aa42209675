import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { cores, inFolder, serve } from './greffe.ts';
import { type Random, randomFrom } from './random.ts';
import { repositoryOf } from './repository.ts';
import { duration, megabytes, quantile, type Result, type Row, times } from './result.ts';

const tableRows = 100_000;
const events = 10_000;
/** Of the files whose indexing is measured: memory that is flat is the same for both. */
const largeFiles = [50_000_000, 200_000_000];
/** Of each kind, each for another address: no answer is one that was kept. */
const requests = 100;

interface Work {
  readonly work: string;
  readonly goal?: string;
  /** The address of the request of that number, from 0. */
  readonly address: (number: number) => string;
  /** The file that the answer is made from. */
  readonly file: keyof typeof files;
}

const files = { 'large.csv': () => csv(tableRows), 'large.ics': () => calendar(events) };

const table = '/-/table/large.csv';

const works: readonly Work[] = [
  { work: 'table, first view', address: (number) => `${table}?page=${number + 2}`, file: 'large.csv' },
  { work: 'table, sorted', address: (number) => `${table}?sort=-Name&page=${number + 2}`, file: 'large.csv' },
  {
    work: 'table, two facets',
    address: (number) => `${table}?Kind=kind-${number % 10}&Island=island-${Math.floor(number / 10)}`,
    file: 'large.csv',
  },
  {
    work: 'table, filter by a word',
    goal: 'p99 < 50 ms',
    address: (number) => `${table}?q=${encodeURIComponent(`name ${number + 10}`)}`,
    file: 'large.csv',
  },
  {
    work: 'calendar, a month',
    goal: 'p99 < 20 ms',
    address: (number) => `/-/calendar/large.ics?month=${2020 + Math.floor(number / 12)}-${month(number)}`,
    file: 'large.ics',
  },
];

/** Pages of a large table and of a large calendar; and the memory that indexing a very large table takes. */
export async function tables(): Promise<Result> {
  return inFolder(async (folder) => {
    const contents = Object.fromEntries(Object.entries(files).map(([name, lines]) => [name, [...lines()]]));
    const repository = await repositoryOf(join(folder, 'pages'), contents);
    const server = await serve(repository, join(folder, 'data'));
    const rows: Row[] = [];
    const samples: Record<string, readonly Sample[]> = {};
    for (const { work, address, goal, file } of works) {
      await ask(server.sign + address(requests)); // unmeasured: the file is read, the compilers warm up
      const found: Sample[] = [];
      for (let number = 0; number < requests; number += 1)
        found.push(await ask(server.sign + address(number)));
      samples[work] = found;
      const floor = await readingOnce(repository, file);
      const middle = quantile(
        found.map(({ time }) => time),
        0.5,
      );
      const peer = `its bytes read once ${duration(floor)}`;
      rows.push({ work, ours: summary(found), peer, ratio: times(middle / floor), ...(goal && { goal }) });
    }
    await server.stop();
    const memory: Indexing[] = [];
    for (const bytes of largeFiles) {
      const measured = await indexing(join(folder, String(bytes)), bytes);
      memory.push(measured);
      const { most, time, floor } = measured;
      rows.push({
        work: `a CSV file of ${megabytes(bytes)} is indexed: time, most memory`,
        ours: `${duration(time)}, ${megabytes(most)}`,
        peer: `its bytes read once ${duration(floor)}`,
        ratio: times(time / floor),
      });
    }
    return { rows, samples: { ...samples, memory } };
  });
}

interface Sample {
  /** From the request to the last byte, in milliseconds. */
  readonly time: number;
  /** Bytes of the answer's body, compressed. */
  readonly bytes: number;
}

async function ask(url: string): Promise<Sample> {
  const begun = performance.now();
  const response = await fetch(url, { headers: { 'Accept-Encoding': 'gzip' } });
  await response.arrayBuffer();
  const time = performance.now() - begun;
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
  return { time, bytes: Number(response.headers.get('content-length')) };
}

function summary(samples: readonly Sample[]): string {
  const times = samples.map(({ time }) => time);
  const kilobytes = Math.round(
    quantile(
      samples.map(({ bytes }) => bytes),
      0.5,
    ) / 1000,
  );
  return `p50 ${duration(quantile(times, 0.5))}, p99 ${duration(quantile(times, 0.99))}, ${kilobytes} kB`;
}

interface Indexing {
  readonly bytes: number;
  /** In milliseconds; so is `floor`, the time in which the file is read and its lines counted. */
  readonly time: number;
  readonly floor: number;
  readonly most: number;
  readonly core: number;
}

/** From a wiki never seen whose only table is very large, to the first page. */
async function indexing(folder: string, bytes: number): Promise<Indexing> {
  const lines = csv(Math.ceil(bytes / ROW_BYTES));
  const repository = await repositoryOf(join(folder, 'large'), { 'large.csv': lines });
  const floor = await readingOnce(repository, 'large.csv');
  const begun = performance.now();
  const server = await serve(repository, join(folder, 'large-data'));
  await untilIndexed(server.sign);
  const time = performance.now() - begun;
  const { most } = server.memory();
  await server.stop();
  return { bytes, time, floor, most, core: cores.server };
}

/** The least that any reader of the file does: each byte out of Git, each line end seen. */
async function readingOnce(repository: string, path: string): Promise<number> {
  const begun = performance.now();
  let lines = 0;
  const child = spawn('git', ['-C', repository, 'cat-file', 'blob', `HEAD:${path}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const chunk of child.stdout as AsyncIterable<Buffer>)
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
  if (lines === 0) throw new Error(`${repository}: ${path} has no lines`);
  return performance.now() - begun;
}

/** While the first index is made, the server answers 503. */
async function untilIndexed(origin: string): Promise<void> {
  for (;;) {
    const { status } = await fetch(origin);
    if (status === 200) return;
    if (status !== 503) throw new Error(`${origin}: ${status}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Of a row of the table, or nearly. */
const ROW_BYTES = 82;

function* csv(rows: number): Generator<string> {
  const random = randomFrom(rows);
  yield 'Number,Name,Kind,Island,Licence,Since\n';
  for (let number = 1; number <= rows; number += 1) yield csvRow(random, number);
}

function csvRow(random: Random, number: number): string {
  const name = `"Name ${random.below(100_000)}, a program of the office"`;
  const since = `20${10 + random.below(16)}-0${1 + random.below(9)}-1${random.below(9)}`;
  return `${number},${name},kind-${random.below(10)},island-${random.below(10)},Licence ${random.below(40)},${since}\n`;
}

function* calendar(count: number): Generator<string> {
  const random = randomFrom(count);
  yield 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Office//Bench//EN\r\n';
  for (let number = 0; number < count; number += 1) {
    const day = `${2020 + random.below(9)}${month(random.below(12))}${10 + random.below(18)}`;
    // One event in a hundred recurs.
    const rule = number % 100 === 0 ? 'RRULE:FREQ=MONTHLY\r\n' : '';
    yield `BEGIN:VEVENT\r\nUID:${number}@office.example\r\nDTSTART;TZID=Europe/Paris:${day}T140000\r\n${rule}DURATION:PT1H\r\nSUMMARY:Meeting ${number}\r\nEND:VEVENT\r\n`;
  }
  yield 'END:VCALENDAR\r\n';
}

/** Two digits, from any number of months. */
const month = (number: number): string => String((number % 12) + 1).padStart(2, '0');
