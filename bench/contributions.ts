import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { git, Repository } from '../test/support/git.ts';
import { corpus } from './corpus.ts';
import { cores, fetchPage, inFolder, program } from './greffe.ts';
import { run, start } from './process.ts';
import { duration, median, quantile, type Result } from './result.ts';

const previews = 200;
const clones = 5;
const editors = 50;
const readings = 300;

const settings = (text: string) =>
  `${text}\nlists:\n  public: { address: public@lists.example, moderators: [mona@lists.example] }\n`;

/** A page of 20 kB previewed as it is typed; the wiki cloned; and pages read while many preview. */
export async function contributions(pages: number): Promise<Result> {
  const source = await corpus(pages);
  return await inFolder(async (folder) => {
    const wiki = join(folder, 'wiki.git');
    await git('/', ['clone', '--quiet', '--bare', source, wiki]);
    const repository = new Repository(wiki, 'main');
    const before = await repository.git(['show', 'main:greffe.yml']).catch(() => '');
    const text = await longPage(repository);
    await repository.commit(
      'A long page',
      { 'long.md': text, 'greffe.yml': settings(before) },
      { date: new Date() },
    );
    const ours = await start(
      cores.server,
      [program, 'serve', wiki, '--port', '0', '--data', join(folder, 'data'), '--smtp', '127.0.0.1:0'],
      /(https?:\/\/[^\s/]+:\d+)/,
    );
    const backend = fileURLToPath(new URL('backend.ts', import.meta.url));
    const peer = await start(cores.server, [process.execPath, backend, folder], /(http\S+)/);
    const form = `${ours.sign}/-/edit/long.md`;
    const base = /name="base" value="(\w+)"/.exec((await fetchPage(form)).toString())?.[1] ?? '';
    const typed: number[] = [];
    for (let number = 0; number < previews; number++) typed.push(await preview(form, base, text, number));
    const [own, theirs]: [number[], number[]] = [[], []];
    for (let number = 0; number < clones; number++) {
      own.push(await cloned(`${ours.sign}/wiki.git`, join(folder, `ours-${number}`)));
      theirs.push(await cloned(`${peer.sign}/wiki.git`, join(folder, `theirs-${number}`)));
    }
    const alone = await read(ours.sign);
    const stop = new AbortController();
    const busy = Array.from({ length: editors }, async (_, editor) => {
      // Who types stops to think.
      for (let number = 0; !stop.signal.aborted; number++) {
        await preview(form, base, text, editor * 1_000 + number);
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    });
    const crowded = await read(ours.sign);
    stop.abort();
    await Promise.all(busy);
    await ours.stop();
    await peer.stop();
    return {
      rows: [
        {
          work: 'a page of 20 kB previewed as it is typed',
          ours: `p50 ${duration(median(typed))}, p95 ${duration(quantile(typed, 0.95))}`,
          goal: 'p95 < 50 ms',
        },
        {
          work: 'the wiki cloned',
          ours: duration(median(own)),
          peer: `git http-backend ${duration(median(theirs))}`,
          ratio: (median(own) / median(theirs)).toFixed(2),
          goal: '<= 1.25',
        },
        {
          work: `pages read while ${editors} preview once a second, beside alone`,
          ours: `${Math.round(crowded)} beside ${Math.round(alone)} pages/s`,
          ratio: (crowded / alone).toFixed(2),
          goal: '>= 0.5',
        },
      ],
      samples: { typed, own, theirs, alone, crowded },
    };
  });
}

/** Pages of the wiki, one after the other, until there are 20 kB. */
async function longPage(repository: Repository): Promise<string> {
  const files = (await repository.git(['ls-tree', '-r', '--name-only', 'main'])).split('\n');
  let text = '# A long page\n\n';
  for (const file of files.filter((name) => /\/.*\.md$/.test(name))) {
    if (text.length > 20_000) break;
    text += (await repository.git(['show', `main:${file}`])).replace(/^---[\s\S]*?\n---\n/, '');
  }
  return `${text.slice(0, 20_000)}\n`;
}

async function preview(form: string, base: string, text: string, number: number): Promise<number> {
  const begun = performance.now();
  const body = new URLSearchParams({ do: 'preview', base, text: `${text}\nA sentence, number ${number}.\n` });
  const answer = await fetch(form, { method: 'POST', body });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${form}: ${answer.status}`);
  return performance.now() - begun;
}

async function cloned(url: string, folder: string): Promise<number> {
  const begun = performance.now();
  await run(cores.client, ['git', 'clone', '--quiet', '--bare', url, folder]);
  return performance.now() - begun;
}

/** Pages a second, one after the other, each time another address. */
async function read(site: string): Promise<number> {
  const begun = performance.now();
  for (let number = 0; number < readings; number++)
    await fetchPage(`${site}/?seen=${randomBytes(4).toString('hex')}`);
  return (readings / (performance.now() - begun)) * 1_000;
}
