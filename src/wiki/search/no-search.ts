import type { SearchIndexing } from './search-indexer.ts';

async function nothing(): Promise<void> {}

/** For an index that nobody will search. */
export const NO_SEARCH: SearchIndexing = {
  analysers: undefined,
  add: nothing,
  addDocuments: nothing,
  remove: nothing,
  forget: nothing,
  finish: nothing,
};
