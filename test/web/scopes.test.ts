import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { grantsOf, removeGrant } from '../../src/store/members.ts';
import { contributing } from '../support/contributing.ts';
import { git } from '../support/git.ts';
import { grantIn, signedIn, tokenOf } from '../support/members.ts';
import { cloneWith } from '../support/pushing.ts';

const ADA = 'ada@example.org';
const CAMILLE = 'camille@office.example';

const limited = async (...patterns: readonly string[]) => {
  const site = await contributing({ 'pocos/a.md': '# A\n' });
  for (const pattern of patterns) await grantIn(site, ADA, 'committer', { paths: [pattern] });
  return { site, clone: await cloneWith(site, await tokenOf(site, ADA)) };
};

describe('who writes in some paths alone', () => {
  test('pushes there, in several of them at once, and nowhere else', async () => {
    const { site, clone } = await limited('guides/**', 'index.md');
    await using _ = site;
    await clone.commit('guides/faq.md', '# Questions\n\nPoussé.\n');
    await clone.commit('index.md', '# Bureau\n');
    expect(await clone.push('origin', 'HEAD:main')).toMatchObject({ status: 0 });
    const used = await grantsOf(site.wiki.database.reader, ADA, 0);
    expect(used.every(({ used_at }) => used_at !== null)).toBe(true);
    const before = await site.repository.head();
    await clone.commit('pocos/a.md', '# Pas à moi\n');
    const { status, stderr } = await clone.push('origin', 'HEAD:main');
    expect(status).not.toBe(0);
    expect(stderr).toContain(
      'pocos/a.md is outside what you may write (guides/**, index.md): git push -o propose',
    );
    expect(await site.repository.head()).toBe(before);
    expect(await clone.push('-o', 'propose', 'origin', 'HEAD:main')).toMatchObject({ status: 0 });
    expect(await site.repository.head()).toBe(before);
  });

  test('hides nothing in a commit that a later one undoes, in a rename or in a deletion', async () => {
    const { site, clone } = await limited('guides/**');
    await using _ = site;
    await clone.commit('pocos/a.md', '# Caché\n');
    await clone.commit('pocos/a.md', '# A\n');
    expect((await clone.push('origin', 'HEAD:main')).stderr).toContain('pocos/a.md is outside');
    await git(clone.folder, ['reset', '--quiet', '--hard', 'origin/main']);
    await git(clone.folder, ['mv', 'pocos/a.md', 'guides/a.md']);
    await git(clone.folder, ['commit', '--quiet', '-m', 'Déplacer']);
    expect((await clone.push('origin', 'HEAD:main')).stderr).toContain('pocos/a.md is outside');
    await git(clone.folder, ['reset', '--quiet', '--hard', 'origin/main']);
    await rm(join(clone.folder, 'pocos/a.md'));
    await git(clone.folder, ['commit', '--quiet', '-am', 'Supprimer']);
    expect((await clone.push('origin', 'HEAD:main')).stderr).toContain('pocos/a.md is outside');
  });

  test('merges what others pushed, and drops nothing of it by a merge', async () => {
    const { site, clone } = await limited('guides/**');
    await using _ = site;
    await clone.commit('guides/faq.md', '# Questions\n\nMieux.\n');
    await site.repository.commit('Ailleurs', { 'pocos/a.md': '# A, par un autre\n' });
    await clone.fetch();
    await git(clone.folder, ['merge', '--quiet', '-s', 'ours', '-m', 'La mienne', 'origin/main']);
    expect((await clone.push('origin', 'HEAD:main')).stderr).toContain('pocos/a.md is outside');
    await git(clone.folder, ['reset', '--quiet', '--hard', 'HEAD^1']);
    await git(clone.folder, ['merge', '--quiet', '-m', 'Les deux', 'origin/main']);
    expect(await clone.push('origin', 'HEAD:main')).toMatchObject({ status: 0 });
  });

  test('never writes the settings, which say who keeps the lists', async () => {
    const { site, clone } = await limited('**');
    await using _ = site;
    await clone.commit('pocos/a.md', '# A changé\n');
    expect(await clone.push('origin', 'HEAD:main')).toMatchObject({ status: 0 });
    await clone.commit('greffe.yml', `lists:\n  contributions:\n    moderators: [${ADA}]\n`);
    expect((await clone.push('origin', 'HEAD:main')).stderr).toContain('greffe.yml is outside');
  });

  test('publishes in the browser there alone, and is told which file is not', async () => {
    await using site = await contributing({ 'pocos/a.md': '# A\n' });
    await grantIn(site, ADA, 'committer', { paths: ['guides/**'] });
    const ada = await signedIn(site, ADA);
    expect((await ada.get('/-/edit/guides/faq.md')).text).toContain('value="publish"');
    expect((await ada.get('/-/edit/pocos/a.md')).text).not.toContain('value="publish"');
    const sent = { do: 'publish', name: 'Ada', reason: 'Mieux', text: '# Mieux\n' };
    const base = await site.base('/-/edit/guides/faq.md');
    const refused = await ada.post('/-/edit/pocos/a.md', { ...sent, base });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('pocos/a.md est en dehors de ce que vous pouvez écrire');
    const before = await site.repository.head();
    expect((await ada.post('/-/edit/guides/faq.md', { ...sent, base })).status).toBe(303);
    expect(await site.repository.head()).not.toBe(before);
  });

  test('sees no members and grants nothing, though a maintainer there', async () => {
    await using site = await contributing();
    await grantIn(site, ADA, 'maintainer', { paths: ['guides/**'] });
    const ada = await signedIn(site, ADA);
    for (const path of ['/-/members', '/-/members/trail', '/-/members/trail.csv', '/-/members/trail.jsonl'])
      expect((await ada.get(path)).status, path).toBe(403);
    const own = { do: 'give', address: ADA, name: 'Ada', role: 'maintainer' };
    expect((await ada.post('/-/members', own)).status).toBe(403);
    expect(await grantsOf(site.wiki.database.reader, ADA, 0)).toHaveLength(1);
  });
});

