import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { corpus } from './corpus.ts';
import { cores, fetchPage, inFolder, pagesOf, serve } from './greffe.ts';
import { startNginx } from './nginx.ts';
import { has, type Running, run, start } from './process.ts';
import { duration, median, perSecond, quantile, type Result, type Row, times } from './result.ts';

const rounds = 5;
/** Of each server, in each round. */
const seconds = 3;
const connections = 32;
/** Pages asked for the first time, one after the other. */
const firsts = 500;

/** One page on one core, from a server and its peers in turn; and pages that nobody had asked for before. */
export async function serving(pages: number): Promise<Result> {
  const repository = await corpus(pages);
  const all = await pagesOf(repository);
  const page = all[Math.floor(all.length / 2)]?.address ?? '/';
  return inFolder(async (folder) => {
    const ours = await serve(repository, join(folder, 'data'));
    const body = await fetchPage(ours.sign + page);
    const file = join(folder, 'page.html');
    await writeFile(file, body);
    const bare = fileURLToPath(new URL('bare.ts', import.meta.url));
    const peers: Record<string, Running> = {
      'node:http': await start(cores.server, [process.execPath, bare, file], /(http:\S+)/),
      ...(has('nginx') ? { nginx: await startNginx(folder, file) } : {}),
    };
    const first = await firstTimes(ours.sign, all);
    const samples = await inTurn({
      ours: ours.sign + page,
      ...Object.fromEntries(Object.entries(peers).map(([name, { sign }]) => [name, `${sign}/page.html`])),
    });
    await Promise.all([ours, ...Object.values(peers)].map((server) => server.stop()));

    const rate = (name: string) => median((samples[name] ?? []).map((sample) => sample.perSecond));
    const row = (peer: string): Row => ({
      work: `one page of ${Math.round(body.length / 1000)} kB, one core, beside ${peer}`,
      ours: perSecond(rate('ours')),
      peer: perSecond(rate(peer)),
      ratio: times(rate('ours') / rate(peer)),
      ...(peer === 'node:http' ? { goal: '>= 0.90 x' } : {}),
    });
    return {
      rows: [
        ...Object.keys(peers).map(row),
        { work: `first time a page is asked, median of ${first.length}`, ours: duration(median(first)) },
        { work: 'first time a page is asked, 95th in 100', ours: duration(quantile(first, 0.95)) },
      ],
      samples: { page, bytes: body.length, generator: generator(), load: samples, first },
    };
  });
}

interface Sample {
  readonly perSecond: number;
  /** The share of its core the load generator used, when it can tell. */
  readonly busy?: number;
}

/** Alternates between the servers, so that what disturbs the machine disturbs them all. */
async function inTurn(urls: Readonly<Record<string, string>>): Promise<Record<string, Sample[]>> {
  const samples = Object.fromEntries(Object.keys(urls).map((name): [string, Sample[]] => [name, []]));
  for (const url of Object.values(urls)) await load(url, 1); // unmeasured: the compilers warm up
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, url] of Object.entries(urls)) samples[name]?.push(await load(url, seconds));
  }
  return samples;
}

const generator = (): 'wrk' | 'bench/load.ts' => (has('wrk') ? 'wrk' : 'bench/load.ts');

async function load(url: string, duration: number): Promise<Sample> {
  if (generator() === 'wrk') {
    const command = ['wrk', '-t1', `-c${connections}`, `-d${duration}s`, url];
    const { output } = await run(cores.client, command);
    if (/Non-2xx|Socket errors/.test(output)) throw new Error(`wrk met errors:\n${output}`);
    return { perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(output)?.[1]) };
  }
  const script = fileURLToPath(new URL('load.ts', import.meta.url));
  const command = [process.execPath, script, url, String(duration), String(connections)];
  return JSON.parse((await run(cores.client, command)).output);
}

async function firstTimes(origin: string, all: readonly { address: string }[]): Promise<readonly number[]> {
  const step = Math.max(1, Math.floor(all.length / firsts));
  const found: number[] = [];
  for (let index = 0; index < all.length && found.length < firsts; index += step) {
    const begun = performance.now();
    await fetchPage(origin + all[index]?.address);
    found.push(performance.now() - begun);
  }
  return found;
}
