import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Settings } from '../../src/config/settings.ts';
import { ObjectReader } from '../../src/git/objects.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { pageAt } from '../../src/store/pages.ts';
import { wikiState } from '../../src/store/wiki-state.ts';
import { type Found, findAddress } from '../../src/wiki/find-address.ts';
import type { IndexContext } from '../../src/wiki/index-context.ts';
import { siteOf, updateIndex } from '../../src/wiki/indexing.ts';
import { type Destination, followLinks } from '../../src/wiki/links.ts';
import type { Site } from '../../src/wiki/site.ts';
import type { Ask } from '../../src/wiki/trace.ts';
import { type Place, placeOn, usualEngine } from './engines.ts';
import { type Files, type Repository, repository } from './git.ts';

/** A wiki and its index, closed when the test ends. */
export interface IndexedWiki {
  readonly repository: Repository;
  readonly database: Database;
  readonly context: IndexContext;
  readonly ask: Ask;
  /** Brings the index to the repository's newest commit. */
  update(options?: { readonly rebuild?: boolean }): Promise<boolean>;
  site(): Promise<Site>;
  /** What is at an address, in a few words: `page guides.md for fr`, `moved to /guides`, `gone old.md`. */
  find(address: string): Promise<string>;
  /** Where a target leads that a page writes: a URL's path, `external` or `missing`. */
  link(from: string, target: string, language?: string): Promise<string>;
}

export interface IndexedOptions {
  readonly place?: Place;
  readonly overrides?: Partial<Settings>;
}

/**
 * A repository with these files, or one made before, and its index.
 *
 * @example
 * const wiki = await indexed({ 'index.md': '# Accueil' });
 * expect(await wiki.find('/')).toBe('page index.md for fr');
 */
export async function indexed(files: Files | Repository, options: IndexedOptions = {}): Promise<IndexedWiki> {
  const wiki = await unindexed(files, options);
  await wiki.update();
  return wiki;
}

/** The same before its first index. */
export async function unindexed(
  files: Files | Repository,
  { place, overrides = {} }: IndexedOptions = {},
): Promise<IndexedWiki> {
  const made = isRepository(files) ? files : await repository(files);
  const { dataFolder, databaseUrl } = place ?? (await placeOn(usualEngine()));
  const database = await openDatabase(databaseUrl ?? join(dataFolder, 'index.db'));
  const objects = new ObjectReader(made.path);
  onTestFinished(async () => {
    objects.close();
    await database.close();
  });
  const context = { gitDir: made.path, objects, database, location: made.path, name: 'wiki', overrides };
  const ask: Ask = (question, ...args) => question(database.reader, ...args);
  const site = async () => {
    const state = await wikiState(database.reader);
    if (!state) throw new Error('There is no index yet');
    return siteOf(state);
  };
  return {
    repository: made,
    database,
    context,
    ask,
    update: (options) => updateIndex(context, options),
    site,
    find: async (address) => said(await findAddress(ask, address, await site())),
    async link(from, target, language) {
      const page = await ask(pageAt, from);
      if (!page) throw new Error(`There is no page ${from}`);
      const linking = { path: from, family: page.family, language: language ?? page.language };
      const destinations = await followLinks(ask, linking, [target], await site());
      return lead(destinations.get(target) as Destination);
    },
  };
}

function isRepository(files: Files | Repository): files is Repository {
  return 'path' in files && typeof files.path === 'string' && 'git' in files;
}

function said(found: Found): string {
  switch (found.kind) {
    case 'page':
      return `page ${found.page.path} for ${found.language}`;
    case 'file':
      return `file ${found.file.path}`;
    case 'folder':
      return `folder ${found.folder || '.'} for ${found.language}`;
    case 'moved':
      return `moved to ${found.to}`;
    case 'gone':
      return `gone ${found.deletion.path}`;
    case 'missing':
      return 'missing';
  }
}

function lead(destination: Destination): string {
  return 'href' in destination ? destination.href : destination.kind;
}
