import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../../../test/support/folder.ts';
import { KnownAnswers } from './known-answers.ts';
import type { Outcome } from './outcome.ts';
import { isPublicAddress, isReservedName } from './public-address.ts';
import { visitAll } from './visit-all.ts';

type Reply = (request: IncomingMessage, response: ServerResponse) => void;

/** A site of the test's own; what it was asked, as `HEAD /path`. Without `robots`, it lets everything be asked for. */
async function site(reply: Reply, robots?: Reply) {
  const asked: string[] = [];
  const times: number[] = [];
  let robotsAsked = 0;
  const server = createServer((request, response) => {
    if (request.url === '/robots.txt') {
      robotsAsked++;
      return (robots ?? answering(404))(request, response);
    }
    asked.push(`${request.method} ${request.url}`);
    times.push(performance.now());
    reply(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    times,
    robotsAsked: () => robotsAsked,
  };
}

const answering =
  (status: number, headers: Record<string, string> = {}): Reply =>
  (_, response) => {
    response.writeHead(status, headers).end();
  };

async function visited(addresses: readonly string[], options: Partial<Parameters<typeof visitAll>[1]> = {}) {
  const known = new KnownAnswers(join(await temporaryFolder('data'), 'answers.json'), Date.now());
  const quick = {
    known,
    userAgent: 'greffe/test',
    privateToo: true,
    intervalMs: 0,
    backOffMs: 1,
    timeoutMs: 500,
  };
  const outcomes = await visitAll(addresses, { ...quick, ...options });
  return [...new Set(addresses)].map((address) => outcomes?.get(address));
}

test('a page that is there is asked for once, by HEAD, with who asks', async () => {
  let agent: string | undefined;
  const { origin, asked } = await site((request, response) => {
    agent = request.headers['user-agent'];
    response.end();
  });
  expect(await visited([`${origin}/a`, `${origin}/a`])).toEqual([{ kind: 'alive' }]);
  expect([asked, agent]).toEqual([['HEAD /a'], 'greffe/test']);
});

test.each([403, 404, 405, 501])('a site that answers %i to HEAD is asked by GET', async (status) => {
  const { origin, asked } = await site((request, response) =>
    response.writeHead(request.method === 'HEAD' ? status : 200).end('x'.repeat(100_000)),
  );
  expect(await visited([`${origin}/a`])).toEqual([{ kind: 'alive' }]);
  expect(asked).toEqual(['HEAD /a', 'GET /a']);
});

test.each<[number, Outcome]>([
  [404, { kind: 'dead', status: 404 }],
  [410, { kind: 'dead', status: 410 }],
  [418, { kind: 'unreachable', status: 418 }],
  [401, { kind: 'alive' }],
  [403, { kind: 'alive' }],
])('a page that answers %i is %j', async (status, outcome) => {
  const { origin } = await site(answering(status));
  expect(await visited([`${origin}/a`])).toEqual([outcome]);
});

test.each([429, 500, 503])('a site that answers %i is asked again, three times in all', async (status) => {
  let times = 0;
  const { origin, asked } = await site((_, response) => response.writeHead(++times < 3 ? status : 200).end());
  expect(await visited([`${origin}/a`])).toEqual([{ kind: 'alive' }]);
  expect(asked).toHaveLength(3);
});

const forbidding: Reply = (_, response) => response.end('User-agent: greffe\nDisallow: /prive/\n');

test('what a site’s robots.txt forbids is not asked for, be it by a redirect; the file is read once', async () => {
  const { origin, asked, robotsAsked } = await site((request, response) => {
    if (request.url === '/vers') response.writeHead(302, { location: '/prive/b' });
    response.end();
  }, forbidding);
  expect(await visited([`${origin}/prive/a`, `${origin}/b`, `${origin}/vers`])).toEqual([
    { kind: 'unasked' },
    { kind: 'alive' },
    { kind: 'unasked' },
  ]);
  expect(asked.toSorted()).toEqual(['HEAD /b', 'HEAD /vers']);
  expect(robotsAsked()).toBe(1);
});

test('a robots.txt is followed where it has moved', async () => {
  const elsewhere = await site(forbidding);
  const { origin } = await site(answering(200), answering(301, { location: `${elsewhere.origin}/robots` }));
  expect(await visited([`${origin}/prive/a`, `${origin}/b`])).toEqual([
    { kind: 'unasked' },
    { kind: 'alive' },
  ]);
});

test.each([
  [403, 'alive'],
  [404, 'alive'],
  [500, 'unasked'],
  [503, 'unasked'],
])('a site whose robots.txt answers %i has pages that are %s', async (status, kind) => {
  const { origin } = await site(answering(200), answering(status));
  expect(await visited([`${origin}/a`])).toEqual([{ kind }]);
});

test('a robots.txt without end is read to its bound', async () => {
  const endless: Reply = (request, response) => {
    const more = () => response.write('# '.repeat(50_000), more);
    request.socket.on('error', () => {});
    response.write('User-agent: *\nDisallow: /prive/\n', more);
  };
  const { origin } = await site(answering(200), endless);
  expect(await visited([`${origin}/prive/a`], { timeoutMs: 5_000 })).toEqual([{ kind: 'unasked' }]);
});

test('without a network nothing is told, soon, and nothing is remembered', async () => {
  const known = new KnownAnswers(join(await temporaryFolder('data'), 'answers.json'), Date.now());
  // A loopback address where nothing listens, under many names.
  const addresses = Array.from({ length: 100 }, (_, n) => `http://127.0.1.${n + 1}:9/`);
  let done = 0;
  const options = { known, userAgent: 'greffe/test', privateToo: true, intervalMs: 0, backOffMs: 1 };
  const asked = () => visitAll(addresses, { ...options, onProgress: (asked) => (done = asked) });
  expect(await asked()).toBeUndefined();
  expect(done).toBeLessThan(40);
  expect(known.get(addresses[0] as string)).toBeUndefined();
  const { origin } = await site(answering(200));
  known.set(origin, { kind: 'alive' });
  expect((await visitAll([...addresses, origin], options))?.get(addresses[0] as string)).toEqual({
    kind: 'unreachable',
    reason: 'ECONNREFUSED',
  });
});

test('a site that closes the connection, or says nothing, does not answer', async () => {
  const closing = await site((request) => request.socket.destroy());
  const silent = await site(() => {});
  expect(await visited([`${closing.origin}/a`, `${silent.origin}/b`], { timeoutMs: 50 })).toEqual(
    expect.arrayContaining([
      { kind: 'unreachable', reason: 'ECONNRESET' },
      { kind: 'unreachable', reason: 'ETIMEDOUT' },
    ]),
  );
});

test('a site that changes the protocol does not answer', async () => {
  const { origin } = await site((request) =>
    request.socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
  );
  expect(await visited([`${origin}/a`])).toEqual([{ kind: 'unreachable', reason: 'ECONNRESET' }]);
});

test('redirects for good are followed and told, those for a while are followed', async () => {
  const { origin } = await site((request, response) => {
    const [, kind, left] = /^\/(for-good|for-a-while)\/(\d)/.exec(request.url ?? '') ?? [];
    if (!kind || left === '0') return response.end();
    return response
      .writeHead(kind === 'for-good' ? 301 : 302, { location: `/${kind}/${Number(left) - 1}` })
      .end();
  });
  expect(await visited([`${origin}/for-good/3`, `${origin}/for-a-while/3`])).toEqual([
    { kind: 'moved', to: `${origin}/for-good/0` },
    { kind: 'alive' },
  ]);
});

test('redirects without end, or to what is not the web, lead nowhere', async () => {
  const { origin } = await site((request, response) => {
    const location = request.url === '/loop' ? '/loop' : 'ftp://ailleurs.fr/';
    response.writeHead(302, { location }).end();
  });
  expect(await visited([`${origin}/loop`, `${origin}/ftp`])).toEqual([
    { kind: 'unreachable', reason: 'too many redirects' },
    { kind: 'unreachable', reason: 'ftp:' },
  ]);
});

test('one site is never asked faster than its turn', async () => {
  const { origin, times } = await site(answering(200));
  await visited(
    [1, 2, 3, 4].map((page) => `${origin}/${page}`),
    { intervalMs: 60 },
  );
  const gaps = times.slice(1).map((time, at) => time - (times[at] as number));
  expect(Math.min(...gaps)).toBeGreaterThan(40);
});

test('what was answered is known the next time, until it is too old', async () => {
  const file = join(await temporaryFolder('data'), 'answers.json');
  const { origin, asked } = await site((request, response) =>
    response.writeHead(request.url === '/dead' ? 404 : 200).end(),
  );
  const check = (now: number) =>
    visited([`${origin}/a`, `${origin}/dead`], { known: new KnownAnswers(file, now) });
  const now = Date.now();
  const first = await check(now);
  await check(now + 3_600_000);
  expect(asked).toHaveLength(3);
  expect(await check(now + 2 * 86_400_000)).toEqual(first);
  expect(asked.slice(3)).toEqual(['HEAD /dead', 'GET /dead']);
});

test('a private network is not asked, by its address or by a redirect, nor a name of nobody’s', async () => {
  const { origin, asked } = await site(answering(200));
  const addresses = [
    origin,
    'http://[::1]/',
    'http://forge.example/',
    'http://localhost/',
    'http://intranet/',
  ];
  expect(await visited(addresses, { privateToo: false })).toEqual(addresses.map(() => ({ kind: 'unasked' })));
  expect(asked).toEqual([]);
});

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '192.168.0.1',
  '169.254.169.254',
  '::1',
  '::ffff:127.0.0.1',
  '::127.0.0.1',
  '2002:7f00:1::',
  '2001:0:7f00:1::',
  '64:ff9b::7f00:1',
  '64:ff9b:1::a00:1',
  'fec0::1',
  'fd00::1',
])('%s is no public address', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test('a public address and a name of somebody’s are asked', () => {
  expect([isPublicAddress('193.252.19.3'), isPublicAddress('2001:41d0::1')]).toEqual([true, true]);
  expect([isReservedName('code.gouv.fr'), isReservedName('monexample.com')]).toEqual([false, false]);
});
