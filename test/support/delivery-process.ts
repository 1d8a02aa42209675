import { readSettings } from '../../src/config/settings.ts';
import { startDelivery } from '../../src/mail/delivery/delivery-worker.ts';
import { listsOf } from '../../src/mail/list.ts';
import { openDatabase } from '../../src/store/database.ts';

// A process that sends what is in the queue of a database until it is killed: DATABASE PORT SETTINGS MESSAGE.
const [location = '', port = '', settings = '', message = ''] = process.argv.slice(2);
const database = await openDatabase(location);
startDelivery({
  database,
  relay: { host: '127.0.0.1', port: Number(port), secure: false, requireTls: false, connections: 3 },
  site: async () => ({ lists: listsOf(readSettings(settings).settings), origin: 'https://wiki.example' }),
  readArchived: async () => Buffer.from(message),
  alone: true,
  pollMs: 20,
  events: {
    presumedSent: (ids) => process.stdout.write(`presumed ${ids.length}\n`),
    failed: (error) => process.stderr.write(`${error}\n`),
  },
});
process.stdout.write('ready\n');
