import { randomBytes } from 'node:crypto';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { memberAt } from '../../src/store/members.ts';
import { type Contributing, contributing } from '../support/contributing.ts';
import { git } from '../support/git.ts';
import { mailsOf } from '../support/held.ts';
import { grantOf, newSignInLink, signInLink } from '../support/members.ts';
import { cloneWith, memberWithToken } from '../support/pushing.ts';

const MONA = 'camille@office.example';
const ADA = 'ada@example.org';

const form = (site: Contributing, path: string, fields: Record<string, string>, cookie = '') =>
  site.ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    body: new URLSearchParams(fields).toString(),
  });

/** Signs somebody in; gives the cookie. */
async function signIn(site: Contributing, address: string): Promise<string> {
  await form(site, '/-/sign-in', { address });
  const { headers } = await form(site, await signInLink(site, address), {});
  return String(headers['set-cookie']).split(';', 1)[0] ?? '';
}

describe('signing in', () => {
  test('is by a link that is mailed, good once', async () => {
    await using site = await contributing();
    expect((await form(site, '/-/sign-in', { address: ADA })).text).toContain(ADA);
    const link = await signInLink(site, ADA);
    expect((await site.get(link)).text).toContain('Me connecter');
    const signed = await form(site, link, {});
    expect(signed.status).toBe(303);
    expect(String(signed.headers['set-cookie'])).toMatch(
      /^__Host-greffe=\w{26}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect((await form(site, link, {})).status).toBe(404);
    const cookie = String(signed.headers['set-cookie']).split(';', 1)[0] ?? '';
    const account = await site.get('/-/account', { cookie });
    expect(account.text).toContain(ADA);
    expect(account.headers['cache-control']).toBe('no-store');
    expect((await site.get('/-/account')).status).toBe(303);
  });

  test('leads back to where one was by the link of the mail, on this site alone', async () => {
    await using site = await contributing();
    const page = await site.get('/-/sign-in?return=/-/edit/guides/faq.md');
    const kept = 'name="return" value="/-/edit/guides/faq.md"';
    expect(page.text).toContain(kept);
    await form(site, '/-/sign-in', { address: ADA, return: '/-/edit/guides/faq.md?a=1' });
    const mails = (await mailsOf(site.wiki.database)).filter(({ recipient }) => recipient === ADA);
    const [, link = ''] = /wiki\.example(\/-\/sign-in\/\S+)/.exec(mails.at(-1)?.text ?? '') ?? [];
    expect(link).toContain('?return=%2F-%2Fedit%2Fguides%2Ffaq.md%3Fa%3D1');
    const asked = await site.get(link);
    const [, value = ''] = /name="return" value="([^"]*)"/.exec(asked.text) ?? [];
    expect((await form(site, link, { return: value })).headers.location).toBe('/-/edit/guides/faq.md?a=1');
    for (const elsewhere of [
      '//evil.example',
      'https://evil.example/',
      '/\\evil.example',
      '/.//evil.example',
    ]) {
      const made = await newSignInLink(site, 'bob@example.org');
      const shown = await site.get(`${made}?return=${encodeURIComponent(elsewhere)}`);
      expect(shown.text).not.toContain('name="return"');
      expect((await form(site, made, { return: elsewhere })).headers.location).toBe('/-/account');
    }
  });

  test('a page of a link leaks its address to no other, and no log has it', async () => {
    const lines: string[] = [];
    await using site = await contributing({}, { answered: ({ target }) => lines.push(target) });
    await form(site, '/-/sign-in', { address: ADA });
    const link = await signInLink(site, ADA);
    const page = await site.get(link);
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    await site.get('/-/sign-in/openid/callback?code=secret&state=secret');
    await form(site, link, {});
    expect(lines).toContain('/-/sign-in/…');
    expect(lines.join('\n')).not.toContain(link.slice('/-/sign-in/'.length));
    expect(lines.join('\n')).not.toContain('secret');
  });

  test('says the same of any address, and floods none', async () => {
    await using site = await contributing();
    const known = await form(site, '/-/sign-in', { address: MONA });
    const other = await form(site, '/-/sign-in', { address: 'nobody@example.org' });
    expect(known.text.replaceAll(MONA, '')).toBe(other.text.replaceAll('nobody@example.org', ''));
    for (let number = 0; number < 8; number++) await form(site, '/-/sign-in', { address: ADA });
    const mails = (await mailsOf(site.wiki.database)).filter(({ recipient }) => recipient === ADA);
    expect(mails).toHaveLength(5);
  });

  test('ends where one signs out, and a reader gets no cookie', async () => {
    await using site = await contributing();
    const cookie = await signIn(site, ADA);
    const out = await form(site, '/-/account', { do: 'sign-out' }, cookie);
    expect(String(out.headers['set-cookie'])).toContain('Max-Age=0');
    expect((await site.get('/-/account', { cookie })).status).toBe(303);
    expect((await site.get('/')).headers['set-cookie']).toBeUndefined();
  });

  test('a form of another site does nothing for who is signed in', async () => {
    await using site = await contributing();
    const cookie = await signIn(site, MONA);
    const reply = await site.ask('/-/account', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie,
        origin: 'https://evil.example',
        'sec-fetch-site': 'cross-site',
      },
      body: 'do=token&label=x',
    });
    expect(reply.status).toBe(403);
  });

  test('a made-up cookie, and one that a visitor brings, are nobody’s', async () => {
    await using site = await contributing();
    const cookie = `__Host-greffe=${'a'.repeat(26)}`;
    expect((await site.get('/-/account', { cookie })).status).toBe(303);
    await form(site, '/-/sign-in', { address: ADA }, cookie);
    const signed = await form(site, await signInLink(site, ADA), {}, cookie);
    expect(String(signed.headers['set-cookie'])).not.toContain('a'.repeat(26));
  });
});

