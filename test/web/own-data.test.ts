import { describe, expect, test } from 'vitest';
import { auditTrail, grantsOf } from '../../src/store/members.ts';
import { contributing } from '../support/contributing.ts';
import { grantIn, signedIn, tokenOf } from '../support/members.ts';

const ADA = 'ada@example.org';
const DATA = '/-/account/data';

describe('somebody who is signed in', () => {
  test('takes away what is kept of them, without secrets, and nothing of others', async () => {
    await using site = await contributing();
    await grantIn(site, ADA, 'committer', { paths: ['guides/**'] });
    await grantIn(site, 'bob@example.org', 'committer');
    const token = await tokenOf(site, ADA);
    const base = await site.base('/-/edit/guides/faq.md');
    const change = { name: 'Ada', address: ADA, reason: 'Pas envoyé', text: '# Brouillon\n' };
    await site.press('/-/edit/guides/faq.md', { do: 'send', base, ...change });
    const ada = await signedIn(site, ADA);
    const { headers, text } = await ada.get(`${DATA}.json`);
    expect(headers['cache-control']).toBe('no-store');
    const data = JSON.parse(text);
    expect(data).toMatchObject({
      address: ADA,
      grants: [{ role: 'committer', paths: '["guides/**"]' }],
      tokens: [{ label: 'test', scopes: 'push' }],
      sessions: [{ address: ADA }],
      contributions: [{ state: 'asked', reason: 'Pas envoyé', files: [{ content: '# Brouillon\n' }] }],
      trail: expect.arrayContaining([expect.objectContaining({ what: 'sign-in', who: ADA })]),
    });
    expect(text).not.toMatch(/[0-9a-f]{64}/);
    expect(text).not.toContain(token);
    expect(text).not.toContain('bob@example.org');
    for (const path of [DATA, `${DATA}.json`]) expect((await site.get(path)).status, path).toBe(303);
  });

  test('erases it by typing their address; the trail keeps what was done under another name', async () => {
    await using site = await contributing();
    await grantIn(site, ADA, 'maintainer');
    await tokenOf(site, ADA);
    const ada = await signedIn(site, ADA);
    await ada.post('/-/members', { do: 'give', address: 'bob@example.org', name: 'Bob' });
    const other = await signedIn(site, ADA);
    const wrong = await ada.post(DATA, { do: 'erase', confirm: 'bob@example.org' });
    expect(wrong.status).toBe(400);
    expect(await grantsOf(site.wiki.database.reader, ADA, 0)).toHaveLength(1);
    const crossSite = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await ada.post(DATA, { do: 'erase', confirm: ADA }, crossSite)).status).toBe(403);
    const done = await ada.post(DATA, { do: 'erase', confirm: 'Ada@Example.org' });
    expect(done.text).toContain('Vos données sont effacées');
    expect(done.text).toContain('contributions+owner@office.example');
    expect((await other.get('/-/account')).status).toBe(303);
    const { reader } = site.wiki.database;
    const trail = await auditTrail(reader, { limit: 100 });
    expect(JSON.stringify(trail)).not.toContain(ADA);
    const names = new Set(trail.flatMap(({ who }) => /^erased-[0-9a-f]{16}$/.exec(who)?.[0] ?? []));
    expect(names.size).toBe(1);
    expect(trail[0]).toMatchObject({ what: 'erase', who: [...names][0] });
    expect(trail.find(({ about }) => about === 'bob@example.org')).toMatchObject({ what: 'grant' });
    expect((await grantsOf(reader, 'bob@example.org', 0))[0]?.granted_by).toBe([...names][0]);
  });

  test('is warned when they are the only administrator', async () => {
    await using site = await contributing();
    await grantIn(site, ADA, 'administrator');
    const ada = await signedIn(site, ADA);
    expect((await ada.get(DATA)).text).toContain('seul·e à administrer');
    const warned = await ada.post(DATA, { do: 'erase', confirm: ADA });
    expect(warned.status).toBe(409);
    expect(await grantsOf(site.wiki.database.reader, ADA, 0)).toHaveLength(1);
    await ada.post(DATA, { do: 'erase', confirm: ADA, last: 'yes' });
    expect(await grantsOf(site.wiki.database.reader, ADA, 0)).toEqual([]);
  });
});

describe('the trail', () => {
  test('is filtered, shown and exported, its cells being no formulas', async () => {
    await using site = await contributing();
    await grantIn(site, 'root@example.org', 'administrator');
    const ada = await signedIn(site, ADA);
    await ada.post('/-/account', { do: 'request', name: 'Ada', reason: '=HYPERLINK("x")' });
    const root = await signedIn(site, 'root@example.org');
    const csv = await root.get('/-/members/trail.csv?what=request');
    expect(csv.text).toContain(`"request","${ADA}","'=HYPERLINK(""x"")"`);
    expect(csv.text).not.toContain('sign-in');
    const lines = (await root.get(`/-/members/trail.jsonl?person=ADA@example.org`)).text.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).what)).toEqual(['request', 'sign-in']);
    const none = await root.get('/-/members/trail?since=2099-01-01');
    expect(none.text).toContain('Rien de tel');
    expect((await root.get('/-/members/trail?since=demain')).status).toBe(400);
    expect((await root.get('/-/members/trail.jsonl?until=2020-13-45')).status).toBe(400);
    expect((await root.get('/-/members/trail?what=request')).text).toContain('demande d’accès en écriture');
  });
});
