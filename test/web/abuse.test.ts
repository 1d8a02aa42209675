import { describe, expect, test } from 'vitest';
import { addBlock } from '../../src/members/block.ts';
import type { BlockKind } from '../../src/store/abuse-tables.ts';
import { countForm, dailySecret, useProof } from '../../src/store/form-rates.ts';
import { ADA, CONTRIBUTING_FILES, type Contributing, contributing } from '../support/contributing.ts';
import { onEachEngine } from '../support/engines.ts';
import { mailsOf } from '../support/held.ts';
import { mailDatabase } from '../support/mailing.ts';
import { signIn, signInLink } from '../support/members.ts';
import { solve } from '../support/proof.ts';

const EDIT = '/-/edit/guides/faq.md';
const SUBSCRIBE = '/-/lists/contributions/subscribe';
const MENDED = CONTRIBUTING_FILES['guides/faq.md'].replace('20 jours', '30 jours');
const seconds = () => Math.floor(Date.now() / 1000);

/** Sends a form as a browser behind our proxy. */
const from = (site: Contributing, client: string, path: string, fields: Record<string, string>) =>
  site.ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': client },
    body: new URLSearchParams(fields).toString(),
  });

/** As many forms as a network may send before it is asked for a proof, each from another address. */
async function flood(site: Contributing, network = '203.0.114', count = 30) {
  for (let at = 1; at <= count; at++) {
    const sent = await from(site, `${network}.${at}`, SUBSCRIBE, { address: `a${at}@example.org` });
    expect(sent.status).toBe(200);
  }
}

const challengeOf = (page: string) => /data-proof="([^"]+)"/.exec(page)?.[1] ?? '';
const recipients = async (site: Contributing) =>
  (await mailsOf(site.wiki.database)).map(({ recipient }) => recipient);

const block = (site: Contributing, kind: BlockKind, typed: string) =>
  site.wiki.database.write((writer) =>
    addBlock(
      writer,
      { kind, typed, reason: '', until: null },
      { lists: {}, by: 'mona@office.example', now: seconds() },
    ),
  );

describe('a network that sends many forms', () => {
  test('is asked for a proof of work, which is good once and for one form', { timeout: 60_000 }, async () => {
    await using site = await contributing();
    await flood(site);
    const fields = { address: ADA.address, mode: 'digest' };
    const asked = await from(site, '203.0.114.200', SUBSCRIBE, fields);
    expect(asked.text).toContain('name="mode" value="digest"');
    expect(await recipients(site)).not.toContain(ADA.address);
    const proof = solve(challengeOf(asked.text));
    const elsewhere = await from(site, '203.0.114.201', '/-/sign-in', { ...fields, proof });
    expect(challengeOf(elsewhere.text)).not.toBe('');
    const forged = proof.replace(/^\d{10}/, '9999999999');
    expect(
      challengeOf((await from(site, '203.0.114.201', SUBSCRIBE, { ...fields, proof: forged })).text),
    ).not.toBe('');
    const taken = await from(site, '203.0.114.201', SUBSCRIBE, { ...fields, proof });
    expect(challengeOf(taken.text)).toBe('');
    expect(await recipients(site)).toContain(ADA.address);
    const replayed = await from(site, '203.0.114.201', SUBSCRIBE, { address: 'eve@example.org', proof });
    expect(challengeOf(replayed.text)).not.toBe('');
    expect(await recipients(site)).not.toContain('eve@example.org');
  });

  test('sends without a proof too: the mail leaves later', { timeout: 60_000 }, async () => {
    await using site = await contributing();
    await flood(site);
    await from(site, '203.0.114.200', '/-/sign-in', { address: ADA.address, proof: 'none' });
    const { due_at } = await site.wiki.database.reader
      .selectFrom('delivery')
      .select('due_at')
      .where('recipient', '=', ADA.address)
      .executeTakeFirstOrThrow();
    expect(due_at - seconds()).toBeGreaterThan(590);
    expect(await signInLink(site, ADA.address)).not.toBe('');
  });

  test('does not hinder another one, and does not pass for it', { timeout: 60_000 }, async () => {
    await using site = await contributing();
    await flood(site);
    const other = await from(site, '198.51.101.1', SUBSCRIBE, { address: ADA.address });
    expect(challengeOf(other.text)).toBe('');
    const spoofed = await from(site, '198.51.101.1, 203.0.114.9', SUBSCRIBE, { address: ADA.address });
    expect(challengeOf(spoofed.text)).not.toBe('');
  });

  test('has a change sent again as it was typed', { timeout: 60_000 }, async () => {
    await using site = await contributing();
    await flood(site);
    const text = `${MENDED}\n"a" & <b>\n`;
    const fields = { do: 'send', base: await site.base(EDIT), text, ...ADA };
    const asked = await from(site, '203.0.114.200', EDIT, fields);
    expect(asked.text).toContain('&quot;a&quot; &amp; &lt;b&gt;');
    expect(await site.link(ADA.address)).toBe('');
    await from(site, '203.0.114.200', EDIT, { ...fields, proof: solve(challengeOf(asked.text)) });
    expect(await site.link(ADA.address)).not.toBe('');
  });
});

