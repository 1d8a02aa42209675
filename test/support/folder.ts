import { mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A new empty folder of its own. Nobody has to remove it: the whole run lives in one temporary folder
 * (see `run.ts`), removed when the last test has ended.
 */
export async function temporaryFolder(name = 'folder'): Promise<string> {
  return realpath(await mkdtemp(join(tmpdir(), `${name}-`)));
}
