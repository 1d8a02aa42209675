import { join } from 'node:path';
import { corpus } from './corpus.ts';
import { fetchPage, inFolder, pagesOf, serve } from './greffe.ts';
import { duration, median, megabytes, type Result } from './result.ts';

const rounds = 5;

/** How long `greffe serve` takes to its first page, and the memory it holds: never indexed, then indexed. */
export async function start(pages: number): Promise<Result> {
  const repository = await corpus(pages);
  const first = (await pagesOf(repository))[0]?.address ?? '/';
  return inFolder(async (folder) => {
    const data = join(folder, 'data');
    const once = async () => {
      const begun = performance.now();
      const server = await serve(repository, data);
      await fetchPage(server.sign + first);
      const time = performance.now() - begun;
      const { now, most } = server.memory();
      await server.stop();
      return { time, now, most };
    };
    const cold = await once();
    const warm = [];
    for (let round = 0; round < rounds; round += 1) warm.push(await once());
    return {
      rows: [
        { work: 'never indexed: start to first page', ours: duration(cold.time) },
        { work: 'never indexed: most memory', ours: megabytes(cold.most) },
        {
          work: 'indexed: start to first page',
          ours: duration(median(warm.map(({ time }) => time))),
          goal: '< 1 s',
        },
        {
          work: 'indexed: memory after the first page',
          ours: megabytes(median(warm.map(({ now }) => now))),
          goal: '< 200 MB',
        },
      ],
      samples: { cold, warm },
    };
  });
}