describe('write access', () => {
  test('is asked for with a reason, granted by who keeps the wiki, used to push, revoked', async () => {
    await using site = await contributing();
    const ada = await signIn(site, ADA);
    await form(site, '/-/account', { do: 'request', name: 'Ada Exemple', reason: 'J’écris souvent.' }, ada);
    expect((await site.get('/-/account', { cookie: ada })).text).toContain('Vous avez demandé');
    const camille = await signIn(site, MONA);
    const members = await site.get('/-/members', { cookie: camille });
    expect(members.text).toContain('J’écris souvent.');
    await form(
      site,
      '/-/members',
      { do: 'grant', id: ADA, role: 'committer', because: 'Bienvenue' },
      camille,
    );
    const made = await form(site, '/-/account', { do: 'token', label: 'portable' }, ada);
    const token = /<code>(\w{26})<\/code>/.exec(made.text)?.[1] ?? '';
    const clone = await cloneWith(site, token);
    await clone.commit('guides/faq.md', '# Questions\n\nPoussé.\n');
    expect(await clone.push('origin', 'HEAD:main')).toMatchObject({ status: 0 });
    expect(await site.repository.head()).toBe(await git(clone.folder, ['rev-parse', 'HEAD']));
    await form(site, '/-/members', { do: 'revoke', id: await grantOf(site, ADA), because: 'Fini' }, camille);
    await clone.commit('guides/faq.md', '# Questions\n\nEncore.\n');
    const refused = await clone.push('origin', 'HEAD:main');
    expect(refused.status).not.toBe(0);
    const told = (await mailsOf(site.wiki.database)).filter(({ recipient }) => recipient === ADA);
    expect(told.some(({ text }) => text.includes('Bienvenue'))).toBe(true);
    expect(told.some(({ text }) => text.includes('Fini'))).toBe(true);
  });

  test('nobody but who keeps the wiki sees the members, or grants anything', async () => {
    await using site = await contributing();
    const ada = await signIn(site, ADA);
    await form(site, '/-/account', { do: 'request', name: 'Ada', reason: 'x' }, ada);
    expect((await site.get('/-/members', { cookie: ada })).status).toBe(403);
    expect(
      (await form(site, '/-/members', { do: 'grant', id: ADA, role: 'administrator' }, ada)).status,
    ).toBe(403);
    expect((await site.get('/-/members')).status).toBe(403);
    expect(await memberAt(site.wiki.database.reader, ADA, 0)).toBeUndefined();
    expect((await form(site, '/-/account', { do: 'token', label: 'x' }, ada)).text).not.toContain('<code>');
  });

  test('a maintainer makes no administrator, and takes nothing back from one', async () => {
    await using site = await contributing();
    const ada = await signIn(site, ADA);
    await form(site, '/-/account', { do: 'request', name: 'Ada', reason: 'x' }, ada);
    const camille = await signIn(site, MONA);
    await form(site, '/-/members', { do: 'grant', id: ADA, role: 'administrator' }, camille);
    expect(await memberAt(site.wiki.database.reader, ADA, 0)).toBeUndefined();
    await memberWithToken(site, 'root@example.org', 'administrator');
    await form(site, '/-/members', { do: 'revoke', id: await grantOf(site, 'root@example.org') }, camille);
    expect(await memberAt(site.wiki.database.reader, 'root@example.org', 0)).toMatchObject({
      role: 'administrator',
    });
  });

  test('what members did is read and exported by administrators alone', async () => {
    await using site = await contributing();
    await memberWithToken(site, 'root@example.org', 'administrator');
    const root = await signIn(site, 'root@example.org');
    const { text, headers } = await site.get('/-/members/trail.csv', { cookie: root });
    expect(headers['content-type']).toContain('text/csv');
    expect(text).toMatch(/^at,who,what,about,detail\r\n"[^"]+","root@example\.org","sign-in"/);
    const camille = await signIn(site, MONA);
    expect((await site.get('/-/members/trail.csv', { cookie: camille })).status).toBe(403);
  });

  test('a role with an end is none after it', async () => {
    await using site = await contributing();
    const token = await memberWithToken(site, ADA, 'committer', Math.floor(Date.now() / 1000) - 1);
    const clone = await cloneWith(site, token);
    await clone.commit('guides/faq.md', '# Trop tard\n');
    expect((await clone.push('origin', 'HEAD:main')).status).not.toBe(0);
  });
});

