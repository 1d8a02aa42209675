import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = fileURLToPath(new URL('../../examples/make-history', import.meta.url));

/** How long another test file may take to make it. */
const PATIENCE_MS = 60_000;

/** The example's repository, a working copy made once a run; nobody writes to it. */
export async function example(): Promise<string> {
  const folder = join(tmpdir(), 'example');
  if (await isFirst(`${folder}.claimed`)) await promisify(execFile)(script, [folder]);
  // The script moves it there when it is whole
  for (const started = Date.now(); !existsSync(folder); await setTimeout(50)) {
    if (Date.now() - started > PATIENCE_MS) throw new Error('The example was not made');
  }
  return folder;
}

/** Whether this is the first of the test files, which run side by side, to come here. */
async function isFirst(claim: string): Promise<boolean> {
  return await mkdir(claim).then(
    () => true,
    () => false,
  );
}
