import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { corpus } from './corpus.ts';
import { inFolder } from './greffe.ts';
import { duration, megabytes, type Result } from './result.ts';

const program = fileURLToPath(new URL('../bin/greffe', import.meta.url));

/** How long `greffe check` takes, and the memory it holds: of a wiki never seen, of the same again, of one change. */
export async function check(pages: number): Promise<Result> {
  const repository = await corpus(pages);
  return inFolder(async (data) => {
    const first = await measure([repository, '--data', data]);
    const again = await measure([repository, '--data', data]);
    const change = await measure([repository, '--data', data, '--base', 'HEAD~1']);
    return {
      rows: [
        { work: 'check, nothing known', ours: duration(first.time) },
        { work: 'check, most memory', ours: megabytes(first.memory) },
        { work: 'check, the same again', ours: duration(again.time) },
        { work: 'check, what the last commit introduces', ours: duration(change.time) },
      ],
      samples: { first, again, change },
    };
  });
}

/** One run to its end: milliseconds, and the most bytes resident that were seen. */
async function measure(args: readonly string[]) {
  const begun = performance.now();
  const child = spawn(program, ['check', ...args, '--fail-on', 'never', '--format', 'json'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let memory = 0;
  const look = setInterval(() => {
    memory = Math.max(memory, residentAtMost(child.pid ?? 0));
  }, 50);
  const [code] = await once(child, 'exit');
  clearInterval(look);
  if (code !== 0) throw new Error(`greffe check ended with ${code}`);
  return { time: performance.now() - begun, memory };
}

function residentAtMost(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
  } catch (error) {
    // It has just ended.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}
