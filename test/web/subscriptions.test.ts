import { expect, test } from 'vitest';
import { signId, siteSecret } from '../../src/mail/tokens.ts';
import { outgoingBytes, queuedDeliveries } from '../../src/store/deliveries.ts';
import { changesAfter } from '../../src/store/page-follows.ts';
import { subscribersOf } from '../../src/store/subscribers.ts';
import { subscribe } from '../support/mailing.ts';
import { type Served, served } from '../support/served.ts';

const settings = `
title: Archipel
url: https://wiki.example
languages: [fr, en]
lists:
  annonces:
    address: annonces@lists.example
    title: { fr: Annonces, en: Announcements }
  secret:
    address: secret@lists.example
    read: moderators
`;

const files = {
  'index.md': '# Accueil\n',
  'index.en.md': '# Home\n',
  'guides/faq.md': '# Questions\n',
  'greffe.yml': settings,
};

const send = (
  site: Served,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) =>
  site.ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  });

const database = (site: Served) => site.wiki.database;

async function mails(site: Served) {
  const queued = await queuedDeliveries(database(site).reader, undefined, 100);
  return Promise.all(
    queued.map(async ({ outgoing, recipient }) => ({
      recipient,
      text: Buffer.from((await outgoingBytes(database(site).reader, outgoing)) ?? [])
        .toString()
        .replace(/=\n/g, ''),
    })),
  );
}

const addresses = async (site: Served, list = 'annonces') =>
  (await subscribersOf(database(site).reader, list)).map(({ address, mode }) => `${address} ${mode}`);

test('one subscribes with a form, and confirms with a button: opening the link is not enough', async () => {
  await using site = await served(files);
  const form = await site.get('/-/lists/annonces/subscribe');
  expect(form.status).toBe(200);
  expect(form.text).toContain('S’abonner à «\u00a0Annonces\u00a0»');
  const answer = await send(site, '/-/lists/annonces/subscribe', {
    address: 'ben@example.org',
    mode: 'digest',
    language: 'en',
  });
  expect(answer.status).toBe(200);
  expect(answer.headers['cache-control']).toBe('no-store');
  const [mail] = await mails(site);
  expect(mail?.recipient).toBe('ben@example.org');
  expect(mail?.text).toContain('Confirm_your_subscription');
  const path = /https:\/\/wiki\.example(\/-\/confirm\/[a-z2-7]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  for (let look = 0; look < 2; look++) {
    const page = await site.get(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain('<form action="/-/confirm/');
    expect(page.text).not.toContain('ben@example.org');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
  }
  expect(await addresses(site)).toEqual([]);
  expect((await send(site, path, {})).text).toContain('You receive “Announcements”');
  expect(await addresses(site)).toEqual(['ben@example.org digest']);
  expect((await send(site, path, {})).status).toBe(404);
  expect((await site.get(path)).status).toBe(404);
});

test('the answer is the same whether an address is subscribed, or was asked for already', async () => {
  await using site = await served(files);
  await subscribe(database(site), 'ben@example.org', { to: 'annonces' });
  const answers = [];
  for (const address of ['ben@example.org', 'ben@example.org', 'nobody@example.org'])
    for (const page of ['subscribe', 'unsubscribe']) {
      const { status, text } = await send(site, `/-/lists/annonces/${page}`, { address });
      answers.push(`${status} ${text.replaceAll(address, '')}`.replaceAll(page, ''));
    }
  expect(new Set(answers).size).toBe(1);
});

test('what is no address is shown again, as text', async () => {
  await using site = await served(files);
  const wrong = await send(site, '/-/lists/annonces/subscribe?lang=en', { address: '"><script>x</script>' });
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain('This does not look like an e-mail address');
  expect(wrong.text).toContain('&quot;&gt;&lt;script&gt;');
});

test('one press leaves: a mail client’s, and the page’s', async () => {
  await using site = await served(files);
  const link = async (address: string) => {
    const id = await subscribe(database(site), address, { to: 'annonces' });
    const secret = await database(site).write(siteSecret);
    return `/-/lists/annonces/unsubscribe/${signId(secret, 'unsubscribe', id)}`;
  };
  const first = await link('ben@example.org');
  const oneClick = await send(
    site,
    first,
    { 'List-Unsubscribe': 'One-Click' },
    { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' },
  );
  expect(oneClick.status).toBe(200);
  expect(await addresses(site)).toEqual([]);
  const second = await link('cam@example.org');
  const page = await site.get(second);
  expect(page.text).toContain('Ne plus recevoir la liste');
  expect(await addresses(site)).toHaveLength(1);
  expect((await send(site, second, {})).text).toContain('Vous ne recevez plus');
  expect(await addresses(site)).toEqual([]);
});

test('a form of another site is refused', async () => {
  await using site = await served(files);
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }] as Record<
    string,
    string
  >[]) {
    const { status } = await send(site, '/-/lists/annonces/subscribe', { address: 'v@example.org' }, headers);
    expect(status).toBe(403);
  }
  expect(await mails(site)).toEqual([]);
});

