import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { Unavailable } from '../../config/errors.ts';
import type { FileWriter } from './site-folder.ts';

/** Where the index of the search is in a site. */
const FOLDER = '-/pagefind';

/** Not prose; and the row of a table, which its table has too, and of which there are as many as it pleases. */
const NOT_SEARCHED = ['.heading-link', '.tags', '.row-card'];

/** Takes over the search of the former site; says whether there was one. */
export function keepSearch(former: string, writer: FileWriter): boolean {
  const folder = join(former, FOLDER);
  if (!statSync(folder, { throwIfNoEntry: false })) return false;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) writer.keep(join(entry.parentPath, entry.name).slice(former.length + 1), former);
  }
  return true;
}

/** Adds to the site in a folder an index of the words of its pages, which the page of search reads in the browser. */
export async function addSearch(
  folder: string,
  onProgress: (step: 'search', done: number, total: number) => void,
): Promise<void> {
  onProgress('search', 0, 1);
  try {
    const { index, errors } = await createIndex({ rootSelector: 'main', excludeSelectors: NOT_SEARCHED });
    if (!index) throw unsearchable(errors);
    const added = await index.addDirectory({ path: folder });
    if (added.errors.length > 0) throw unsearchable(added.errors);
    const { errors: faults } = await index.writeFiles({ outputPath: join(folder, FOLDER) });
    if (faults.length > 0) throw unsearchable(faults);
  } finally {
    await close();
  }
  onProgress('search', 1, 1);
}

function unsearchable(errors: readonly string[]): Unavailable {
  return new Unavailable(
    `The index of the search cannot be made: ${errors.join(' ')}.`,
    'To make the site without one: --no-search.',
  );
}
