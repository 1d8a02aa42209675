import { join } from 'node:path';
import { git, Repository } from '../test/support/git.ts';
import { corpus } from './corpus.ts';
import { fetchPage, inFolder, pagesOf, serve } from './greffe.ts';
import { hugoRebuild } from './hugo.ts';
import { has } from './process.ts';
import { duration, median, quantile, type Result, times } from './result.ts';

const pushes = 20;
/** Milliseconds after which a pushed page is said never to have come. */
const patience = 30_000;

/** From `git push` done to the new page being served, a page at a time; beside a static site's full rebuild. */
export async function push(pages: number): Promise<Result> {
  const repository = await corpus(pages);
  const all = await pagesOf(repository);
  return inFolder(async (folder) => {
    const served = join(folder, 'wiki.git');
    const mine = join(folder, 'mine.git');
    await git('/', ['clone', '--quiet', '--bare', repository, served]);
    await git('/', ['clone', '--quiet', '--bare', served, mine]);
    const server = await serve(served, join(folder, 'data'));
    const author = new Repository(mine, 'main');
    const samples = [];
    for (let number = 1; number <= pushes; number += 1) {
      const page = all[Math.floor((all.length * number) / (pushes + 1))];
      if (!page) break;
      const mark = `poussée${number}`;
      const text = await author.git(['show', `main:${page.file}`]);
      await author.commit(`Push ${number}`, { [page.file]: `${text}\n\n${mark}\n` }, { date: new Date() });
      const begun = performance.now();
      await author.git(['push', '--quiet', 'origin', 'main']);
      const pushed = performance.now();
      await shown(server.sign + page.address, mark);
      samples.push({ push: pushed - begun, visible: performance.now() - pushed });
    }
    await server.stop();
    const visible = samples.map((sample) => sample.visible);
    const hugo = has('hugo') ? await hugoRebuild(repository, folder, all[0]?.file ?? '') : null;
    return {
      rows: [
        {
          work: `push done to new page served, median of ${visible.length}`,
          ours: duration(median(visible)),
          ...(hugo && { peer: `${duration(median(hugo))} (hugo)` }),
          ...(hugo && { ratio: times(median(visible) / median(hugo)) }),
          goal: '<= 0.020 x',
        },
        { work: 'push done to new page served, 95th in 100', ours: duration(quantile(visible, 0.95)) },
      ],
      samples: { pushes: samples, hugo },
    };
  });
}

/** Waits until the page holds the mark, asking again as soon as it is answered. */
async function shown(url: string, mark: string): Promise<void> {
  const begun = performance.now();
  while (!(await fetchPage(url)).includes(mark)) {
    if (performance.now() - begun > patience) throw new Error(`${url} never showed what was pushed`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
