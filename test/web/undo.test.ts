import { expect, test } from 'vitest';
import { MAX_UNDONE, tracesOf } from '../../src/members/undo.ts';
import { blocksAt } from '../../src/store/blocks.ts';
import { heldFrom } from '../../src/store/held.ts';
import { auditTrail } from '../../src/store/members.ts';
import { proposalNumbered } from '../../src/store/proposals.ts';
import { ADA, CONTRIBUTING_FILES, type Contributing, contributing } from '../support/contributing.ts';
import { onEachEngine } from '../support/engines.ts';
import { repository } from '../support/git.ts';
import { holding } from '../support/held.ts';
import { signIn } from '../support/members.ts';
import { served } from '../support/served.ts';

const UNDO = '/-/members/undo';
const EDIT = '/-/edit/guides/faq.md';
const MONA = 'camille@office.example';
const EVE = 'Eve Exemple <ada@example.org>';
const FAQ = CONTRIBUTING_FILES['guides/faq.md'];

/** A wiki that somebody changed, with a proposal of theirs, a message that waits, and a change that is not sent. */
async function abused() {
  const site = await contributing();
  const text = FAQ.replace('20 jours', '30 jours');
  await site.repository.commit('Spam 1', { 'guides/faq.md': FAQ.replace('Et là', 'SPAM') }, { author: EVE });
  await site.repository.commit('Bien', { 'guides/autre.md': '# Autre\n' });
  await site.repository.commit(
    'Spam 2',
    { 'guides/autre.md': '# SPAM\n', 'spam.md': 'x\n' },
    { author: EVE },
  );
  await site.repository.commit('Mieux', { 'guides/autre.md': '# Encore autre\n' });
  await site.repository.commit('Spam 3', { 'spam.md': 'y\n' }, { author: EVE });
  await site.wiki.update();
  const edit = async (reason: string) => {
    await site.press(EDIT, { do: 'send', base: await site.base(EDIT), text, ...ADA, reason });
    return await site.link(ADA.address);
  };
  await site.press(await edit('proposé'), { do: 'send' });
  await site.deliver();
  await edit('en attente');
  await holding(site);
  const press = await signIn(site, MONA);
  const see = async () => {
    const page = await press(`${UNDO}?address=${ADA.address}`, { address: ADA.address });
    return { page, seen: /name="seen" value="([0-9a-f]+)"/.exec(page.text)?.[1] ?? '' };
  };
  return { site, press, see };
}

const head = (site: Contributing) => site.repository.git(['rev-parse', 'main']);
const fileAt = (site: Contributing, path: string) => site.repository.git(['show', `main:${path}`]);

test('all of an address is shown, then undone in one commit; what others changed since is left and named', async () => {
  const { site, press, see } = await abused();
  await using _ = site;
  const before = await head(site);
  const { page, seen } = await see();
  for (const shown of ['1. proposé', 'Bonjour', 'en attente', 'Spam 1', 'Spam 3', '<del', 'guides/faq.md'])
    expect(page.text).toContain(shown);
  expect(page.text).toMatch(/Spam 2<[\s\S]{0,200}d’autres ont changé les mêmes lignes, guides\/autre\.md/);
  expect(page.text.match(/name="commit"[^>]* checked/g)).toHaveLength(3);
  expect(await head(site)).toBe(before);
  const fields = { do: 'undo', address: ADA.address, seen, reason: 'publicité', block: 'yes' };
  const done = await press(UNDO, fields);
  expect(done.text).toContain('C’est annulé');
  expect(await site.repository.git(['rev-list', '--count', `${before}..main`])).toBe('1');
  expect(await fileAt(site, 'guides/faq.md')).toBe(FAQ.trimEnd());
  expect(await fileAt(site, 'guides/autre.md')).toBe('# Encore autre');
  expect(await fileAt(site, 'spam.md')).toBe('x');
  const message = await site.repository.git(['log', '-1', '--format=%ae%n%B', 'main']);
  expect(message).toMatch(/^camille@office\.example\nAnnule 2 modifications\n\npublicité\n\nThis reverts/);
  expect(message).not.toContain(ADA.address);
  const { reader } = site.wiki.database;
  expect(await proposalNumbered(reader, 1)).toMatchObject({ state: 'rejected', decided_by: MONA });
  expect(await heldFrom(reader, ADA.address)).toEqual([]);
  expect(await tracesOf(reader, ADA.address)).toMatchObject({ proposals: [], held: [], contributions: [] });
  expect(await blocksAt(reader, 0)).toMatchObject([{ kind: 'address', pattern: ADA.address }]);
  const [blocked, undone] = await auditTrail(reader, { limit: 2 });
  expect(blocked).toMatchObject({ what: 'block', about: ADA.address });
  expect(undone).toMatchObject({ what: 'undo', who: MONA, about: ADA.address });
  expect(undone?.detail).toMatch(
    /^publicité; 2 commits in [0-9a-f]{12}, 1 left, 1 proposals, 1 held, 1 unsent$/,
  );
});

