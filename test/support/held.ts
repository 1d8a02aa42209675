import type { MailList } from '../../src/mail/list.ts';
import { parseMessage } from '../../src/mail/mime/parse.ts';
import { hold } from '../../src/mail/moderation/hold.ts';
import { outgoingBytes, queuedDeliveries } from '../../src/store/deliveries.ts';
import { site as mailSite, list as usual } from './mailing.ts';
import type { Served } from './served.ts';

/** Its text and its subject are no HTML. */
const raw = Buffer.from(
  'From: Ada <ada@example.org>\nSubject: <b>Bonjour</b>\nMessage-ID: <1@example.org>\n\nUn <script> ici.\n',
);

/** Holds a message; gives the address of its page, as its notice has it. */
export async function holding({ wiki }: Served, list: MailList = usual): Promise<string> {
  const { database } = wiki;
  const spooled = {
    id: 'one',
    raw,
    arrivedAt: 1_700_000_000,
    door: 'smtp' as const,
    sender: 'ada@example.org',
    destinations: [],
    isVerified: true,
  };
  const now = Math.floor(Date.now() / 1000);
  const message = parseMessage(raw);
  await database.write((writer) =>
    hold(writer, { list, spooled, message, reason: 'not-subscribed', site: mailSite, now }),
  );
  const text = (await mailsOf(database))[0]?.text ?? '';
  return /https:\/\/wiki\.example(\/-\/lists\/\w+\/held\/\S+)/.exec(text)?.[1] as string;
}

/** What waits to be sent, decoded enough to be read. */
export async function mailsOf(database: Served['wiki']['database']) {
  const queued = await queuedDeliveries(database.reader, undefined, 100);
  return Promise.all(
    queued.map(async ({ outgoing, recipient }) => {
      const bytes = await outgoingBytes(database.reader, outgoing);
      return {
        recipient,
        text: Buffer.from(bytes ?? [])
          .toString()
          .replace(/=\n/g, '')
          .replaceAll('=3D', '='),
      };
    }),
  );
}
