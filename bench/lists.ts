import { createWriteStream } from 'node:fs';
import { cp, readdir, stat } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { repository } from '../test/support/git.ts';
import { cores, inFolder, program, serve } from './greffe.ts';
import { has, measured, run, start } from './process.ts';
import { duration, megabytes, type Result, type Row, times } from './result.ts';
import { article } from './text.ts';

const messages = 20_000;
const threadLength = 10;
/** Of each kind, each another one; asked for four at a time. */
const requests = 200;
const atOnce = 4;
const largeMbox = 1_000_000_000;
const peerPort = 8_397;

const settings = 'lists:\n  public: { address: public@lists.example }\n';

/** An mbox imported, indexed and read, beside public-inbox on the same archive. */
export async function lists(): Promise<Result> {
  const wiki = await repository({ 'index.md': '# Bienvenue', 'greffe.yml': settings });
  return await inFolder(async (folder) => {
    const [mbox, data] = [join(folder, 'mbox'), join(folder, 'data')];
    await pipeline(Readable.from(messagesOf(messages)), createWriteStream(mbox));
    const { size } = await stat(mbox);
    const list = (...args: string[]) => [program, 'list', ...args, '--wiki', wiki.path, '--data', data];
    await run(null, [program, 'index', wiki.path, '--data', data]);
    const before = await sizeOf(join(data, 'greffe.sqlite'));
    const imported = await run(null, list('import', 'public', mbox));
    const again = await run(null, list('reindex', 'public'));
    const indexSize = (await sizeOf(join(data, 'greffe.sqlite'))) - before;
    const peer = has('public-inbox-index')
      ? await publicInbox(folder, join(data, 'lists/public'))
      : undefined;
    const pages = await readingOf(wiki.path, data, peer?.folder);
    const rate = (time: number) => `${Math.round((messages * 1_000) / time).toLocaleString('en')} messages/s`;
    const rows: Row[] = [
      {
        work: `${messages.toLocaleString('en')} messages of an mbox (${megabytes(size)}) imported and indexed`,
        ours: rate(imported.time),
      },
      {
        work: 'the archive indexed again from nothing',
        ours: rate(again.time),
        goal: '>= 20 x',
        ...(peer && { peer: `${rate(peer.time)} (public-inbox)`, ratio: times(peer.time / again.time) }),
      },
      {
        work: 'size of that index, of the size of the mail',
        ours: times(indexSize / size),
        goal: '<= 2 x',
        ...(peer && { peer: `${times(peer.size / size)} (public-inbox)` }),
      },
      ...pages.rows,
      await largeImport(wiki.path, folder),
    ];
    return {
      rows,
      samples: { imported: imported.time, again: again.time, indexSize, size, peer, pages: pages.samples },
    };
  });
}

function* messagesOf(count: number): Generator<string> {
  for (let at = 0; at < count; at++) yield message(at);
}

function message(at: number): string {
  const first = at - (at % threadLength);
  const refers =
    at === first
      ? ''
      : `In-Reply-To: <m${at - 1}@x.example>\nReferences: <m${first}@x.example> <m${at - 1}@x.example>\n`;
  const text = article({
    number: at,
    lang: at % 3 === 0 ? 'en' : 'fr',
    revision: 0,
    link: (seed) => `/page-${seed % 1_000}`,
  });
  const date = new Date(1_500_000_000_000 + at * 3_600_000).toUTCString();
  const body = text.replace(/^---[\s\S]*?---\n+/, '').replace(/^From /gm, '>From ');
  return `From m@x Thu Jan  1 00:00:00 1970\nFrom: Personne ${at % 97} <p${at % 97}@x.example>\nTo: public@lists.example\nSubject: ${at === first ? '' : 'Re: '}${/^# (.*)$/m.exec(text)?.[1] ?? 'Question'}\nDate: ${date}\nMessage-ID: <m${at}@x.example>\n${refers}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${body}\n\n`;
}

/** Has public-inbox index a copy of the archive, with all that it can search by. */
async function publicInbox(folder: string, archive: string) {
  const copy = join(folder, 'public-inbox');
  await cp(archive, copy, { recursive: true });
  const own = ['env', `HOME=${folder}`, `PI_CONFIG=${join(folder, 'pi-config')}`];
  const url = `http://127.0.0.1:${peerPort}/public`;
  await run(null, [
    ...own,
    'public-inbox-init',
    '-V2',
    '-L',
    'full',
    'public',
    copy,
    url,
    'public@lists.example',
  ]);
  const { time } = await run(null, [...own, 'public-inbox-index', copy]);
  const size = (await sizeOf(join(copy, 'xap15'))) + (await sizeOf(join(copy, 'msgmap.sqlite3')));
  return { time, size, folder };
}

/** Of a page that many ask for, one after the other. */
const repeated = 2_000;