test('nothing is done of what is not as it was seen', async () => {
  const { site, press, see } = await abused();
  await using _ = site;
  const { seen } = await see();
  await site.repository.commit('Autre chose', { 'index.md': '# Autre\n' });
  await site.wiki.update();
  const before = await head(site);
  const late = await press(UNDO, { do: 'undo', address: ADA.address, seen });
  expect(late.status).toBe(400);
  expect(late.text).toContain('rien n’est fait');
  expect(await head(site)).toBe(before);
  expect(await heldFrom(site.wiki.database.reader, ADA.address)).toHaveLength(1);
});

test('what is not ticked stays, and nothing is done of a choice that was not shown', async () => {
  const { site, press, see } = await abused();
  await using _ = site;
  const before = await head(site);
  const { page, seen } = await see();
  const [last = ''] = [...page.text.matchAll(/name="commit" value="([0-9a-f]{40})"/g)].map(([, id]) => id);
  const chosen = { address: ADA.address, choosing: 'yes', commit: last };
  const unseen = await press(UNDO, { ...chosen, do: 'undo', seen });
  expect(unseen.status).toBe(400);
  expect(unseen.text).toContain('rien n’est fait');
  expect(await head(site)).toBe(before);
  const shown = await press(UNDO, { ...chosen, do: 'show' });
  expect(shown.text.match(/name="commit"[^>]* checked/g)).toHaveLength(1);
  const made = /name="seen" value="([0-9a-f]+)"/.exec(shown.text)?.[1] ?? '';
  expect((await press(UNDO, { ...chosen, do: 'undo', seen: made })).text).toContain('C’est annulé');
  expect(await fileAt(site, 'spam.md')).toBe('x');
  expect(await fileAt(site, 'guides/faq.md')).toContain('SPAM');
  const nothing = await press(UNDO, { address: ADA.address, choosing: 'yes', do: 'show' });
  expect(nothing.text).not.toMatch(/name="commit"[^>]* checked/);
});

test('of a merge, what it did of itself is taken back, and not what it merged', async () => {
  await using site = await contributing();
  const base = await head(site);
  const side = await site.repository.commit(
    'D’un autre',
    { 'autre.md': '# Autre\n' },
    { branch: 'side', from: base },
  );
  const evil = { ...CONTRIBUTING_FILES, 'index.md': '# SPAM\n', 'autre.md': '# Autre\n' };
  await site.repository.commit('Fusion', evil, { author: EVE, merge: [side] });
  await site.wiki.update();
  const press = await signIn(site, MONA);
  const page = await press(UNDO, { address: ADA.address, do: 'show' });
  expect(page.text).toContain('seul ce qu’elle a fait d’elle-même');
  const seen = /name="seen" value="([0-9a-f]+)"/.exec(page.text)?.[1] ?? '';
  expect((await press(UNDO, { address: ADA.address, do: 'undo', seen })).text).toContain('C’est annulé');
  expect(`${await fileAt(site, 'index.md')}\n`).toBe(CONTRIBUTING_FILES['index.md']);
  expect(await fileAt(site, 'autre.md')).toBe('# Autre');
});

