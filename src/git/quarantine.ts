import { copyFile, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { quotedAlternate, type Workshop } from './workshop.ts';

/** What a quarantine is called in the workshop's folder. */
const PREFIX = 'push-';

/** A push takes minutes: a quarantine of this age is what a crash left. */
const STALE_MS = 6 * 60 * 60 * 1000;

/**
 * A repository for the objects of one push, which sees those of the workshop and of the wiki. It goes with all that is in it:
 * what is accepted is copied where it belongs first.
 */
export interface Quarantine extends Workshop, AsyncDisposable {}

/** Opens one; `name` is of it alone. */
export async function openQuarantine(workshop: Workshop, name: string): Promise<Quarantine> {
  const folder = join(workshop.folder, `${PREFIX}${name}`);
  await mkdir(join(folder, 'objects', 'info'), { recursive: true });
  await mkdir(join(folder, 'refs'));
  const shown = resolve(workshop.folder, 'objects');
  await writeFile(join(folder, 'objects', 'info', 'alternates'), `${quotedAlternate(shown)}\n`);
  await copyFile(join(workshop.folder, 'config'), join(folder, 'config'));
  await writeFile(join(folder, 'HEAD'), 'ref: refs/heads/main\n');
  return {
    gitDir: workshop.gitDir,
    folder,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Does away with what pushes left that a crash cut short. */
export async function clearQuarantines({ folder }: Workshop, now = Date.now()): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(PREFIX)) continue;
    const path = join(folder, name);
    const age = now - ((await stat(path).catch(() => undefined))?.mtimeMs ?? now);
    if (age > STALE_MS) await rm(path, { recursive: true, force: true });
  }
}
