import { folderOf, foldersAbove } from '../../wiki/paths.ts';
import type { Crew } from './crew.ts';
import type { FormerSite } from './former-site.ts';
import type { Made, ToMake } from './making.ts';
import type { KnownFile } from './site-cache.ts';
import type { StaticTarget } from './static-address.ts';

/** An address at which a file should have been made, and why there is none. */
export interface Failure {
  readonly address: string;
  readonly message: string;
}

/** What is to be made: addresses to begin with, and those that what was made leads to. */
export interface Making {
  /** What the site must have. */
  readonly seeds: readonly string[];
  /** Where the wiki had something once; there may be nothing any more. */
  readonly former: readonly string[];
  readonly targetOf: (address: string) => StaticTarget | undefined;
  readonly site: FormerSite;
  /** Takes over a file of the former site. */
  readonly keep: (known: KnownFile) => void;
  readonly onProgress: (done: number, total: number) => void;
}

/** The files of a site. */
export interface MadeFiles {
  readonly kept: readonly KnownFile[];
  readonly made: readonly Made[];
  readonly failures: readonly Failure[];
}

/** Files handed to a thread at a time; fewer when few are left, so that all threads have some. */
const BATCH = 32;

/** What file systems take for one name, in bytes. */
const MAX_NAME = 255;

function isTooLong(file: string): boolean {
  return file.length > MAX_NAME / 3 && file.split('/').some((name) => Buffer.byteLength(name) > MAX_NAME);
}

/** Makes the files of a site, following the links of each to those that nothing else tells of. */
export async function makeFiles(crew: Crew, making: Making): Promise<MadeFiles> {
  const owners = new Map<string, string>();
  const folders = new Map<string, string>();
  const kept: KnownFile[] = [];
  const made: Made[] = [];
  const failures: Failure[] = [];
  const expected = new Set<string>();
  const todo: ToMake[] = [];

  const add = (address: string, isExpected: boolean) => {
    const target = making.targetOf(address);
    if (!target) return;
    if (isExpected) expected.add(target.address);
    const owner = owners.get(target.file);
    if (owner !== undefined) {
      if (owner !== target.address && isExpected)
        failures.push({ address, message: `its file, ${target.file}, is that of ${owner}` });
      return;
    }
    const above = foldersAbove(folderOf(target.file));
    const inTheWay = folders.get(target.file) ?? above.flatMap((folder) => owners.get(folder) ?? [])[0];
    if (inTheWay !== undefined || isTooLong(target.file)) {
      const message =
        inTheWay === undefined
          ? 'its name is too long for a file'
          : `its file, ${target.file}, cannot stand beside that of ${inTheWay}`;
      if (isExpected) failures.push({ address, message });
      return;
    }
    owners.set(target.file, target.address);
    for (const folder of above) folders.set(folder, target.address);
    const known = making.site.right.get(target.address);
    if (known?.file === target.file) {
      making.keep(known);
      kept.push(known);
      for (const link of known.links) add(link, true);
      return;
    }
    const former = making.site.files.get(target.file)?.digest;
    todo.push({ address: target.address, file: target.file, ...(former !== undefined && { former }) });
  };

  const take = (file: Made) => {
    if (file.fault !== undefined)
      throw Object.assign(new Error(file.error), { code: file.fault, syscall: 'write' });
    if (file.digest !== undefined) made.push(file);
    else if (file.error !== undefined) failures.push({ address: file.address, message: file.error });
    else if (expected.has(file.address))
      failures.push({ address: file.address, message: 'there is nothing there' });
    for (const link of file.links) add(link, true);
  };

  const work = async (): Promise<void> => {
    for (;;) {
      const files = todo.splice(0, Math.min(BATCH, Math.ceil(todo.length / (2 * crew.size))));
      if (files.length === 0) return;
      for (const file of await crew.ask<'make'>({ kind: 'make', files })) take(file);
      making.onProgress(kept.length + made.length, kept.length + made.length + todo.length);
    }
  };

  for (const address of making.seeds) add(address, true);
  for (const address of making.former) add(address, false);
  // Two batches for each thread, so that it never waits; what the last ones lead to begins another round.
  while (todo.length > 0) await Promise.all(Array.from({ length: 2 * crew.size }, work));
  return { kept, made, failures };
}
