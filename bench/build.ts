import { join } from 'node:path';
import { git, Repository } from '../test/support/git.ts';
import { corpus } from './corpus.ts';
import { inFolder, pagesOf, program } from './greffe.ts';
import { hugoCold, hugoRebuild } from './hugo.ts';
import { has, measured } from './process.ts';
import { duration, median, megabytes, type Result, times } from './result.ts';

const rebuilds = 3;

/**
 * The whole site as files, both cores at its disposal: from nothing (no index, no site), then after one changed page; and
 * what the index of the search, which Hugo has not, adds.
 */
export async function build(pages: number): Promise<Result> {
  const repository = await corpus(pages);
  const page = (await pagesOf(repository))[0]?.file ?? '';
  return inFolder(async (folder) => {
    const wiki = join(folder, 'wiki.git');
    await git('/', ['clone', '--quiet', '--bare', repository, wiki]);
    const run = (name: string, ...more: readonly string[]) =>
      measured([
        program,
        ...['build', wiki, join(folder, name), '--data', join(folder, `data-${name}`)],
        ...['--base', 'https://wiki.example', ...more],
      ]);
    const cold = await run('site', '--no-search');
    const author = new Repository(wiki, 'main');
    const again = [];
    for (let number = 0; number < rebuilds; number += 1) {
      const text = await author.git(['show', `main:${page}`]);
      await author.commit(
        `Change ${number}`,
        { [page]: `${text}\n\nChange ${number}\n` },
        { date: new Date() },
      );
      again.push(await run('site', '--no-search'));
    }
    const searched = await run('site');
    const hugo = has('hugo')
      ? {
          cold: await hugoCold(repository, folder),
          again: await hugoRebuild(repository, join(folder, 'again'), page),
        }
      : undefined;
    const rebuilt = median(again.map(({ time }) => time));
    const beside = (ours: number, peer: number | undefined, shown: (value: number) => string) =>
      peer === undefined ? {} : { peer: `${shown(peer)} (hugo)`, ratio: times(ours / peer) };
    return {
      rows: [
        {
          work: 'site from nothing, without the search',
          ours: duration(cold.time),
          ...beside(cold.time, hugo?.cold.time, duration),
          goal: '<= 1 x',
        },
        {
          work: 'site from nothing: most memory',
          ours: megabytes(cold.most),
          ...beside(cold.most, hugo?.cold.most, megabytes),
          goal: '<= 0.7 x',
        },
        {
          work: `site after one changed page, median of ${rebuilds}`,
          ours: duration(rebuilt),
          ...beside(rebuilt, hugo && median(hugo.again), duration),
        },
        { work: 'site with the search, nothing else changed', ours: duration(searched.time) },
      ],
      samples: { cold, again, searched, hugo },
    };
  });
}
