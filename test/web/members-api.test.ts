import { describe, expect, test } from 'vitest';
import { auditTrail } from '../../src/store/members.ts';
import { type Contributing, contributing } from '../support/contributing.ts';
import { grantIn, signedIn, tokenOf } from '../support/members.ts';

const ADA = 'ada@example.org';
const BOB = 'bob@example.org';
const API = '/-/api/v1';

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

const decide = (site: Contributing, token: string, sent: unknown, headers = {}) =>
  site.ask(`${API}/proposals/1/decision`, {
    method: 'POST',
    headers: { ...bearer(token), 'content-type': 'application/json', ...headers },
    body: typeof sent === 'string' ? sent : JSON.stringify(sent),
  });

/** A site on which Bob proposes something. */
async function proposed() {
  const site = await contributing();
  const base = await site.base('/-/edit/guides/faq.md');
  const fields = { name: 'Bob', address: BOB, reason: 'Mieux', text: '# Mieux\n' };
  await site.press('/-/edit/guides/faq.md', { do: 'send', base, ...fields });
  await site.press(await site.link(BOB), { do: 'send' });
  await site.deliver();
  return site;
}

describe('a program with a token', () => {
  test('learns who it stands for, and nothing of another by the same address', async () => {
    await using site = await contributing();
    await grantIn(site, ADA, 'committer', { paths: ['guides/**'] });
    await grantIn(site, BOB, 'administrator');
    const ada = await tokenOf(site, ADA, ['api:read']);
    const bob = await tokenOf(site, BOB, ['api:read']);
    for (const [token, address, role] of [
      [ada, ADA, null],
      [bob, BOB, 'administrator'],
      [ada, ADA, null],
    ]) {
      const headers = { ...bearer(token ?? ''), 'accept-encoding': 'gzip' };
      const reply = await site.get(`${API}/account`, headers);
      expect(reply.headers['cache-control']).toBe('no-store');
      const plain = await site.get(`${API}/account`, bearer(token ?? ''));
      expect(JSON.parse(plain.text)).toMatchObject({ address, role, token: { scopes: ['api:read'] } });
    }
  });

  test.each([
    ['no token', undefined, 401],
    ['a made-up one', `Bearer ${'a'.repeat(26)}`, 401],
    ['no such scheme', 'Basic YTpi', 401],
  ])('that sends %s is told the same as anybody', async (_, authorization, status) => {
    await using site = await contributing();
    const reply = await site.get(`${API}/account`, authorization ? { authorization } : {});
    expect(reply.status).toBe(status);
    expect(reply.headers['www-authenticate']).toContain('Bearer realm="Greffe"');
    expect(JSON.parse(reply.text)).toMatchObject({ type: '/-/api#unauthorized' });
  });

  test('for something else is refused with a sentence', async () => {
    await using site = await proposed();
    await grantIn(site, ADA, 'maintainer');
    const pushing = await site.get(`${API}/account`, bearer(await tokenOf(site, ADA, ['push'])));
    expect(pushing.status).toBe(403);
    expect(JSON.parse(pushing.text).detail).toContain('This token is not for api:read');
    expect(pushing.headers['www-authenticate']).toContain('insufficient_scope');
    const reading = await decide(site, await tokenOf(site, ADA, ['api:read']), {
      decision: 'apply',
      version: 1,
    });
    expect(reading.status).toBe(403);
  });

  test('that a browser’s cookie would stand in for is needed all the same', async () => {
    await using site = await proposed();
    const camille = await signedIn(site, 'camille@office.example');
    const reply = await camille.post(`${API}/proposals/1/decision`, { decision: 'apply', version: '1' });
    expect(reply.status).toBe(401);
  });

  test('lists what its owner proposed', async () => {
    await using site = await proposed();
    const token = await tokenOf(site, BOB, ['api:read']);
    const { items, next } = JSON.parse((await site.get(`${API}/account/proposals`, bearer(token))).text);
    expect(items).toMatchObject([{ number: 1, title: 'Mieux' }]);
    expect(next).toBeNull();
    const other = await tokenOf(site, ADA, ['api:read']);
    expect(JSON.parse((await site.get(`${API}/account/proposals`, bearer(other))).text).items).toEqual([]);
  });

  test('decides of the version that was read, once', async () => {
    await using site = await proposed();
    await grantIn(site, ADA, 'maintainer', { lists: ['contributions'] });
    const token = await tokenOf(site, ADA, ['api:write']);
    expect((await decide(site, token, { decision: 'apply', version: 2 })).status).toBe(409);
    const done = await decide(site, token, { decision: 'apply', version: 1, because: 'Merci' });
    expect(done.status).toBe(200);
    expect(JSON.parse(done.text)).toMatchObject({ number: 1, state: 'applied', taken: true });
    const late = await decide(site, token, { decision: 'reject', version: 1 });
    expect(JSON.parse(late.text)).toMatchObject({ state: 'applied', taken: false });
    const [entry] = await auditTrail(site.wiki.database.reader, { what: 'decide', limit: 10 });
    expect(entry).toMatchObject({ who: ADA, about: '1', detail: 'apply' });
  });

  test('of another list, or of nobody who decides, decides nothing', async () => {
    await using site = await proposed();
    await grantIn(site, ADA, 'maintainer', { lists: ['interne'] });
    await grantIn(site, BOB, 'committer');
    for (const address of [ADA, BOB]) {
      const token = await tokenOf(site, address, ['api:write']);
      const reply = await decide(site, token, { decision: 'apply', version: 1 });
      expect(reply.status).toBe(403);
    }
    expect(await auditTrail(site.wiki.database.reader, { what: 'decide', limit: 1 })).toEqual([]);
  });

  test.each([
    ['{', 'no JSON'],
    ['[]', 'expected object'],
    [{ decision: 'win', version: 1 }, 'decision'],
    [{ decision: 'apply' }, 'version'],
    [{ decision: 'apply', version: 1, force: true }, 'force'],
    [{ decision: 'apply', version: 1, because: 'x'.repeat(20_000) }, 'too large'],
  ])('that sends %j is told what is wrong', async (sent, said) => {
    await using site = await proposed();
    await grantIn(site, ADA, 'maintainer');
    const reply = await decide(site, await tokenOf(site, ADA, ['api:write']), sent);
    expect(reply.status).toBe(400);
    expect(reply.text).toContain(said);
  });

  test('reads the trail where its owner is an administrator alone', async () => {
    await using site = await contributing();
    await grantIn(site, ADA, 'administrator');
    await grantIn(site, BOB, 'maintainer');
    const token = await tokenOf(site, ADA, ['api:read']);
    const read = await site.get(`${API}/trail?what=grant&limit=1`, bearer(token));
    const { items, next } = JSON.parse(read.text);
    expect(items).toMatchObject([{ what: 'grant', about: BOB }]);
    const following = await site.get(next.replace('https://wiki.example', ''), bearer(token));
    expect(JSON.parse(following.text).items).toMatchObject([{ what: 'grant', about: ADA }]);
    expect((await site.get(`${API}/trail?since=x`, bearer(token))).status).toBe(400);
    const bob = await tokenOf(site, BOB, ['api:read']);
    expect((await site.get(`${API}/trail`, bearer(bob))).status).toBe(403);
  });

  test('asks with the method of the operation alone', async () => {
    await using site = await contributing();
    const get = await site.get(`${API}/proposals/1/decision`);
    expect(get.status).toBe(405);
    expect(get.headers.allow).toBe('POST, OPTIONS');
    const asked = await site.ask(`${API}/proposals/1/decision`, { method: 'OPTIONS' });
    expect(asked.headers['access-control-allow-headers']).toContain('Authorization');
  });
});
