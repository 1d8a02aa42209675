import { type AddressInfo, createServer } from 'node:net';

/** A mail server that answers yes to everything, and only counts: as little work as can be. */
export interface Sink extends AsyncDisposable {
  readonly port: number;
  /** When it has taken so many messages. */
  has(count: number): Promise<void>;
}

export async function sinkServer(): Promise<Sink> {
  let taken = 0;
  let told = () => {};
  const server = createServer((socket) => {
    let isData = false;
    let rest = '';
    socket.on('error', () => {});
    socket.write('220 sink\r\n');
    socket.on('data', (chunk) => {
      rest += chunk.toString('latin1');
      for (;;) {
        const end = isData ? rest.indexOf('\r\n.\r\n') : rest.indexOf('\r\n');
        if (end === -1) return;
        const line = rest.slice(0, end);
        rest = rest.slice(end + (isData ? 5 : 2));
        if (isData) {
          isData = false;
          taken++;
          told();
          socket.write('250 ok\r\n');
        } else if (/^DATA/i.test(line)) {
          isData = true;
          socket.write('354 go\r\n');
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else socket.write(/^EHLO/i.test(line) ? '250-sink\r\n250 PIPELINING\r\n' : '250 ok\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    has: (count) =>
      new Promise((resolve) => {
        told = () => taken >= count && resolve();
        told();
      }),
    async [Symbol.asyncDispose]() {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
