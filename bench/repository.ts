import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { git } from '../test/support/git.ts';

/** Makes a repository of one commit, from the pieces of each of its files; its path. */
export async function repositoryOf(
  path: string,
  files: Readonly<Record<string, Iterable<string>>>,
): Promise<string> {
  await mkdir(path, { recursive: true });
  await git(path, ['init', '--quiet', '--initial-branch=main']);
  for (const [name, pieces] of Object.entries(files))
    await pipeline(Readable.from(inBlocks(pieces)), createWriteStream(join(path, name)));
  await git(path, ['add', '.']);
  const person = ['-c', 'user.name=Bench', '-c', 'user.email=bench@office.example'];
  await git(path, [...person, 'commit', '--quiet', '--message', 'Add files']);
  return path;
}

/** The pieces by tens of thousands: one write each would take longer than what is measured. */
function* inBlocks(pieces: Iterable<string>): Generator<string> {
  let block: string[] = [];
  for (const piece of pieces) {
    block.push(piece);
    if (block.length < 10_000) continue;
    yield block.join('');
    block = [];
  }
  yield block.join('');
}
