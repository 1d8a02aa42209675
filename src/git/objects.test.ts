import { readdirSync, readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { type Repository, repository } from '../../test/support/git.ts';
import { Unavailable } from '../config/errors.ts';
import { ObjectReader } from './objects.ts';

function reader(wiki: Repository): ObjectReader {
  const objects = new ObjectReader(wiki.path);
  onTestFinished(() => objects.close());
  return objects;
}

/** The `git cat-file` processes that read this repository. */
function processes(wiki: Repository): number[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.map(Number).filter((id) => {
    const line = commandLine(id);
    return line.includes('cat-file') && line.includes(wiki.path);
  });
}

function commandLine(id: number): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return ''; // it ended meanwhile
  }
}

test('many objects asked for at once are each given whole', async () => {
  const wiki = await repository({ 'x.md': 'x' });
  const contents = Array.from({ length: 300 }, (_, n) => `${n}\n`.repeat(n * 7));
  const ids = await Promise.all(contents.slice(0, 20).map((content) => wiki.blob(content)));
  const objects = reader(wiki);
  const many = Array.from({ length: 300 }, (_, n) => n % ids.length);
  const read = await Promise.all(many.map((n) => objects.read(ids[n] as string)));
  expect(read.map(String)).toEqual(many.map((n) => contents[n]));
  expect(processes(wiki)).toHaveLength(1);
});

test('an object that is missing is told among others that are there', async () => {
  const wiki = await repository({ 'x.md': 'x' });
  const id = await wiki.blob('there\n');
  const objects = reader(wiki);
  const [one, missing, other, size] = await Promise.allSettled([
    objects.read(id),
    objects.read('1'.repeat(40)),
    objects.read(id),
    objects.size(id),
  ]);
  expect(one).toMatchObject({ status: 'fulfilled', value: Buffer.from('there\n') });
  expect(missing).toMatchObject({ status: 'rejected', reason: expect.any(Unavailable) });
  expect(other.status).toBe('fulfilled');
  expect(size).toMatchObject({ value: 6 });
});

test('an empty object and one larger than any buffer are read', async () => {
  const wiki = await repository({ 'x.md': 'x' });
  const large = Buffer.alloc(9_000_001, 'abc\n');
  const ids = [await wiki.blob(''), await wiki.blob(large)] as const;
  const objects = reader(wiki);
  const [none, all] = await Promise.all([objects.read(ids[0]), objects.read(ids[1])]);
  expect(none.length).toBe(0);
  expect(all.equals(large)).toBe(true);
  expect(await objects.size(ids[1])).toBe(large.length);
  const chunks: Buffer[] = [];
  for await (const chunk of objects.stream(ids[1])) chunks.push(chunk);
  expect(Buffer.concat(chunks).equals(large)).toBe(true);
});

test('reading goes on when the process was killed', async () => {
  const wiki = await repository({ 'x.md': 'x' });
  const id = await wiki.blob('there');
  const objects = reader(wiki);
  await objects.read(id);
  for (const pid of processes(wiki)) process.kill(pid, 'SIGKILL');
  const read = await Promise.all([objects.read(id), objects.size(id), objects.read(id)]);
  expect(read.map(String)).toEqual(['there', '5', 'there']);
});

test('what is asked of a repository that is no more is refused', async () => {
  const objects = new ObjectReader('/nowhere/at/all.git');
  onTestFinished(() => objects.close());
  await expect(objects.read('1'.repeat(40))).rejects.toBeInstanceOf(Unavailable);
});

test('what was not yet read when it is closed is refused', async () => {
  const wiki = await repository({ 'x.md': 'x' });
  const id = await wiki.blob('there');
  const objects = new ObjectReader(wiki.path);
  const reading = objects.read(id);
  objects.close();
  await expect(reading).rejects.toBeInstanceOf(Unavailable);
});
