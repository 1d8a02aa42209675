import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Contributing, contributing } from '../support/contributing.ts';
import { cookieIn, grantOf, grantRole, newSignInLink, sendForm, signInCookie } from '../support/members.ts';

const ADA = 'ada@example.org';
const HOUR_MS = 3_600_000;

afterEach(() => {
  vi.useRealTimers();
});

/** Sets the clock of the server forward, or back. */
function jump(milliseconds: number): void {
  const now = Date.now();
  vi.useFakeTimers({ toFake: ['Date'], now: now + milliseconds });
}

const isSignedIn = async (site: Contributing, cookie: string) =>
  (await site.get('/-/account', { cookie })).status === 200;

describe('a session', () => {
  test('gets another cookie with a page a day later, and ends when the old one comes back', async () => {
    await using site = await contributing();
    const stolen = await signInCookie(site, ADA);
    jump(25 * HOUR_MS);
    const reply = await site.get('/-/account', { cookie: stolen });
    expect(String(reply.headers['set-cookie'])).toMatch(
      /^__Host-greffe=\w{26}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure$/,
    );
    const cookie = cookieIn(reply);
    expect(await isSignedIn(site, cookie)).toBe(true);
    jump(HOUR_MS);
    expect(await isSignedIn(site, stolen)).toBe(false);
    expect(await isSignedIn(site, cookie)).toBe(false);
  });

  test('is another one after signing in: one that somebody planted stays theirs', async () => {
    await using site = await contributing();
    const planted = await signInCookie(site, 'eve@example.org');
    const cookie = await signInCookie(site, ADA, planted);
    expect(cookie).not.toBe(planted);
    expect((await site.get('/-/account', { cookie })).text).toContain(ADA);
    expect(await isSignedIn(site, planted)).toBe(false);
  });

  test('is ended everywhere by its owner', async () => {
    await using site = await contributing();
    const [one, other] = [await signInCookie(site, ADA), await signInCookie(site, ADA)];
    const reply = await sendForm(site, '/-/account', { do: 'sign-out-everywhere' }, one);
    expect(String(reply.headers['set-cookie'])).toContain('Max-Age=0');
    expect(await isSignedIn(site, one)).toBe(false);
    expect(await isSignedIn(site, other)).toBe(false);
  });

  test('ends with the role of its owner', async () => {
    await using site = await contributing();
    await grantRole(site, ADA, 'committer');
    const cookie = await signInCookie(site, ADA);
    await grantRole(site, 'root@example.org', 'administrator');
    const root = await signInCookie(site, 'root@example.org');
    await sendForm(site, '/-/members', { do: 'revoke', id: await grantOf(site, ADA) }, root);
    expect(await isSignedIn(site, cookie)).toBe(false);
    expect(await isSignedIn(site, root)).toBe(true);
  });
});

describe('a link to sign in', () => {
  test('is no longer good after 30 minutes, nor when it was used', async () => {
    await using site = await contributing();
    const late = await newSignInLink(site, ADA);
    const used = await newSignInLink(site, ADA);
    expect((await sendForm(site, used, {})).status).toBe(303);
    expect((await sendForm(site, used, {})).status).toBe(404);
    jump(HOUR_MS / 2 + 2_000);
    const reply = await sendForm(site, late, {});
    expect(reply.status).toBe(404);
    expect(reply.text).toContain('Ce lien n’est plus valable');
    expect(reply.headers['set-cookie']).toBeUndefined();
  });

  test('that was made while the clock was ahead is not good for longer', async () => {
    await using site = await contributing();
    jump(10 * HOUR_MS);
    const link = await newSignInLink(site, ADA);
    jump(-10 * HOUR_MS);
    expect((await sendForm(site, link, {})).status).toBe(404);
  });

  test('is told to no other page, and its page is framed nowhere', async () => {
    await using site = await contributing();
    const link = await newSignInLink(site, ADA);
    const asked = await site.get(link);
    const used = await sendForm(site, link, {});
    for (const { headers } of [asked, used]) {
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-frame-options']).toBe('DENY');
    }
    expect(used.headers.location).toBe('/-/account');
  });
});

test.each(['/-/sign-in', '/-/account', '/-/members', '/-/edit/guides/faq.md'])(
  'no page of another site, nor of this one, frames %s',
  async (path) => {
    await using site = await contributing();
    await grantRole(site, ADA, 'administrator');
    const cookie = path === '/-/sign-in' ? '' : await signInCookie(site, ADA);
    const { status, headers } = await site.get(path, { cookie });
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  },
);