describe('a maintainer who is signed in', () => {
  test('decides of a proposal on its page, and nobody else does', async () => {
    await using site = await contributing();
    const base = await site.base('/-/edit/guides/faq.md');
    const text = '# Questions\n\nMieux.\n';
    const fields = { name: 'Ada Exemple', address: ADA, reason: 'Mieux' };
    await site.press('/-/edit/guides/faq.md', { do: 'send', base, text, ...fields });
    await site.press(await site.link(ADA), { do: 'send' });
    await site.deliver();
    const review = '/-/proposals/1/review';
    expect((await site.get('/-/proposals/1')).text).toContain(`href="${review}"`);
    const ada = await signIn(site, ADA);
    expect((await site.get(review)).headers.location).toMatch(/^\/-\/sign-in\?return=/);
    expect((await site.get(review, { cookie: ada })).text).not.toContain('name="decision"');
    await form(site, review, { decision: 'reject' }, ada);
    expect((await site.get('/-/proposals/1')).text).toContain('proposal-proposed');
    const camille = await signIn(site, MONA);
    const page = await site.get(review, { cookie: camille });
    const seen = /name="seen" value="([0-9a-f]+)"/.exec(page.text)?.[1] ?? '';
    expect((await form(site, review, { decision: 'apply', seen: 'f'.repeat(40) }, camille)).status).toBe(409);
    expect((await form(site, review, { decision: 'apply', seen }, camille)).status).toBe(303);
    const log = await git(site.repository.path, ['log', '-1', '--format=%an %cn %s']);
    expect(log).toBe('Ada Exemple camille Mieux');
  });
});

