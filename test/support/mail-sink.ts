import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A message as a server took it. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Its bytes, lines ending with CRLF, dots unstuffed. */
  readonly raw: Buffer;
  readonly text: string;
}

/** What a sink answers: undefined to take it, or an SMTP reply. */
export type SinkAnswer = { readonly code: number; readonly text: string } | undefined;

export interface SinkOptions {
  readonly atRecipient?: (address: string) => SinkAnswer;
  readonly atEnd?: (mail: TakenMail) => SinkAnswer | Promise<SinkAnswer>;
  readonly server?: SMTPServerOptions;
}

/** An SMTP server that takes everything and keeps it; closed by `await using`. */
export interface MailSink extends AsyncDisposable {
  readonly port: number;
  /** What it answered 250 to, or was about to. */
  readonly taken: TakenMail[];
  /** Waits until it has taken so many. */
  has(count: number): Promise<void>;
}

/**
 * @example
 * await using sink = await mailSink();
 * await sink.has(1);
 * expect(sink.taken[0]?.to).toEqual(['camille@example.org']);
 */
export async function mailSink({ atRecipient, atEnd, server = {} }: SinkOptions = {}): Promise<MailSink> {
  const taken: TakenMail[] = [];
  let told = () => {};
  const refusal = ({ code, text }: NonNullable<SinkAnswer>) =>
    Object.assign(new Error(text), { responseCode: code });
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    closeTimeout: 100,
    disableReverseLookup: true,
    onRcptTo({ address }, _session, callback) {
      const answer = atRecipient?.(address);
      callback(answer ? refusal(answer) : null);
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks);
        const from = session.envelope.mailFrom;
        const mail = {
          from: from ? from.address : '',
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw,
          text: raw.toString(),
        };
        const answer = await atEnd?.(mail);
        if (!answer) {
          taken.push(mail);
          told();
        }
        callback(answer ? refusal(answer) : null);
      });
    },
    ...server,
  });
  smtp.on('error', () => {});
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  return {
    port: (smtp.server.address() as AddressInfo).port,
    taken,
    has: (count) =>
      new Promise((resolve) => {
        told = () => taken.length >= count && resolve();
        told();
      }),
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolve) => smtp.close(resolve));
    },
  };
}
