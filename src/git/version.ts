import { Unavailable } from '../config/errors.ts';
import { gitText } from './run.ts';

/** The git of Debian 12. */
export const OLDEST_GIT = '2.39';

/** The version of the `git` program; undefined when there is none. */
export async function gitVersion(): Promise<string | undefined> {
  try {
    return /\d+(?:\.\d+)+/.exec(await gitText(undefined, ['version']))?.[0];
  } catch (error) {
    if (error instanceof Unavailable) return undefined;
    throw error;
  }
}

export function isSupported(version: string): boolean {
  return version.localeCompare(OLDEST_GIT, 'en', { numeric: true }) >= 0;
}
