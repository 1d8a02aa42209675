import type { Reader } from './database.ts';
import { everyFileRow, fileAt, filesAt, foldersAt } from './files.ts';
import { lastVersion, newestVersions } from './history.ts';
import {
  everyPageFacts,
  everyPageSummary,
  pageAt,
  pageFactsAt,
  pageOfAddress,
  pagesAt,
  pagesOfAddresses,
  pagesOfFamilies,
} from './pages.ts';
import { everyFolder } from './site-map.ts';
import { allTranslations, translationAt } from './translations.ts';

/** Answers, from memory, one of the questions that pages put most; undefined when it must be put to the index itself. */
type Answers = (argument: never) => { readonly answer: unknown } | undefined;

/** For each of these questions, what answers it. */
export type Snapshot = ReadonlyMap<unknown, Answers>;

/**
 * What the index holds of pages, files, folders and newest versions, in memory: for who puts the same few questions about
 * all of them. Right while the index does not change; answers are what the questions themselves would give.
 */
export async function takeSnapshot(reader: Reader): Promise<Snapshot> {
  const pages = await everyPageSummary(reader);
  const pagesByAddress = new Rows(pages, ({ address }) => address);
  const pagesByPath = new Rows(pages, ({ path }) => path);
  const files = new Rows(await everyFileRow(reader), ({ path }) => path);
  const folders = new Rows(await everyFolder(reader), (path) => path);
  const versions = new Rows(await newestVersions(reader), ({ path }) => path);
  const facts = new Map((await everyPageFacts(reader)).map((page) => [page.path, page.facts]));
  const translations = new Rows(await allTranslations(reader), ({ path }) => path);
  const pagesByFamily = new Rows(pages, ({ family }) => family);
  return new Map<unknown, Answers>([
    [pageAt, (path: string) => ({ answer: pagesByPath.first(path) })],
    [pageFactsAt, (path: string) => ({ answer: facts.get(path) })],
    [translationAt, (path: string) => ({ answer: translations.first(path) })],
    [pageOfAddress, (address: string) => ({ answer: pagesByAddress.first(address) })],
    [fileAt, (path: string) => ({ answer: files.first(path) })],
    [lastVersion, (path: string) => ({ answer: versions.first(path) })],
    [pagesAt, (paths: readonly string[]) => pagesByPath.all(paths)],
    [pagesOfAddresses, (addresses: readonly string[]) => pagesByAddress.all(addresses)],
    [pagesOfFamilies, (families: readonly string[]) => pagesByFamily.all(families)],
    [filesAt, (paths: readonly string[]) => files.all(paths)],
    [foldersAt, (paths: readonly string[]) => folders.all(paths)],
  ]);
}

/** As many keys as one statement takes: the rows of more come batch by batch, in another order. */
const MAX_KEYS = 200;

/** Rows in the order of the database, found by a key that several may have. */
class Rows<T> {
  readonly #rows: readonly T[];
  readonly #places = new Map<string, number[]>();

  constructor(rows: readonly T[], keyOf: (row: T) => string) {
    this.#rows = rows;
    for (const [place, row] of rows.entries()) {
      const key = keyOf(row);
      const known = this.#places.get(key);
      if (known) known.push(place);
      else this.#places.set(key, [place]);
    }
  }

  first(key: string): T | undefined {
    return this.#rows[this.#places.get(key)?.[0] ?? -1];
  }

  /** Undefined when there are too many keys. */
  all(keys: readonly string[]): { readonly answer: readonly T[] } | undefined {
    if (keys.length > MAX_KEYS) return undefined;
    const places = new Set<number>();
    for (const key of keys) for (const place of this.#places.get(key) ?? []) places.add(place);
    return { answer: [...places].sort((a, b) => a - b).map((place) => this.#rows[place] as T) };
  }
}
