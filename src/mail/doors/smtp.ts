import { chmodSync, existsSync, readFileSync, statSync, unlinkSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { Unavailable } from '../../config/errors.ts';
import type { Listening, MailDoors } from '../../config/mail-doors.ts';
import type { Envelope, Intake } from '../intake.ts';
import { REFUSALS, type Refusal } from '../refusals.ts';
import { fromWire } from '../wire-bytes.ts';
import type { Door, DoorEvents } from './door.ts';
import { Rates } from './rates.ts';

/** A client that says nothing for so long is left (RFC 5321, 4.5.3.2.7 asks for five minutes). */
const SILENCE_MS = 300_000;
const CLOSING_MS = 3_000;

const MAX_CLIENTS = 200;
const MAX_CLIENTS_OF_ONE = 20;
const MAX_RECIPIENTS = 100;
const MESSAGES_A_MINUTE_OF_ONE = 120;

/** Of messages that are being received; more are asked to come later. */
const MAX_BYTES_AT_ONCE = 256 * 1024 * 1024;

export interface SmtpDoor {
  readonly protocol: 'smtp' | 'lmtp';
  readonly listening: Listening;
  readonly doors: Pick<MailDoors, 'hostName' | 'tls'>;
}

/**
 * Takes mail over SMTP (RFC 5321), or over LMTP (RFC 2033) from a mail server: with SIZE (RFC 1870), 8BITMIME (RFC 6152),
 * SMTPUTF8 (RFC 6531), PIPELINING (RFC 2920), and STARTTLS (RFC 3207) where there is a certificate. A message with a bare
 * CR or LF is refused, so that no two servers see it end at two places. Throws {@link Unavailable} when it cannot listen.
 */
export async function startSmtp(door: SmtpDoor, intake: Intake, events: DoorEvents): Promise<Door> {
  const { protocol, listening, doors } = door;
  const clients = new Clients();
  const server: SMTPServer = new SMTPServer({
    name: doors.hostName,
    lmtp: protocol === 'lmtp',
    disabledCommands: ['AUTH', ...(doors.tls ? [] : ['STARTTLS'])],
    ...(doors.tls && { key: readFileSync(doors.tls.key), cert: readFileSync(doors.tls.cert) }),
    size: await intake.maxBytes(),
    maxClients: MAX_CLIENTS,
    socketTimeout: SILENCE_MS,
    closeTimeout: CLOSING_MS,
    disableReverseLookup: true,
    logger: false,
    onConnect(session, callback) {
      // Settings may have changed since.
      void intake.maxBytes().then((size) => {
        server.options.size = size;
        callback(clients.enters(session) ? null : refused(REFUSALS.tooManyConnections));
      }, callback);
    },
    onClose: (session) => clients.leaves(session),
    onMailFrom(_, session, callback) {
      callback(clients.maySend(session) ? null : refused(REFUSALS.tooFast));
    },
    onRcptTo({ address }, session, callback) {
      if (session.envelope.rcptTo.length >= MAX_RECIPIENTS) {
        callback(refused(REFUSALS.tooManyRecipients));
        return;
      }
      intake.recipient(address).then((refusal) => callback(refusal && refused(refusal)), failure(callback));
    },
    onData(stream, session, callback) {
      receive(stream, clients)
        .then((received) =>
          'code' in received ? received : takeAll(intake, { protocol, session }, received.bytes),
        )
        .then((outcome) => answer(outcome, callback), failure(callback));
    },
  });
  const failure = (callback: (error: Error) => void) => (error: unknown) => {
    events.failed(error);
    callback(refused(REFUSALS.failed));
  };
  // Replies to commands in a row are small: each is sent at once.
  server.server.on('connection', (socket) => socket.setNoDelay(true));
  // A client that goes away, or speaks another protocol, is its own affair.
  server.on('error', () => {});
  await listen(server, listening, protocol);
  return {
    address: addressOf(server, protocol, listening),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

type Outcome = Refusal | undefined | readonly (Refusal | undefined)[];

function answer(outcome: Outcome, callback: (error: Error | null, message?: string) => void): void {
  if (outcome === undefined) callback(null, 'The message is kept.');
  else if ('code' in outcome) callback(refused(outcome));
  else {
    const replies = outcome.map((refusal) => (refusal ? refused(refusal) : 'The message is kept.'));
    // Over LMTP each recipient has a reply of its own (RFC 2033, 4.2).
    callback(null, replies as unknown as string);
  }
}

/** Over LMTP, whether one recipient takes a message says nothing of the others. */
async function takeAll(
  intake: Intake,
  { protocol, session }: { readonly protocol: 'smtp' | 'lmtp'; readonly session: SMTPServerSession },
  bytes: Buffer,
): Promise<Outcome> {
  const { envelope, remoteAddress, hostNameAppearsAs } = session;
  const { mailFrom, rcptTo } = envelope;
  const recipients = rcptTo.map(({ address }) => address);
  const from: Omit<Envelope, 'recipients'> = {
    door: protocol,
    sender: mailFrom ? mailFrom.address : '',
    remoteAddress,
    ...(hostNameAppearsAs && { helo: hostNameAppearsAs }),
  };
  if (protocol === 'smtp') return await intake.take({ ...from, recipients }, bytes);
  const outcomes: (Refusal | undefined)[] = [];
  for (const recipient of recipients)
    outcomes.push(await intake.take({ ...from, recipients: [recipient] }, bytes));
  return outcomes;
}

const FAULTS = {
  'bare-cr': REFUSALS.bareLineEnd,
  'bare-lf': REFUSALS.bareLineEnd,
  nul: REFUSALS.nul,
} as const;

/** Reads a message to its end; of one that is too large, or one too many, nothing is kept. */
async function receive(
  stream: SMTPServerDataStream,
  clients: Clients,
): Promise<Refusal | { readonly bytes: Buffer }> {
  let chunks: Buffer[] = [];
  let held = 0;
  let refusal: Refusal | undefined;
  try {
    for await (const chunk of stream) {
      if (refusal) continue;
      if (stream.sizeExceeded) refusal = REFUSALS.tooLarge;
      else if (!clients.holds(chunk.length)) refusal = REFUSALS.noSpace;
      else {
        chunks.push(chunk);
        held += chunk.length;
      }
      if (refusal) chunks = [];
    }
    if (stream.sizeExceeded) return REFUSALS.tooLarge;
    if (refusal) return refusal;
    const read = fromWire(Buffer.concat(chunks));
    return 'fault' in read ? FAULTS[read.fault] : read;
  } finally {
    clients.holds(-held);
  }
}

/** Who is connected, and how much they may. This machine's own mail server may do more. */
class Clients {
  readonly #connected = new Map<string, number>();
  readonly #rates = new Rates({ max: MESSAGES_A_MINUTE_OF_ONE, windowMs: 60_000 });
  #bytes = 0;

  enters({ remoteAddress: address }: SMTPServerSession): boolean {
    const count = (this.#connected.get(address) ?? 0) + 1;
    this.#connected.set(address, count);
    return isLocal(address) || count <= MAX_CLIENTS_OF_ONE;
  }

  leaves({ remoteAddress: address }: SMTPServerSession): void {
    const count = (this.#connected.get(address) ?? 1) - 1;
    if (count > 0) this.#connected.set(address, count);
    else this.#connected.delete(address);
  }

  maySend({ remoteAddress: address }: SMTPServerSession): boolean {
    return isLocal(address) || this.#rates.allows(address);
  }

  /** Counts bytes that are held, or are no more; false when they are too many. */
  holds(bytes: number): boolean {
    if (bytes > 0 && this.#bytes + bytes > MAX_BYTES_AT_ONCE) return false;
    this.#bytes += bytes;
    return true;
  }
}

/** A socket of the file system has no address. */
function isLocal(address: string | undefined): boolean {
  return !address || /^(?:127\.|::1$|::ffff:127\.)/.test(address);
}

function refused({ code, enhanced, words }: Refusal): Error {
  // An array is a reply of several lines.
  const message = words.map((line) => `${enhanced} ${line}`) as unknown as string;
  return Object.assign(new Error(), { responseCode: code, message });
}

async function listen(server: SMTPServer, listening: Listening, protocol: string): Promise<void> {
  if ('path' in listening && existsSync(listening.path) && statSync(listening.path).isSocket())
    unlinkSync(listening.path);
  try {
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(listening, () => {
        server.server.off('error', reject);
        resolve();
      });
    });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new Unavailable(
      `Cannot take mail at ${describe(protocol, listening)} (${code}).`,
      `Choose another place with --${protocol}; ports below 1024 need the right to bind them.`,
      { cause },
    );
  }
  if ('path' in listening) chmodSync(listening.path, 0o660);
}

function describe(protocol: string, listening: Listening): string {
  if ('path' in listening) return `${protocol}+unix:${listening.path}`;
  const { host, port } = listening;
  return `${protocol}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Port 0 is whichever was free. */
function addressOf(server: SMTPServer, protocol: string, listening: Listening): string {
  if ('path' in listening) return describe(protocol, listening);
  const { port } = server.server.address() as AddressInfo;
  return describe(protocol, { ...listening, port });
}