interface Reading {
  readonly threads: number;
  readonly searches: number;
  readonly sameThread: number;
  readonly sameSearch: number;
}

/** Threads and searches from either server on one core: each another one, and one again and again. */
async function readingOf(wiki: string, data: string, peerFolder: string | undefined) {
  const ours = await serve(wiki, data);
  const own = await reading(`${ours.sign.replace('localhost', '127.0.0.1')}/-/lists/public/`);
  await ours.stop();
  const peer = peerFolder === undefined ? undefined : await peerReading(peerFolder);
  const row = (work: string, kind: keyof Reading, goal?: string): Row => ({
    work: `${work}, one core`,
    ours: `${Math.round(own[kind]).toLocaleString('en')} req/s`,
    ...(goal !== undefined && { goal }),
    ...(peer && {
      peer: `${Math.round(peer[kind]).toLocaleString('en')} req/s (public-inbox)`,
      ratio: times(own[kind] / peer[kind]),
    }),
  });
  return {
    rows: [
      row(`the page of a thread of ${threadLength} messages`, 'sameThread', '>= 10 x'),
      row('the page of a search', 'sameSearch', '>= 10 x'),
      row('pages of threads, none of them asked for before', 'threads'),
      row('pages of searches, none of them asked for before', 'searches'),
    ],
    samples: { own, peer },
  };
}

const words = ['licence', 'version', 'calendrier', 'security', 'rapport', 'branche', 'office', 'budget'];

async function reading(base: string): Promise<Reading> {
  const thread = (at: number) => {
    const place = (at * 97) % messages;
    return `${base}m${place - (place % threadLength)}@x.example/t/`;
  };
  const search = (at: number) => `${base}?q=${words[at % 8]}+f:p${at % 97}`;
  const many = (address: (at: number) => string, from: number, count: number) =>
    Array.from({ length: count }, (_, at) => address(from + at));
  const same = (address: string) => Array.from({ length: repeated }, () => address);
  // What runs for the first time is compiled first.
  await rateOf([...many(thread, requests, 30), ...many(search, requests, 30)]);
  return {
    threads: await rateOf(many(thread, 0, requests)),
    searches: await rateOf(many(search, 0, requests)),
    sameThread: await rateOf(same(thread(0))),
    sameSearch: await rateOf(same(search(0))),
  };
}

async function peerReading(folder: string): Promise<Reading> {
  const env = ['env', `HOME=${folder}`, `PI_CONFIG=${join(folder, 'pi-config')}`];
  const command = [...env, 'public-inbox-httpd', '-W0', '-l', `127.0.0.1:${peerPort}`];
  // It says nothing when it is ready.
  const server = await start(
    cores.server,
    ['sh', '-c', 'echo started; exec "$@"', 'sh', ...command],
    /(started)/,
  );
  const base = `http://127.0.0.1:${peerPort}/public/`;
  for (let tries = 0; tries < 100 && !(await answers(base)); tries++) await setTimeout(100);
  const rates = await reading(base);
  await server.stop();
  return rates;
}

async function answers(url: string): Promise<boolean> {
  return await fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Answers a second to all these, some at a time. */
async function rateOf(addresses: readonly string[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const left = [...addresses];
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = left.pop(); next !== undefined; next = left.pop()) await ask(agent, next);
    }),
  );
  agent.destroy();
  return (addresses.length * 1_000) / (performance.now() - begun);
}

function ask(agent: Agent, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url}: ${answer.statusCode}`));
      answer.resume().on('end', resolve);
    }).on('error', reject);
  });
}

async function largeImport(wiki: string, folder: string): Promise<Row> {
  const mbox = join(folder, 'large');
  await pipeline(Readable.from(large()), createWriteStream(mbox));
  const command = [
    program,
    'list',
    'import',
    'public',
    mbox,
    '--wiki',
    wiki,
    '--data',
    join(folder, 'large-data'),
  ];
  const { time, most } = await measured(command);
  return {
    work: `an mbox of ${megabytes(largeMbox)} imported: time, most memory`,
    ours: `${duration(time)}, ${megabytes(most)}`,
  };
}

function* large(): Generator<string> {
  const padding = 'Une ligne comme il y en a dans les pièces jointes.\n'.repeat(800);
  for (let at = 0, size = 0; size < largeMbox; at++) {
    const text = message(at).trimEnd();
    size += Buffer.byteLength(text) + Buffer.byteLength(padding);
    yield `${text}\n${padding}\n`;
  }
}

async function sizeOf(path: string): Promise<number> {
  const stats = await stat(path);
  if (!stats.isDirectory()) return stats.size;
  const sizes = await Promise.all((await readdir(path)).map((name) => sizeOf(join(path, name))));
  return sizes.reduce((sum, size) => sum + size, 0);
}
