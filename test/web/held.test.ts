import { expect, test } from 'vitest';
import { approvedHeld, heldOf } from '../../src/store/held.ts';
import { holding, mailsOf } from '../support/held.ts';
import { listSettings } from '../support/mailing.ts';
import { type Served, served } from '../support/served.ts';

const files = {
  'index.md': '# Accueil\n',
  'greffe.yml': `languages: [fr, en]${listSettings}`,
};

const press = (site: Served, path: string, fields: Record<string, string>, headers = {}) =>
  site.ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  });

test('the link of a notice shows the message that waits, and changes nothing', async () => {
  await using site = await served(files);
  const path = await holding(site);
  const { status, body, headers } = await site.get(path);
  expect(status).toBe(200);
  expect(headers['cache-control']).toBe('no-store');
  expect(body.toString()).toContain('Un &lt;script&gt; ici.');
  expect(body.toString()).toContain('&lt;b&gt;Bonjour&lt;/b&gt;');
  expect((await site.get(`${path}?lang=en`)).body.toString()).toContain('Let it through');
  expect(await heldOf(site.wiki.database.reader, 'annonces')).toHaveLength(1);
});

test('a button lets it through, once', async () => {
  await using site = await served(files);
  const path = await holding(site);
  expect((await press(site, path, { decision: 'approve' })).status).toBe(200);
  expect(await approvedHeld(site.wiki.database.reader, 10)).toHaveLength(1);
  expect((await press(site, path, { decision: 'discard' })).status).toBe(404);
  expect((await site.get(path)).status).toBe(404);
});

test('it is sent back with words, which its writer gets, and not without', async () => {
  await using site = await served(files);
  const path = await holding(site);
  const without = await press(site, path, { decision: 'refuse', because: ' ' });
  expect(without.status).toBe(400);
  expect(without.body.toString()).toContain('aria-invalid="true"');
  expect((await press(site, path, { decision: 'refuse', because: 'Hors sujet.' })).status).toBe(200);
  const mails = await mailsOf(site.wiki.database);
  expect(mails.find(({ recipient }) => recipient === 'ada@example.org')?.text).toContain('Hors sujet.');
});

test('it is discarded, and nobody is told', async () => {
  await using site = await served(files);
  const path = await holding(site);
  expect((await press(site, path, { decision: 'discard' })).status).toBe(200);
  expect(await heldOf(site.wiki.database.reader, 'annonces')).toHaveLength(0);
  expect(await mailsOf(site.wiki.database)).toHaveLength(1);
});

test('a page of another site decides nothing, nor does a wrong token, nor the page of another list', async () => {
  await using site = await served(files);
  const path = await holding(site);
  const other = { origin: 'https://other.example', 'sec-fetch-site': 'cross-site' };
  expect((await press(site, path, { decision: 'discard' }, other)).status).toBe(403);
  expect((await press(site, `${path}x`, { decision: 'discard' })).status).toBe(404);
  const travail = path.replace('annonces', 'travail');
  expect((await press(site, travail, { decision: 'discard' })).status).toBe(404);
  expect(await heldOf(site.wiki.database.reader, 'annonces')).toHaveLength(1);
});
