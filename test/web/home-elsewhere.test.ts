import { describe, expect, onTestFinished, test } from 'vitest';
import { ADA, type Contributing, contributing } from '../support/contributing.ts';
import { git } from '../support/git.ts';
import { type GitHome, gitHome } from '../support/git-home.ts';
import { mailsOf } from '../support/held.ts';
import { signIn } from '../support/members.ts';
import { cloneWith, memberWithToken } from '../support/pushing.ts';

const CAMILLE = 'camille@office.example';
const PAGE = '/-/edit/guides/faq.md';
const TEXT = '# Questions\n\nLe délai est de 30 jours.\n\nOn peut écrire ici.\n\nEt là.\n';

/** A wiki whose home is a forge elsewhere. */
async function followed() {
  let forge: GitHome | undefined;
  const site = await contributing(
    {},
    {
      home: async (wiki) => {
        forge = await gitHome(wiki);
        return forge;
      },
    },
  );
  onTestFinished(async () => await site[Symbol.asyncDispose]());
  if (!forge) throw new Error('There is a home.');
  return { site, home: forge, wiki: site.repository };
}

/** A proposal of Ada, and what a maintainer decides of it with. */
async function proposed(site: Contributing) {
  const base = await site.base(PAGE);
  await site.press(PAGE, { do: 'send', base, text: TEXT, ...ADA });
  await site.press(await site.link(ADA.address), { do: 'send' });
  await site.deliver();
  const press = await signIn(site, CAMILLE, 'maintainer');
  const review = '/-/proposals/1/review';
  const seen = async () => /name="seen" value="([0-9a-f]+)"/.exec((await press(review, {})).text)?.[1] ?? '';
  return {
    review: async () => (await press(review, {})).text,
    apply: async () => await press(review, { decision: 'apply', seen: await seen() }),
  };
}

/** Has what was put off tried again, as if it were time. */
async function tryAgain(site: Contributing): Promise<void> {
  await site.wiki.database.write((writer) => writer.updateTable('push_back').set({ next_at: 0 }).execute());
  await site.proposals?.settled();
}

const stateOf = async (site: Contributing) =>
  await site.wiki.database.reader
    .selectFrom('proposal')
    .select(['state', 'asked'])
    .where('number', '=', 1)
    .executeTakeFirst();

const log = (wiki: Contributing['repository']) => wiki.git(['log', '--format=%an %s', 'main']);

const ONCE = 'Ada Exemple faq : 30 jours';

