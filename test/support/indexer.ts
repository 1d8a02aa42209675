/**
 * A program that brings an index up to date: `node test/support/indexer.ts GIT-DIR DATABASE [rebuild]`. It says each time
 * it read some files.
 */
import { ObjectReader } from '../../src/git/objects.ts';
import { openDatabase } from '../../src/store/database.ts';
import { updateIndex } from '../../src/wiki/indexing.ts';

const [gitDir = '', location = '', rebuild] = process.argv.slice(2);
const database = await openDatabase(location);
const objects = new ObjectReader(gitDir);
const onProgress = (done: number) => console.log(done);
const context = { gitDir, objects, database, location: gitDir, name: 'wiki', overrides: {}, onProgress };
await updateIndex(context, { rebuild: rebuild !== undefined });
objects.close();
await database.close();
