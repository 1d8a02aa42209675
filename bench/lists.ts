import { createWriteStream } from 'node:fs';
import { cp, readdir, stat } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
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

/** Pages that were not asked for before, from either server on one core. */
async function readingOf(wiki: string, data: string, peerFolder: string | undefined) {
  const words = ['licence', 'version', 'calendrier', 'security', 'rapport', 'branche', 'office', 'budget'];
  const threads = Array.from(
    { length: requests },
    (_, at) => `m${at * 97 - ((at * 97) % threadLength)}@x.example/t/`,
  );
  const searches = Array.from({ length: requests }, (_, at) => `?q=${words[at % 8]}+f:p${at % 97}`);
  const ours = await serve(wiki, data);
  const base = `${ours.sign.replace('localhost', '127.0.0.1')}/-/lists/public/`;
  const own = { threads: await rateOf(base, threads), searches: await rateOf(base, searches) };
  await ours.stop();
  const peer = peerFolder === undefined ? undefined : await peerReading(peerFolder, threads, searches);
  const row = (work: string, mine: number, its: number | undefined): Row => ({
    work,
    ours: `${Math.round(mine)} req/s`,
    goal: '>= 10 x',
    ...(its !== undefined && { peer: `${Math.round(its)} req/s (public-inbox)`, ratio: times(mine / its) }),
  });
  return {
    rows: [
      row(
        `a thread of ${threadLength} messages, never asked for before, one core`,
        own.threads,
        peer?.threads,
      ),
      row('a search of a list, never asked for before, one core', own.searches, peer?.searches),
    ],
    samples: { own, peer },
  };
}

async function peerReading(folder: string, threads: readonly string[], searches: readonly string[]) {
  const env = ['env', `HOME=${folder}`, `PI_CONFIG=${join(folder, 'pi-config')}`];
  const command = [...env, 'public-inbox-httpd', '-W0', '-l', `127.0.0.1:${peerPort}`];
  // It says nothing when it is ready.
  const server = await start(
    cores.server,
    ['sh', '-c', `echo started; exec "$@"`, 'sh', ...command],
    /(started)/,
  );
  const base = `http://127.0.0.1:${peerPort}/public/`;
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(base).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const rates = { threads: await rateOf(base, threads), searches: await rateOf(base, searches) };
  await server.stop();
  return rates;
}

/** Answers a second to all these, some at a time. */
async function rateOf(base: string, addresses: readonly string[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const left = [...addresses];
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = left.pop(); next !== undefined; next = left.pop()) await ask(agent, base + next);
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
