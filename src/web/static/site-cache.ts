import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Asked } from './recall.ts';

/** A file of the site as it was written. */
export interface KnownFile {
  readonly address: string;
  readonly file: string;
  readonly digest: string;
  /** Of the file: bytes, milliseconds since 1970. */
  readonly size: number;
  readonly modified: number;
  readonly links: readonly string[];
  readonly redirectsTo?: string;
  readonly ages: boolean;
  readonly questions: readonly number[];
}

/** What is remembered of a site, beside the index, to make it anew from what changed. */
export interface SiteCache {
  /** What the site was made with; another one makes every file anew. */
  readonly recipe: string;
  /** The mark of the site it tells of. */
  readonly mark: string;
  /** Which state of the index it shows, and when "now" was (milliseconds since 1970). */
  readonly generation: number;
  readonly time: number;
  readonly asked: readonly Asked[];
  readonly files: readonly KnownFile[];
}

/** Where the cache of a site is kept in the data folder. */
export function cacheFile(dataFolder: string, out: string): string {
  return join(dataFolder, 'sites', `${hash('sha256', out, 'hex').slice(0, 16)}.json`);
}

/** What is remembered; undefined when there is nothing that can be read. */
export function readCache(file: string): SiteCache | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as SiteCache;
  } catch {
    return undefined;
  }
}

export function writeCache(file: string, cache: SiteCache): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(cache));
  renameSync(`${file}.new`, file);
}

/** What a site is made with besides the wiki: this program, as it is installed, and what was asked for. */
export function recipeOf(options: unknown): string {
  const program = fileURLToPath(new URL('../../', import.meta.url));
  const parts = readdirSync(program, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(program, name));
      return `${name} ${size} ${mtimeMs}`;
    });
  return hash('sha256', JSON.stringify([parts, options, process.version]), 'hex');
}
