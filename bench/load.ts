/**
 * As many requests for one page as a server can answer: node bench/load.ts URL SECONDS CONNECTIONS
 *
 * Prints `{ "perSecond", "bytes", "busy" }`: answers a second, bytes of one answer, and the share of its core
 * this program used (near 1, it is this program that was measured).
 *
 * Raw sockets kept alive, one request at a time on each. Answers are counted by their length: the server
 * must give the same one each time.
 */
import { connect, type Socket } from 'node:net';

const [address = '', seconds = '3', connections = '32'] = process.argv.slice(2);
const { hostname, port, host, pathname } = new URL(address);
const request = `GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nAccept: text/html\r\n\r\n`;

const size = await firstAnswer();
const sockets = Array.from({ length: Number(connections) }, client);
let answers = 0;
const begun = performance.now();
const cpu = process.cpuUsage();
setTimeout(report, Number(seconds) * 1000);

/** The length of one whole answer, in bytes. */
function firstAnswer(): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request));
    let received = Buffer.alloc(0);
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = received.subarray(0, end).toString('latin1');
      const length = /^content-length: (\d+)/im.exec(head)?.[1];
      if (!head.startsWith('HTTP/1.1 200') || !length)
        reject(new Error(`Not a page of known length:\n${head}`));
      const whole = end + 4 + Number(length);
      if (received.length < whole) return;
      socket.destroy();
      resolve(whole);
    });
  });
}

function client(): Socket {
  let left = size;
  const socket: Socket = connect({
    port: Number(port),
    host: hostname,
    onread: {
      buffer: Buffer.allocUnsafe(64 * 1024),
      callback: (count) => {
        left -= count;
        if (left < 0) throw new Error('An answer had another length than the first one');
        if (left === 0) {
          left = size;
          answers += 1;
          socket.write(request);
        }
        return true;
      },
    },
  });
  socket.on('connect', () => socket.write(request));
  socket.on('error', (error) => {
    throw error;
  });
  return socket;
}

function report(): void {
  const elapsed = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpu);
  const busy = (user + system) / 1000 / elapsed;
  console.log(JSON.stringify({ perSecond: (answers / elapsed) * 1000, bytes: size, busy }));
  for (const socket of sockets) socket.destroy();
}