describe('what is blocked', () => {
  test.each<[BlockKind, string]>([
    ['address', 'ADA@example.org'],
    ['domain', 'example.org'],
  ])('by its %s is answered as anything is, and nothing is done', async (kind, typed) => {
    await using site = await contributing();
    const before = await from(site, '198.51.101.1', SUBSCRIBE, { address: ADA.address });
    await block(site, kind, typed);
    const sent = (await recipients(site)).length;
    const after = await from(site, '198.51.101.1', SUBSCRIBE, { address: ADA.address });
    expect(after.text).toBe(before.text);
    await site.press('/-/sign-in', { address: ADA.address });
    await site.press('/-/follow/mail', { address: ADA.address });
    await site.press(EDIT, { do: 'send', base: await site.base(EDIT), text: MENDED, ...ADA });
    expect(await recipients(site)).toHaveLength(sent);
  });

  test.each<[BlockKind, string]>([
    ['network', '198.51.101.0/24'],
    ['text', 'casino en ligne'],
  ])('by its %s is refused, and nobody is told why', async (kind, typed) => {
    await using site = await contributing();
    await block(site, kind, typed);
    const text = `${MENDED}\nUn CASINO en\u200b ligne.\n`;
    const fields = { do: 'send', base: await site.base(EDIT), text, ...ADA };
    const refused = await from(site, '198.51.101.1', EDIT, fields);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('Cet envoi n’est pas accepté');
    expect(refused.text.toLowerCase()).not.toContain(typed);
    expect(await recipients(site)).toEqual([]);
  });

  test('does not keep a page that says it already from being mended', async () => {
    await using site = await contributing({ 'guides/spam.md': '# Un casino en ligne\n\nFin.\n' });
    await block(site, 'text', 'casino en ligne');
    const path = '/-/edit/guides/spam.md';
    const text = '# Un casino en ligne\n\nAutre fin.\n';
    await site.press(path, { do: 'send', base: await site.base(path), text, ...ADA });
    expect(await site.link(ADA.address)).not.toBe('');
  });

  test('may still leave a list', async () => {
    await using site = await contributing();
    await block(site, 'address', ADA.address);
    await site.press('/-/lists/contributions/unsubscribe', { address: ADA.address });
    expect(await recipients(site)).toEqual([ADA.address]);
  });

  test('after a link was mailed: neither the change nor the session goes on', async () => {
    await using site = await contributing();
    await site.press(EDIT, { do: 'send', base: await site.base(EDIT), text: MENDED, ...ADA });
    await site.press('/-/sign-in', { address: ADA.address });
    const press = await signIn(site, 'bob@example.org');
    await block(site, 'domain', 'example.org');
    expect((await site.press(await site.link(ADA.address), { do: 'send' })).status).toBe(403);
    expect(await site.deliver()).toEqual([]);
    const link = await site.press(await signInLink(site, ADA.address), {});
    expect(link.headers['set-cookie']).toBeUndefined();
    expect((await press('/-/account', {})).status).toBe(303);
  });
});

onEachEngine('the store of forms', (engine) => {
  test('counts together what processes send, and forgets what is past', async () => {
    const database = await mailDatabase(await engine.place());
    const count = (since: number) => database.write((writer) => countForm(writer, ['a', 'all'], since));
    const counts = await Promise.all([count(3_600), count(3_600), count(3_600)]);
    expect(counts.map(([first]) => Number(first)).sort()).toEqual([1, 2, 3]);
    expect((await count(7_200)).map(Number)).toEqual([1, 1]);
    expect(await database.reader.selectFrom('form_rate').selectAll().execute()).toHaveLength(2);
  });

  test('has one secret a day, and a proof once', async () => {
    const database = await mailDatabase(await engine.place());
    const secret = (day: string, fresh: string) =>
      database.write((writer) => dailySecret(writer, day, fresh));
    expect(await secret('2026-01-01', 'one')).toBe('one');
    expect(await secret('2026-01-01', 'two')).toBe('one');
    expect(await secret('2026-01-02', 'two')).toBe('two');
    expect(await database.reader.selectFrom('daily_secret').select('day').execute()).toHaveLength(1);
    const use = (now: number) =>
      database.write((writer) => useProof(writer, { hash: 'x', expiresAt: 100, now }));
    expect([await use(1), await use(2)]).toEqual([true, false]);
  });
});