describe('a maintainer of one list', () => {
  const proposed = async () => {
    const site = await contributing();
    const base = await site.base('/-/edit/guides/faq.md');
    const fields = { name: 'Bob', address: 'bob@example.org', reason: 'Mieux', text: '# Mieux\n' };
    await site.press('/-/edit/guides/faq.md', { do: 'send', base, ...fields });
    await site.press(await site.link('bob@example.org'), { do: 'send' });
    await site.deliver();
    return site;
  };
  const review = '/-/proposals/1/review';

  test('decides of its proposals, pushes nothing, and grants nothing', async () => {
    await using site = await proposed();
    await grantIn(site, ADA, 'maintainer', { lists: ['contributions'] });
    const ada = await signedIn(site, ADA);
    const seen = /name="seen" value="([0-9a-f]+)"/.exec((await ada.get(review)).text)?.[1] ?? '';
    const clone = await cloneWith(site, await tokenOf(site, ADA));
    await clone.commit('guides/faq.md', '# Poussé\n');
    expect((await clone.push('origin', 'HEAD:main')).stderr).toContain('you decide of proposals');
    const give = { do: 'give', address: 'eve@example.org', name: 'Eve', role: 'committer' };
    expect((await ada.post('/-/members', give)).status).toBe(403);
    expect((await ada.post(review, { decision: 'apply', seen })).status).toBe(303);
    expect(await git(site.repository.path, ['log', '-1', '--format=%s'])).toBe('Mieux');
    expect((await grantsOf(site.wiki.database.reader, ADA, 0))[0]?.used_at).not.toBeNull();
  });

  test.each([
    ['of another list', { lists: ['interne'] }],
    ['of other paths', { paths: ['pocos/**'] }],
    ['of the list, in other paths', { lists: ['contributions'], paths: ['pocos/**'] }],
  ])('decides nothing %s', async (_, scope) => {
    await using site = await proposed();
    await grantIn(site, ADA, 'maintainer', scope);
    const ada = await signedIn(site, ADA);
    expect((await ada.get(review)).text).not.toContain('name="decision"');
    expect((await ada.post(review, { decision: 'reject' })).status).toBe(403);
    expect((await site.get('/-/proposals/1')).text).not.toContain('Rejetée');
  });
});