describe('a proposal is applied to a wiki whose home is elsewhere', { timeout: 60_000 }, () => {
  test('by a push to it, and shown here', async () => {
    const { site, home, wiki } = await followed();
    const { apply } = await proposed(site);
    expect((await apply()).status).toBe(303);
    expect(await log(wiki)).toBe(`${ONCE}\nCamille Exemple First version`);
    expect(home.pushes).toBe(1);
    await site.wiki.update({ refresh: false });
    expect((await site.get('/guides/faq')).text).toContain('30 jours');
    expect(await stateOf(site)).toEqual({ state: 'applied', asked: '' });
  });

  test('on top of what came to it meanwhile', async () => {
    const { site, home, wiki } = await followed();
    const { apply } = await proposed(site);
    home.beforePush = () => wiki.commit('Entre-temps', { 'autre.md': '# Autre\n' });
    await apply();
    expect(await log(wiki)).toBe(`${ONCE}\nCamille Exemple Entre-temps\nCamille Exemple First version`);
    expect(home.pushes).toBeLessThanOrEqual(2);
    expect(await stateOf(site)).toEqual({ state: 'applied', asked: '' });
  });

  test('once, though the answer to the push was lost', async () => {
    const { site, home, wiki } = await followed();
    const { apply } = await proposed(site);
    home.loses = 'half';
    await apply();
    expect((await stateOf(site))?.state).toBe('approved');
    await wiki.commit('Entre-temps', { 'autre.md': '# Autre\n' });
    await tryAgain(site);
    expect(await log(wiki)).toBe(`Camille Exemple Entre-temps\n${ONCE}\nCamille Exemple First version`);
    expect(home.pushes).toBe(1);
    expect(await stateOf(site)).toEqual({ state: 'applied', asked: '' });
  });

  test('once, though Git pushes once more because nothing was answered', async () => {
    const { site, home, wiki } = await followed();
    const { apply } = await proposed(site);
    home.loses = 'all';
    await apply();
    await tryAgain(site);
    expect(await log(wiki)).toBe(`${ONCE}\nCamille Exemple First version`);
    expect(await stateOf(site)).toEqual({ state: 'applied', asked: '' });
  });

  test('later, when it is away: the proposal stays approved, and a maintainer sees why', async () => {
    const { site, home, wiki } = await followed();
    const { apply, review } = await proposed(site);
    const mails = async () =>
      (await mailsOf(site.wiki.database)).filter(({ recipient }) => recipient === CAMILLE).length;
    const before = await mails();
    home.isUp = false;
    await apply();
    expect((await stateOf(site))?.state).toBe('approved');
    expect(await review()).toMatch(/attend le dépôt d’origine.*503/s);
    expect(await review()).not.toContain('s3cret');
    expect((await site.get('/-/proposals/1')).text).not.toContain('503');
    await tryAgain(site);
    expect(await mails()).toBe(before + 1);
    home.isUp = true;
    await tryAgain(site);
    expect(await log(wiki)).toBe(`${ONCE}\nCamille Exemple First version`);
    expect(await stateOf(site)).toEqual({ state: 'applied', asked: '' });
  });

  test('later, when it refuses, in its own words', async () => {
    const { site, home, wiki } = await followed();
    const { apply, review } = await proposed(site);
    await home.refuse('La branche est figée jusqu’à lundi');
    await apply();
    expect(await review()).toContain('La branche est figée');
    expect(await log(wiki)).toBe('Camille Exemple First version');
    await home.refuse(undefined);
    await tryAgain(site);
    expect(await log(wiki)).toBe(`${ONCE}\nCamille Exemple First version`);
  });
});

describe('a member', { timeout: 60_000 }, () => {
  test('publishes on a home elsewhere, and nothing typed is lost while it is away', async () => {
    const { site, home, wiki } = await followed();
    const press = await signIn(site, ADA.address, 'committer');
    const base = await site.base(PAGE);
    const fields = { do: 'publish', base, text: TEXT, ...ADA };
    home.isUp = false;
    const away = await press(PAGE, fields);
    expect(away.text).toContain('dépôt d’origine');
    expect(away.text).toContain('30 jours');
    home.isUp = true;
    expect((await press(PAGE, fields)).status).toBeLessThan(400);
    expect(await log(wiki)).toBe(`${ONCE}\nCamille Exemple First version`);
    expect((await site.get('/guides/faq')).text).toContain('30 jours');
  });

  test('pushes through to a home elsewhere, and is told to pull when it has moved', async () => {
    const { site, home, wiki } = await followed();
    const clone = await cloneWith(site, await memberWithToken(site, ADA.address, 'committer'));
    await clone.commit('a.md', '# A\n');
    home.beforePush = () => wiki.commit('Entre-temps', { 'autre.md': '# Autre\n' });
    const moved = await clone.push('origin', 'HEAD:main');
    expect(moved).toMatchObject({ status: 1, stderr: expect.stringContaining('pull first') });
    await git(clone.folder, ['-c', 'protocol.version=2', 'pull', '--quiet', '--rebase', 'origin', 'main']);
    expect(await clone.push('origin', 'HEAD:main')).toMatchObject({ status: 0 });
    expect(await wiki.head()).toBe(await git(clone.folder, ['rev-parse', 'HEAD']));
    await home.refuse('Non');
    await clone.commit('b.md', '# B\n');
    const refused = await clone.push('origin', 'HEAD:main');
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('remote: The home of this wiki');
    expect(refused.stderr).toContain('Non');
  });
});
