import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The messages of a Maildir, those of `cur` before those of `new`, each in the order of their names. */
export async function* maildirMessages(
  folder: string,
  maxBytes: number,
): AsyncGenerator<Buffer | 'too-large', void> {
  for (const kind of ['cur', 'new']) {
    const files = (await readdir(join(folder, kind))).filter((name) => !name.startsWith('.')).sort();
    for (const file of files) {
      const path = join(folder, kind, file);
      const { size } = await stat(path);
      yield size > maxBytes ? 'too-large' : await readFile(path);
    }
  }
}
