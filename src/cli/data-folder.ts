import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Unavailable } from '../config/errors.ts';

/** Makes a data folder, and those above it, where there is none; throws {@link Unavailable} when it cannot be made. */
export function makeDataFolder(folder: string): void {
  try {
    makeFolders(resolve(folder));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new Unavailable(
      `The data folder ${folder} cannot be made (${code}).`,
      'Name another one with --data.',
      { cause },
    );
  }
}

/** One after the other: Node's own `recursive` tries for ever below `/proc`, which is there and says that it is not. */
function makeFolders(folder: string): void {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at); at = dirname(at)) missing.unshift(at);
  for (const each of missing) makeUnlessMade(each);
  if (!statSync(folder).isDirectory()) mkdirSync(folder);
}

function makeUnlessMade(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process was faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !existsSync(folder)) throw error;
  }
}
