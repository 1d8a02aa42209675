import { setTimeout } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import type { ImapAccount } from '../../config/mail-doors.ts';
import type { Intake } from '../intake.ts';
import type { Door, DoorEvents } from './door.ts';
import { takeFromMailbox } from './mailbox.ts';

/** Between two tries to reach a server, at most. */
const MAX_WAIT_MS = 300_000;

/** A server may not tell of what comes (RFC 2177 is an extension), or not for long. */
const LOOK_MS = 60_000;

/** Where what was taken goes, so that the mailbox does not grow for ever; made where the server lets us. */
const DONE = 'Greffe';
const REFUSED = 'Greffe refused';

/**
 * Takes what comes to a mailbox over IMAP (RFC 9051): a message is moved to the mailbox `Greffe` once it is kept here, and
 * to `Greffe refused` when it is refused. A server that is away is tried again.
 */
export function startImap(account: ImapAccount, intake: Intake, events: DoorEvents): Door {
  const closing = new AbortController();
  const running = run(account, { intake, events, signal: closing.signal });
  return {
    address: `${account.secure ? 'imaps' : 'imap'}://${account.host}:${account.port}/${account.mailbox}`,
    async close() {
      closing.abort();
      await running;
    },
  };
}

interface Reading {
  readonly intake: Intake;
  readonly events: DoorEvents;
  readonly signal: AbortSignal;
}

async function run(account: ImapAccount, reading: Reading): Promise<void> {
  const { signal, events } = reading;
  for (let failures = 0; !signal.aborted; ) {
    try {
      await readMailbox(account, reading);
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      if (failures === 0)
        events.warned(`The mailbox of ${account.host} cannot be read: ${(error as Error).message}.`);
      failures++;
      await setTimeout(Math.min(2_000 * 2 ** failures, MAX_WAIT_MS), undefined, { signal }).catch(() => {});
    }
  }
}

/** Until the connection ends. */
async function readMailbox(account: ImapAccount, { intake, events, signal }: Reading): Promise<void> {
  const { host, port, secure, user, password, mailbox } = account;
  const client = new ImapFlow({ host, port, secure, auth: { user, pass: password }, logger: false });
  let ended: Error | undefined;
  let wake = () => {};
  client.on('error', (error: Error) => {
    ended ??= error;
    wake();
  });
  client.on('close', () => {
    ended ??= new Error('the connection was closed');
    wake();
  });
  let hasNews = true;
  client.on('exists', () => {
    hasNews = true;
    wake();
  });
  const stop = () => wake();
  signal.addEventListener('abort', stop);
  try {
    await client.connect();
    for (const name of [DONE, REFUSED]) await client.mailboxCreate(name).catch(() => {});
    await client.mailboxOpen(mailbox);
    while (!signal.aborted && !ended) {
      hasNews = false;
      await takeUnseen(client, { intake, events });
      if (signal.aborted || ended) break;
      if (hasNews) continue;
      // The next command ends it.
      client.idle().catch(() => {});
      await new Promise<void>((resolve) => {
        const timer = globalThis.setTimeout(resolve, LOOK_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    if (ended && !signal.aborted) throw ended;
  } finally {
    signal.removeEventListener('abort', stop);
    await client.logout().catch(() => client.close());
  }
}

async function takeUnseen(
  client: ImapFlow,
  { intake, events }: Pick<Reading, 'intake' | 'events'>,
): Promise<void> {
  const found = await client.search({ all: true }, { uid: true });
  for (const uid of found || []) {
    const message = await client.fetchOne(String(uid), { source: true }, { uid: true });
    if (!message || message.source === undefined) continue;
    const outcome = await takeFromMailbox(intake, 'imap', message.source);
    if (outcome.kind === 'later') return;
    if (outcome.kind === 'refused') events.warned(`A message of the mailbox is refused: ${outcome.why}`);
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
    await client.messageMove(String(uid), outcome.kind === 'taken' ? DONE : REFUSED, { uid: true });
  }
}
