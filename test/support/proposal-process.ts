import { join } from 'node:path';
import { readSettings } from '../../src/config/settings.ts';
import { findSource } from '../../src/git/open.ts';
import { listsOf } from '../../src/mail/list.ts';
import { Lists } from '../../src/mail/lists.ts';
import { decidersAmong } from '../../src/members/deciders.ts';
import { ProposalWorker } from '../../src/proposals/worker.ts';
import { openDatabase } from '../../src/store/database.ts';

// What a server does with proposals, without its pages, until it is killed: DATA WIKI SETTINGS.
const [dataFolder = '', wiki = '', settings = ''] = process.argv.slice(2);
const database = await openDatabase(join(dataFolder, 'index.db'));
const archives = new Lists(join(dataFolder, 'lists'));
const lists = listsOf(readSettings(settings).settings);
const worker = new ProposalWorker({
  database,
  source: await findSource(wiki, dataFolder),
  dataFolder,
  place: () =>
    Promise.resolve({
      lists,
      site: { title: () => 'Wiki', origin: 'https://wiki.example', defaultLanguage: 'fr', timezone: 'UTC' },
    }),
  read: (list, oid) => archives.read(list, oid),
  isOurs: () => true,
  deciders: decidersAmong,
  queued: () => {},
  failed: (error) => process.stderr.write(`${(error as Error).stack}\n`),
});
process.stdout.write('ready\n');
await worker.settled();
process.stdout.write('settled\n');
setInterval(() => {}, 1_000);