test('to undo somebody who has a role is warned of, and refused of who has more', async () => {
  await using site = await contributing();
  await site.repository.commit('De lui', { 'bob.md': 'x\n' }, { author: 'Bob <bob@example.org>' });
  await site.wiki.update();
  await signIn(site, 'bob@example.org', 'maintainer');
  const press = await signIn(site, MONA);
  const page = await press(`${UNDO}?address=bob@example.org`, { address: 'bob@example.org' });
  expect(page.text).toContain('Attention');
  const seen = /name="seen" value="([0-9a-f]+)"/.exec(page.text)?.[1] ?? '';
  const fields = { do: 'undo', address: 'bob@example.org', seen, block: 'yes' };
  expect((await press(UNDO, fields)).text).toContain('Cochez la case');
  const done = await press(UNDO, { ...fields, sure: 'yes' });
  expect(done.text).toContain('n’est pas bloquée');
  expect(await site.repository.git(['ls-tree', '--name-only', 'main', 'bob.md'])).toBe('');
  await signIn(site, 'root@example.org', 'administrator');
  const above = await press(UNDO, { address: 'root@example.org' });
  expect(above.text).toContain('au-dessus du vôtre');
});

test('what is blocked is kept on a page of maintainers, and of nobody else', async () => {
  await using site = await contributing();
  const at = '/-/members/blocked';
  const press = await signIn(site, MONA);
  const add = (kind: string, what: string) => press(at, { do: 'add', kind, what, reason: 'inonde' });
  expect((await add('domain', 'Spam.example')).text).toContain('spam.example</strong>');
  const all = await add('network', '0.0.0.0/0');
  expect(all.status).toBe(400);
  expect(all.text).toContain('Cela bloquerait tout le monde');
  expect((await add('text', '(a+)+$')).text).toContain('expression régulière');
  expect((await add('domain', 'office.example')).text).toContain('responsable du wiki');
  for (const until of ['demain', '2027-02-30', '31/01/2099']) {
    const wrong = await press(at, { do: 'add', kind: 'address', what: 'x@spam.test', until });
    expect(wrong.status, until).toBe(400);
    expect(wrong.text).toContain('écrivez par exemple 2027-01-31');
  }
  const past = await press(at, { do: 'add', kind: 'address', what: 'x@spam.test', until: '2001-01-31' });
  expect(past.text).toContain('Ce jour est passé');
  expect(await blocksAt(site.wiki.database.reader, 0)).toHaveLength(1);
  const id = /name="id" value="(\w+)"/.exec((await press(at, {})).text)?.[1] ?? '';
  expect((await press(at, { do: 'remove', id })).text).toContain('Rien n’est bloqué.');
  for (const path of [at, UNDO]) expect((await site.get(path)).status).toBe(403);
  const other = await signIn(site, 'bob@example.org', 'committer');
  expect((await other(at, { do: 'add', kind: 'domain', what: 'a.example' })).status).toBe(403);
  expect(await blocksAt(site.wiki.database.reader, 0)).toEqual([]);
});

onEachEngine('the traces of an address', (engine) => {
  test('are the commits that bear it, whatever its case, merges too, a hundred at a time', async () => {
    const wiki = await repository({ 'index.md': '# Accueil\n' });
    const base = await wiki.git(['rev-parse', 'main']);
    await wiki.commit('Une', { 'a.md': 'a\n' }, { author: 'Eve <EVE@Example.org>' });
    const side = await wiki.commit('Autre', { 'b.md': 'b\n' }, { branch: 'side', from: base });
    await wiki.commit('Fusion', { 'b.md': 'b\n' }, { author: 'Eve <eve@example.org>', merge: [side] });
    const tree = await wiki.git(['rev-parse', 'main^{tree}']);
    let tip = await wiki.git(['rev-parse', 'main']);
    for (let number = 0; number < MAX_UNDONE; number++)
      tip = await wiki.git(['commit-tree', tree, '-p', tip, '-m', `Vide ${number}`]);
    await wiki.git(['update-ref', 'refs/heads/main', tip]);
    await using site = await served(wiki, { place: await engine.place() });
    const { reader } = site.wiki.database;
    const { commits, older } = await tracesOf(reader, 'eve@example.org');
    expect(commits.map(({ subject }) => subject)).toEqual(['Fusion', 'Une']);
    expect(older).toBeUndefined();
    const newest = await tracesOf(reader, 'camille@example.org');
    expect(newest.commits).toHaveLength(MAX_UNDONE);
    expect(newest.commits[0]?.subject).toBe(`Vide ${MAX_UNDONE - 1}`);
    const before = await tracesOf(reader, 'camille@example.org', newest.older);
    expect(before.commits.map(({ subject }) => subject)).toContain('Autre');
    expect(before.older).toBeUndefined();
  });
});
