import { expect, test } from 'vitest';
import { ForgeClient, type ForgeClientOptions } from '../../src/register/harvest/forge-client.ts';
import { listedPages, nextLink } from '../../src/register/harvest/listed-pages.ts';
import { pauseOf } from '../../src/register/harvest/pause.ts';
import { falseForge, paged } from '../support/forge.ts';

const clientFor = (forge: { host: string; origin: string }, more: Partial<ForgeClientOptions> = {}) =>
  new ForgeClient({
    tokens: new Map(),
    privateOrigins: new Map([[forge.host, forge.origin]]),
    contact: undefined,
    backOffMs: 1,
    ...more,
  });

const kept = () => {
  const pages = new Map();
  return {
    find: async (url: string) => pages.get(url),
    keep: async (url: string, page: unknown) => void pages.set(url, page),
  };
};

const all = { sizeName: 'per_page', size: 100, take: (item: unknown) => item };

test('it says who asks, and gives a token to the forge it is for', async () => {
  const other = await falseForge(() => ({ json: 1 }));
  const forge = await falseForge((path) =>
    path === '/away' ? { status: 302, headers: { location: `${other.origin}/` } } : { json: {} },
  );
  const client = clientFor(forge, {
    contact: 'ospo@exemple.example',
    tokens: new Map([[forge.host, 's3cret']]),
  });
  await client.get(`${forge.origin}/here`);
  expect(forge.requests[0]?.headers).toMatchObject({
    authorization: 'Bearer s3cret',
    'user-agent': 'Greffe-Harvest (+ospo@exemple.example)',
  });
});

test.each([
  ['a loopback address', (to: string) => to],
  ['a name of one', (to: string) => to.replace('localhost', '127.0.0.1.nip.example')],
  ['an address in brackets', (to: string) => to.replace('localhost', '[::1]')],
  ['a private address', () => 'http://10.0.0.1/'],
])('nothing private is asked: %s', async (_, changed) => {
  const forge = await falseForge(() => ({ json: {} }));
  const client = new ForgeClient({
    tokens: new Map(),
    privateOrigins: new Map(),
    contact: undefined,
    backOffMs: 1,
  });
  await expect(client.get(changed(`${forge.origin}/`))).rejects.toMatchObject({
    reason: expect.stringMatching(/private-network|no-answer/),
  });
  expect(forge.asked).toEqual([]);
});

test('a redirect does not lead into a private network, not even into the part that may be asked', async () => {
  const inside = await falseForge(() => ({ json: {} }));
  const forge = await falseForge(() => ({ status: 302, headers: { location: `${inside.origin}/secret` } }));
  const client = clientFor(forge, {
    privateOrigins: new Map([
      [forge.host, forge.origin],
      [inside.host, inside.origin],
    ]),
  });
  await expect(client.get(`${forge.origin}/`)).rejects.toMatchObject({ reason: 'private-network' });
  expect(inside.asked).toEqual([]);
});

test.each([
  ['an endless redirect', { status: 302, headers: { location: '/' } }, 'too-many-redirects'],
  ['another scheme', { status: 302, headers: { location: 'file:///etc/passwd' } }, 'refused'],
  ['a sign-in page', { headers: { 'content-type': 'text/html' }, body: '<html>Sign in' }, 'sign-in-page'],
  ['HTML that says it is JSON', { body: ' <!doctype html>' }, 'sign-in-page'],
  ['cut JSON', { body: '[{"id": 1' }, 'not-json'],
  ['nothing there', { status: 404 }, 'not-found'],
  ['no longer there', { status: 410 }, 'gone'],
  ['a refusal', { status: 401 }, 'refused'],
  ['a large answer', { body: JSON.stringify('x'.repeat(5_000)) }, 'too-large'],
  ['a forge that fails', { status: 502 }, 'forge-fault'],
  ['too many requests', { status: 429, headers: { 'retry-after': '3600' } }, 'too-many-requests'],
] as const)('%s is a fault', async (_, reply, reason) => {
  const forge = await falseForge(() => reply);
  const client = clientFor(forge, { maxBytes: 4_000, maxPauseMs: 1_000 });
  await expect(client.get(`${forge.origin}/`)).rejects.toMatchObject({ reason });
});

test('a connection that breaks, and silence, are asked again and then told', async () => {
  const forge = await falseForge(() => 'silence');
  const client = clientFor(forge, { timeoutMs: 250 });
  await expect(client.get(`${forge.origin}/`)).rejects.toMatchObject({ reason: 'no-answer' });
  expect(forge.asked).toHaveLength(4);
});

