import { join } from 'node:path';
import { startDelivery } from '../../src/mail/delivery/delivery-worker.ts';
import { Lists } from '../../src/mail/lists.ts';
import { startMailIn } from '../../src/mail/mail-in.ts';
import { mailPlace } from '../../src/mail/mail-place.ts';
import { openDatabase } from '../../src/store/database.ts';

// All that a server does with mail, in and out, without its pages, until it is killed: DATA RELAY-PORT.
const [dataFolder = '', relayPort = ''] = process.argv.slice(2);
const database = await openDatabase(join(dataFolder, 'greffe.sqlite'));
const lists = new Lists(join(dataFolder, 'lists'));
const failed = (error: unknown) => process.stderr.write(`${(error as Error).stack}\n`);
const delivery = startDelivery({
  database,
  relay: { host: '127.0.0.1', port: Number(relayPort), secure: false, requireTls: false, connections: 3 },
  site: async () => ({ lists: (await mailPlace(database))?.lists ?? [], origin: 'https://wiki.example' }),
  readArchived: (list, oid) => lists.read(list, oid),
  alone: true,
  pollMs: 20,
  events: { presumedSent: (ids) => process.stdout.write(`presumed ${ids.length}\n`), failed },
});
const mailIn = await startMailIn({
  database,
  dataFolder,
  doors: { smtp: { host: '127.0.0.1', port: 0 }, hostName: 'mx.lists.example' },
  mailOut: { happened: () => Promise.resolve(), wake: () => delivery.wake() },
  warned: (sentence) => process.stderr.write(`${sentence}\n`),
  failed,
});
await mailIn.office.settled();
process.stdout.write(`ready ${mailIn.addresses[0]?.split(':').at(-1)}\n`);