test('one client has twenty mails sent in an hour at most', async () => {
  await using site = await served(files);
  const statuses = [];
  for (let at = 0; at < 22; at++)
    statuses.push(
      (await send(site, '/-/lists/annonces/subscribe', { address: `v${at}@example.org` })).status,
    );
  expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  expect(await mails(site)).toHaveLength(20);
  const other = { 'x-forwarded-for': '192.88.99.1, 8.8.8.8' };
  expect((await send(site, '/-/lists/annonces/subscribe', { address: 'w@example.org' }, other)).status).toBe(
    200,
  );
});

test('no link of a mail is made from what a request says of its host', async () => {
  await using site = await served({ ...files, 'greffe.yml': settings.replace(/^url:.*$/m, '') });
  await send(site, '/-/lists/annonces/subscribe', { address: 'ben@example.org' }, { host: 'evil.example' });
  const [mail] = await mails(site);
  expect(mail?.text).not.toContain('evil');
  expect(mail?.text).toMatch(/^Reply-To: annonces\+confirm-/m);
});

test('nobody subscribes to a private list, nor is told that there is one', async () => {
  await using site = await served(files);
  expect((await site.get('/-/lists/secret/subscribe')).status).toBe(404);
  expect((await send(site, '/-/lists/secret/subscribe', { address: 'ben@example.org' })).status).toBe(404);
  expect(await mails(site)).toEqual([]);
});

test.each([
  '/-/confirm/x',
  '/-/confirm/%00',
  '/-/lists/annonces/unsubscribe/%C3%A9',
  '/-/lists/none/subscribe',
])('%s is a page that says so, to GET and to POST', async (path) => {
  await using site = await served(files);
  const got = await site.get(path);
  expect([404, 200]).toContain(got.status);
  expect([404, 200]).toContain((await send(site, path, { address: 'ben@example.org' })).status);
  expect(site.reports).toEqual([]);
});

test('a form that is too large, or no form, is refused', async () => {
  await using site = await served(files);
  const path = '/-/lists/annonces/subscribe';
  expect((await send(site, path, { address: 'a'.repeat(20_000) })).status).toBe(400);
  expect(
    (await send(site, path, { address: 'a@example.org' }, { 'content-type': 'application/json' })).status,
  ).toBe(400);
});

test('one follows a page by mail: a form, a mail, a button', async () => {
  await using site = await served(files);
  const page = await site.get('/-/follow?page=guides/faq.md');
  expect(page.text).toContain('href="/-/follow/mail?page=guides%2Ffaq.md"');
  const form = await site.get('/-/follow/mail?page=guides/faq.md');
  expect(form.text).toContain('Suivre «\u00a0Questions\u00a0» par courriel');
  await send(site, '/-/follow/mail', { page: 'guides/faq.md', address: 'ben@example.org' });
  const [mail] = await mails(site);
  const path = /(\/-\/confirm\/[a-z2-7]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  expect((await send(site, path, {})).text).toContain('Vous suivez «\u00a0Questions\u00a0»');
  expect(await changesAfter(database(site).reader, 'guides/faq.md', 0, 10)).toHaveLength(1);
});

test.each(['page=none.md', 'folder=none'])('what is not there cannot be followed: %s', async (query) => {
  await using site = await served(files);
  expect((await site.get(`/-/follow/mail?${query}`)).status).toBe(404);
});

test('a wiki without a list sends no mail, and offers none', async () => {
  await using site = await served({ 'index.md': '# Accueil\n' });
  expect((await site.get('/-/follow/mail')).status).toBe(404);
  expect((await site.get('/-/follow')).text).not.toContain('/-/follow/mail');
});