test('what failed is asked again, when the forge says', async () => {
  let times = 0;
  const forge = await falseForge(() =>
    ++times === 1 ? { status: 503, headers: { 'retry-after': '0' } } : { json: { times } },
  );
  expect((await clientFor(forge).get(`${forge.origin}/`)).value).toEqual({ times: 2 });
});

test('a run makes no more requests than its budget', async () => {
  const forge = await falseForge(() => ({ json: {} }));
  const client = clientFor(forge, { budget: 2 });
  await client.get(`${forge.origin}/1`);
  await client.get(`${forge.origin}/2`);
  await expect(client.get(`${forge.origin}/3`)).rejects.toMatchObject({ reason: 'budget' });
});

test.each([
  [200, {}, undefined],
  [403, {}, undefined],
  [403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1060' }, 60],
  [429, { 'ratelimit-reset': '1005' }, 5],
  [429, { 'retry-after': '7' }, 7],
  [503, { 'retry-after': 'Thu, 01 Jan 1970 00:17:00 GMT' }, 20],
  [429, { 'retry-after': 'soon' }, 0],
  [500, {}, 0],
])('the pause after %i with %j is %s', (status, headers, expected) => {
  expect(pauseOf(status, headers, 1_000)).toBe(expected);
});

test('a listing is read by its links, however few items the forge gives at once', async () => {
  const items = Array.from({ length: 45 }, (_, at) => ({ at }));
  const forge = await falseForge((path, query) => paged(forge.origin, path, query, { items, cap: 20 }));
  const found = await listedPages(clientFor(forge), `${forge.origin}/list`, all, kept());
  expect(found).toEqual({ items, isComplete: true });
  expect(forge.asked).toHaveLength(3);
});

test('a listing without links goes on until a page is empty', async () => {
  const items = Array.from({ length: 45 }, (_, at) => ({ at }));
  const forge = await falseForge((path, query) => ({
    json: paged(forge.origin, path, query, { items, cap: 20 }).json,
  }));
  expect((await listedPages(clientFor(forge), `${forge.origin}/list`, all, kept())).items).toEqual(items);
});

test('pages that stay as they were are not sent again', async () => {
  const items = Array.from({ length: 150 }, (_, at) => ({ at }));
  const forge = await falseForge((path, query) => paged(forge.origin, path, query, { items }));
  const pages = kept();
  await listedPages(clientFor(forge), `${forge.origin}/list`, all, pages);
  expect(forge.answered()).toEqual([200, 200]);
  const again = await listedPages(clientFor(forge), `${forge.origin}/list`, all, pages);
  expect(forge.answered()).toEqual([304, 304]);
  expect(again.items).toEqual(items);
});

test('a page that is too heavy for the forge is asked for in halves', async () => {
  const items = Array.from({ length: 60 }, (_, at) => ({ at }));
  const forge = await falseForge((path, query) =>
    Number(query.get('per_page')) > 30 ? { status: 502 } : paged(forge.origin, path, query, { items }),
  );
  const found = await listedPages(clientFor(forge), `${forge.origin}/list`, all, kept());
  expect(found.items).toEqual(items);
});

test('a listing that leads back to itself ends', async () => {
  const forge = await falseForge((path) => ({
    json: [1],
    headers: { link: `<${forge.origin}${path}?per_page=100>; rel=next` },
  }));
  await expect(listedPages(clientFor(forge), `${forge.origin}/l`, all, kept())).rejects.toMatchObject({
    reason: 'forge-fault',
  });
});

test('a listing without links that gives the same page for ever ends, and is not taken for whole', async () => {
  const forge = await falseForge(() => ({ json: [{ at: 1 }] }));
  expect(await listedPages(clientFor(forge), `${forge.origin}/list`, all, kept())).toEqual({
    items: [{ at: 1 }],
    isComplete: false,
  });
  expect(forge.asked).toHaveLength(2);
});

test('a link to the next page does not leave the forge', () => {
  expect(nextLink('<https://b.example/2?page=2>; rel="next"', 'http://10.0.0.8:3000/1')).toBe(
    'http://10.0.0.8:3000/2?page=2',
  );
  expect(nextLink('</1>; rel="prev", </3>; rel="next"', 'https://a.example/2')).toBe('https://a.example/3');
});
