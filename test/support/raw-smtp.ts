import { connect, type Socket } from 'node:net';

/** A client that sends exactly what it is told, whatever the protocol says. */
export class RawSmtp {
  readonly #socket: Socket;
  #text = '';
  #heard = () => {};

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding('latin1');
    socket.on('data', (text) => {
      this.#text += text;
      this.#heard();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      this.#text += 'CLOSED\r\n';
      this.#heard();
    });
  }

  /** Connects, and reads the greeting. */
  static async connect(port: number): Promise<RawSmtp> {
    const client = new RawSmtp(connect(port, '127.0.0.1'));
    await client.reply();
    return client;
  }

  /** The next reply, all its lines; `CLOSED` when the server went away. */
  async reply(): Promise<string> {
    for (;;) {
      const found = /^(?:\d{3}-[^\n]*\n)*(?:\d{3} [^\n]*\n|CLOSED\r\n)/.exec(this.#text);
      if (found) {
        this.#text = this.#text.slice(found[0].length);
        return found[0].trimEnd().replaceAll('\r', '');
      }
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
    }
  }

  write(text: string | Buffer): void {
    this.#socket.write(typeof text === 'string' ? Buffer.from(text, 'latin1') : text);
  }

  /** Sends one line and reads its reply. */
  async say(line: string): Promise<string> {
    this.write(`${line}\r\n`);
    return await this.reply();
  }

  /** Greets, names a sender and its recipients, and begins the message. */
  async begin(
    to: string | readonly string[],
    { from = 'ada@example.org', hello = 'EHLO' } = {},
  ): Promise<string> {
    await this.say(`${hello} client.example`);
    await this.say(`MAIL FROM:<${from}>`);
    for (const address of [to].flat()) await this.say(`RCPT TO:<${address}>`);
    return await this.say('DATA');
  }

  close(): void {
    this.#socket.destroy();
  }
}
