import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Relay } from '../../config/relay.ts';

/** A mail on its way over SMTP. */
export interface Transmission {
  readonly from: string;
  readonly to: string;
  /** Its bytes in pieces, each line ending with CRLF. */
  readonly pieces: readonly Buffer[];
  /**
   * Called when all is sent but the last line, a dot, that makes the server take it: false keeps the dot back, and the
   * connection is closed.
   */
  readonly beforeEnd: () => Promise<boolean>;
}

/** What became of one. */
export type SendOutcome =
  | { readonly kind: 'sent' }
  /** The recipient's address is refused for good. */
  | { readonly kind: 'no-recipient'; readonly error: string }
  /** The message is refused for good, whoever it is for. */
  | { readonly kind: 'refused'; readonly error: string }
  /** It may be taken later. */
  | { readonly kind: 'later'; readonly error: string }
  /** The relay itself does not work: nothing is said of this message. */
  | { readonly kind: 'no-relay'; readonly error: string }
  /** `beforeEnd` kept it back. */
  | { readonly kind: 'kept-back' };

const CONNECT_MS = 30_000;
/** RFC 5321, 4.5.3.2.6: a server may take ten minutes to answer the final dot; giving up sooner sends twice. */
const SOCKET_MS = 600_000;

/** One connection to the relay, opened when it is needed, and again after it broke. */
export class RelayConnection {
  readonly #relay: Relay;
  #connection: SMTPConnection | undefined;

  constructor(relay: Relay) {
    this.#relay = relay;
  }

  /** Sends one mail to one recipient. Never throws; one at a time. */
  async send(transmission: Transmission): Promise<SendOutcome> {
    const isOld = this.#connection !== undefined;
    let isEnding = false;
    const beforeEnd = () => {
      isEnding = true;
      return transmission.beforeEnd();
    };
    const outcome = await this.#sendOnce({ ...transmission, beforeEnd });
    // A server closes a connection that was idle, or served enough: another one is opened.
    if (outcome.kind === 'no-relay' && isOld && !isEnding) return await this.#sendOnce(transmission);
    return outcome;
  }

  async #sendOnce(transmission: Transmission): Promise<SendOutcome> {
    try {
      const outcome = await transmit(this.#connection ?? (await this.#open()), transmission);
      if (outcome.kind === 'kept-back' || outcome.kind === 'no-relay') this.close();
      return outcome;
    } catch (error) {
      this.close();
      return { kind: 'no-relay', error: sentence(error as SMTPConnection.SMTPError) };
    }
  }

  /** Takes leave of the relay until there is something to send. */
  rest(): void {
    this.#connection?.quit();
    this.#connection = undefined;
  }

  /** Ends the connection; at once. */
  close(): void {
    this.#connection?.close();
    this.#connection = undefined;
  }

  #open(): Promise<SMTPConnection> {
    const { host, port, secure, requireTls, user, password, name } = this.#relay;
    const connection = new SMTPConnection({
      host,
      port,
      secure,
      requireTLS: requireTls,
      // What a relay without a certificate that can be verified is told is no secret.
      opportunisticTLS: !requireTls,
      ...(!secure && !requireTls && { tls: { rejectUnauthorized: false } }),
      ...(name !== undefined && { name }),
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SOCKET_MS,
    });
    this.#connection = connection;
    return new Promise((resolve, reject) => {
      connection.on('error', reject);
      connection.on('end', () => {
        if (this.#connection === connection) this.#connection = undefined;
        reject(new Error('the connection was closed'));
      });
      connection.connect((error) => {
        if (error) return reject(error);
        if (user === undefined) return resolve(connection);
        connection.login({ user, pass: password ?? '' }, (failed) =>
          failed ? reject(failed) : resolve(connection),
        );
      });
    });
  }
}

function transmit(
  connection: SMTPConnection,
  { from, to, pieces, beforeEnd }: Transmission,
): Promise<SendOutcome> {
  let keptBack = false;
  const queue = [...pieces];
  const message = new Readable({
    read() {
      const piece = queue.shift();
      if (piece) {
        this.push(piece);
        return;
      }
      beforeEnd().then(
        (mayEnd) => {
          if (mayEnd) this.push(null);
          else keepBack();
        },
        (error) => keepBack(error),
      );
    },
  });
  const keepBack = (error = new Error('kept back')) => {
    keptBack = true;
    message.destroy(error);
  };
  return new Promise((resolve) => {
    const ended = () => resolve({ kind: 'no-relay', error: 'the connection was closed' });
    connection.once('end', ended);
    connection.send({ from, to: [to] }, message, (error) => {
      connection.removeListener('end', ended);
      resolve(keptBack ? { kind: 'kept-back' } : error ? outcomeOf(error) : { kind: 'sent' });
    });
  });
}

/** What an answer of the relay says (RFC 5321, 4.2; RFC 3463). */
function outcomeOf(error: SMTPConnection.SMTPError): SendOutcome {
  const said = sentence(error);
  const { responseCode, command } = error;
  if (responseCode === undefined || responseCode === 421) return { kind: 'no-relay', error: said };
  const isForGood = responseCode >= 500;
  const isAboutRecipient = command === 'RCPT TO' || /^5\d\d[ -]5\.[12]\./.test(error.response ?? '');
  if (!isForGood) return { kind: 'later', error: said };
  // Refusing the sender is a fault of how the relay is set up, and mended there.
  if (command === 'MAIL FROM') return { kind: 'later', error: said };
  return isAboutRecipient ? { kind: 'no-recipient', error: said } : { kind: 'refused', error: said };
}

const MAX_ERROR = 500;

function sentence(error: SMTPConnection.SMTPError): string {
  return (error.response ?? error.message).replace(/\s+/g, ' ').slice(0, MAX_ERROR);
}