describe('a role in a part of the wiki', () => {
  test('is given, listed, taken back, and noted, by who keeps the wiki', async () => {
    await using site = await contributing();
    const camille = await signedIn(site, CAMILLE);
    const give = { do: 'give', address: ADA, name: 'Ada', paths: 'guides/ index.md', because: 'Bienvenue' };
    const given = await camille.post('/-/members', give);
    expect(given.text).toContain(`${ADA} en est informé`);
    expect(given.text).toContain('seulement guides/**, index.md');
    await camille.post('/-/members', { ...give, paths: 'pocos/**' });
    const { reader } = site.wiki.database;
    const [one, two] = await grantsOf(reader, ADA, 0);
    expect([one?.paths, two?.paths]).toEqual(['["pocos/**"]', '["guides/**","index.md"]']);
    await camille.post('/-/members', { do: 'revoke', id: one?.id ?? '' });
    expect(await grantsOf(reader, ADA, 0)).toHaveLength(1);
    await grantIn(site, 'root@example.org', 'administrator');
    const root = await signedIn(site, 'root@example.org');
    const trail = await root.get('/-/members/trail.csv');
    expect(trail.text).toContain('"committer [guides/**, index.md] Bienvenue"');
    expect(trail.text).toContain('"revoke","ada@example.org","committer [pocos/**]"');
  });

  test.each([
    [{ paths: 'guides/../pocos/**' }, 'n’est pas un motif de chemins'],
    [{ paths: '/etc/**' }, 'n’est pas un motif de chemins'],
    [{ lists: 'nulle' }, 'nulle n’est pas une liste de ce wiki'],
    [{ lists: 'contributions' }, 'n’est limité que par des fichiers'],
    [{ role: 'administrator', paths: 'guides/**' }, 'administre le wiki tout entier'],
    [{ role: 'administrator' }, 'dépasse le vôtre'],
    [{ until: '2020-01-01' }, 'il est passé'],
    [{ until: 'demain' }, 'Le dernier jour n’en est pas un'],
    [{ address: 'ada' }, 'pas une adresse'],
    [{ name: ' ' }, 'Donnez le nom'],
  ])('of %j is not given, and says why', async (fields, said) => {
    await using site = await contributing();
    const camille = await signedIn(site, CAMILLE);
    const reply = await camille.post('/-/members', { do: 'give', address: ADA, name: 'Ada', ...fields });
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.text).toContain(said);
    expect(await grantsOf(site.wiki.database.reader, ADA, 0)).toEqual([]);
  });

  test('that is taken back in the middle of a push keeps it from landing', async () => {
    const { site, clone } = await limited('guides/**');
    await using _ = site;
    await clone.commit('guides/faq.md', '# Trop tard\n');
    const before = await site.repository.head();
    const check = site.wiki.checkChange.bind(site.wiki);
    site.wiki.checkChange = async (...args) => {
      for (const { id } of await grantsOf(site.wiki.database.reader, ADA, 0))
        await site.wiki.database.write((writer) => removeGrant(writer, id));
      return await check(...args);
    };
    const { status, stderr } = await clone.push('origin', 'HEAD:main');
    expect(status).not.toBe(0);
    expect(stderr).toContain('you may not push any more');
    expect(await site.repository.head()).toBe(before);
  });
});

describe('a token', () => {
  test('is made for some uses and some days, and refused for others with a sentence', async () => {
    await using site = await contributing();
    await grantIn(site, ADA, 'committer');
    const ada = await signedIn(site, ADA);
    const made = await ada.post('/-/account', { do: 'token', label: 'x', scope: 'propose', days: '7' });
    const token = /<code>(\w{26})<\/code>/.exec(made.text)?.[1] ?? '';
    expect((await ada.get('/-/account')).text).not.toContain(token);
    const clone = await cloneWith(site, token);
    await clone.commit('guides/faq.md', '# Questions\n');
    expect((await clone.push('origin', 'HEAD:main')).stderr).toContain(
      'this token is for proposals alone: git push -o propose',
    );
    expect(await clone.push('-o', 'propose', 'origin', 'HEAD:main')).toMatchObject({ status: 0 });
    const reader = await cloneWith(site, await tokenOf(site, ADA, ['api:read']));
    await reader.commit('guides/faq.md', '# Questions\n');
    expect((await reader.push('origin', 'HEAD:main')).stderr).toContain('make a token for git push');
  });

  test.each([
    [{ days: '0', scope: 'push' }, '1 à 365 jours'],
    [{ days: '366', scope: 'push' }, '1 à 365 jours'],
    [{ days: '-1', scope: 'push' }, '1 à 365 jours'],
    [{ days: '30' }, 'à quoi le jeton peut servir'],
    [{ days: '30', scope: 'root' }, 'à quoi le jeton peut servir'],
  ])('of %j is not made', async (fields, said) => {
    await using site = await contributing();
    await grantIn(site, ADA, 'committer');
    const ada = await signedIn(site, ADA);
    const reply = await ada.post('/-/account', { do: 'token', label: 'x', ...fields });
    expect(reply.status).toBe(400);
    expect(reply.text).toContain(said);
  });
});