describe('git push', () => {
  const pushing = async () => {
    const site = await contributing();
    return { site, clone: await cloneWith(site, await memberWithToken(site, ADA, 'committer')) };
  };

  test('tells what the change breaks', async () => {
    const { site, clone } = await pushing();
    await using _ = site;
    await clone.commit('guides/faq.md', '# Questions\n\n[Rien](nulle-part.md)\n');
    const { status, stderr } = await clone.push('origin', 'HEAD:main');
    expect(status).toBe(0);
    expect(stderr).toMatch(/remote: guides\/faq\.md:3: .*nulle-part/);
  });

  test.each([
    ['a file for Git', 'outil/.gitattributes', '* filter=x\n', 'git-file'],
    ['another branch', 'a.md', '# A\n', 'only main', 'HEAD:refs/heads/autre'],
    ['the deletion of the branch', '', '', 'remote rejected', ':main'],
  ])('refuses %s, and says why', async (_, path, text, said, ref = 'HEAD:main') => {
    const { site, clone } = await pushing();
    await using __ = site;
    const before = await site.repository.head();
    if (path !== '') {
      await mkdir(join(clone.folder, path, '..'), { recursive: true });
      await clone.commit(path, text);
    }
    const { status, stderr } = await clone.push('origin', ref);
    expect(status).not.toBe(0);
    expect(stderr).toContain(said);
    expect(await site.repository.head()).toBe(before);
  });

  test('refuses what hides in the middle of several commits', async () => {
    const { site, clone } = await pushing();
    await using _ = site;
    await symlink('/etc/passwd', join(clone.folder, 'lien.md'));
    await git(clone.folder, ['add', '--all']);
    await git(clone.folder, ['commit', '--quiet', '-m', 'Un lien']);
    await git(clone.folder, ['rm', '--quiet', 'lien.md']);
    await git(clone.folder, ['commit', '--quiet', '-m', 'Plus de lien']);
    const { status, stderr } = await clone.push('origin', 'HEAD:main');
    expect(status).not.toBe(0);
    expect(stderr).toContain('symlink: lien.md');
  });

  test('refuses what does not come from the newest commit, forced or not', async () => {
    const { site, clone } = await pushing();
    await using _ = site;
    await site.repository.commit('Entre-temps', { 'autre.md': '# Autre\n' });
    const head = await site.repository.head();
    await clone.commit('guides/faq.md', '# Perdu ?\n');
    expect((await clone.push('origin', 'HEAD:main')).status).not.toBe(0);
    expect((await clone.push('--force', 'origin', 'HEAD:main')).status).not.toBe(0);
    expect(await site.repository.head()).toBe(head);
  });

  test('with -o propose makes a proposal of its commits, and moves nothing', async () => {
    const { site, clone } = await pushing();
    await using _ = site;
    const before = await site.repository.head();
    await clone.commit('guides/faq.md', '# Questions\n\nUn.\n');
    await clone.commit('guides/deux.md', '# Deux\n');
    const { status, stderr } = await clone.push('-o', 'propose', 'origin', 'HEAD:main');
    expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining('/-/proposals/') });
    expect(await site.repository.head()).toBe(before);
    expect(await site.deliver()).toHaveLength(2);
    const page = (await site.get('/-/proposals/1')).text;
    expect(page).toMatch(/version 1, 2 correctifs/);
    expect(page).toMatch(/<dt>Envoyée par<\/dt><dd>Ada<\/dd>/);
    expect(page).toContain('Elle s’applique');
  });

  test('of two at once, one wins and the other is told', async () => {
    const { site, clone } = await pushing();
    await using _ = site;
    const other = await cloneWith(site, await memberWithToken(site, 'bob@example.org', 'committer'));
    await clone.commit('a.md', '# A\n');
    await other.commit('b.md', '# B\n');
    const done = await Promise.all([clone.push('origin', 'HEAD:main'), other.push('origin', 'HEAD:main')]);
    expect(done.filter(({ status }) => status === 0)).toHaveLength(1);
    expect(done.find(({ status }) => status !== 0)?.stderr).toMatch(/pull first|fetch first/);
  });

  test('with a wrong token is refused, and anybody still clones', async () => {
    await using site = await contributing();
    const clone = await cloneWith(site, 'a'.repeat(26));
    await clone.commit('a.md', '# A\n');
    const { status, stderr } = await clone.push('origin', 'HEAD:main');
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/Authentication failed|could not read/);
  });

  test('takes what is made in a shallow clone', async () => {
    const { site, clone } = await pushing();
    await using _ = site;
    await site.repository.commit('Un autre', { 'b.md': '# B\n' });
    await git(clone.folder, ['-c', 'protocol.version=2', 'fetch', '--quiet', '--depth=1', 'origin', 'main']);
    await git(clone.folder, ['reset', '--quiet', '--hard', 'FETCH_HEAD']);
    await clone.commit('c.md', '# C\n');
    expect(await clone.push('origin', 'HEAD:main')).toMatchObject({ status: 0 });
  });

  test('takes a large push, which Git asks about first', async () => {
    const { site, clone } = await pushing();
    await using _ = site;
    await clone.commit('image.png', randomBytes(3_000_000));
    expect(await clone.push('origin', 'HEAD:main')).toMatchObject({ status: 0 });
    expect(await site.repository.head()).toBe(await git(clone.folder, ['rev-parse', 'HEAD']));
  });

  test('what is no push is refused', async () => {
    const { site } = await pushing();
    await using _ = site;
    const token = await memberWithToken(site, ADA, 'committer');
    const authorization = `Basic ${Buffer.from(`x:${token}`).toString('base64')}`;
    const name = `${site.wiki.source.name.replace(/\.git$/, '')}.git`;
    const send = (body: string) =>
      site.ask(`/${name}/git-receive-pack`, { method: 'POST', headers: { authorization }, body });
    expect((await send('zzzz')).status).toBe(400);
    expect((await send('00')).status).toBe(400);
    const zero = '0'.repeat(40);
    const line = `${zero} ${'1'.repeat(40)} refs/heads/main\0report-status\n`;
    const length = (line.length + 4).toString(16).padStart(4, '0');
    expect((await send(`${length}${line}0000PACKrubbish`)).text).toContain('ng refs/heads/main');
  });
});
