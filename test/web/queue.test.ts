import { describe, expect, test } from 'vitest';
import { ADA, type Contributing, contributing } from '../support/contributing.ts';
import { FAQ, proposedByAda, signedIn } from '../support/reviewing.ts';

const MAINTAINER = 'camille@office.example';

const PAUL = { name: 'Paul Écrit', address: 'paul@example.org', reason: 'Été : page nouvelle' };

/** Has somebody propose what a file is to hold. */
async function propose(site: Contributing, who: typeof ADA, path: string, text: string): Promise<string> {
  const base = await site.base(`/-/edit/${path}`);
  await site.press(`/-/edit/${path}`, { ...who, base, text, do: 'send' });
  const link = await site.link(who.address);
  await site.press(link, { do: 'send' });
  await site.deliver();
  return link;
}

/** The titles that a queue has, in its order. */
function titles(page: string): string[] {
  return [...page.matchAll(/class="proposal-title" href="[^"]*">([^<]*)</g)].map(([, title = '']) => title);
}

describe('the queue', () => {
  test('is filtered by an address: who sent, what it touches, words, state, order', async () => {
    await using site = await contributing({ 'sources/ete.md': '# Été\n' });
    await propose(site, ADA, 'guides/faq.md', FAQ);
    await propose(site, PAUL, 'sources/ete.md', '# Été\n\nIci.\n');
    const ask = async (query: string) => titles((await site.get(`/-/proposals/?${query}`)).text);
    const [ada, paul] = [ADA.reason, PAUL.reason];
    expect(await ask('from=paul+ecrit')).toEqual([paul]);
    expect(await ask('from=example.org')).toEqual([]);
    expect(await ask('path=guides')).toEqual([ada]);
    expect(await ask('path=/guides/faq')).toEqual([ada]);
    expect(await ask('path=guide')).toEqual([]);
    expect(await ask('q=ETE')).toEqual([paul]);
    expect(await ask('q=100%25')).toEqual([]);
    expect(await ask('state=approved')).toEqual([]);
    expect(await ask('list=interne')).toEqual([]);
    expect(await ask('sort=oldest')).toEqual([ada, paul]);
    expect(await ask('sort=newest')).toEqual([paul, ada]);
    const page = (await site.get('/-/proposals/?path=guides&lang=en')).text;
    expect(page).toContain('1 proposal<');
    expect(page).toContain('href="/-/proposals/?state=applied&amp;path=guides&amp;lang=en"');
    expect(page).toMatch(/<input[^>]*name="path" value="guides"/);
  });

  test.each([
    'page=9999999999',
    'page=x',
    'sort=x&state=x',
    `q=${'a+'.repeat(200)}`,
    'q=%00&path=%5C',
    'path=..%2F..',
  ])('with an address that says nothing (%s) is a page', async (query) => {
    const { site } = await proposedByAda();
    await using _ = site;
    expect((await site.get(`/-/proposals/?${query}`)).status).toBe(200);
  });
});

describe('the queue of who is signed in', () => {
  test('shows a maintainer what is to be decided, and what is new since they last looked', async () => {
    const { site, link } = await proposedByAda();
    await using _ = site;
    const camille = await signedIn(site, MAINTAINER);
    const queue = async () => (await camille.get('/-/proposals/mine')).text;
    expect(await queue()).toMatch(/À décider <span class="count">1<[\s\S]*proposal-news">Nouvelle</);
    expect((await camille.get('/-/proposals/1/review')).text).not.toContain('que vous aviez vue');
    expect(await queue()).not.toContain('proposal-news');
    const base = await site.base(`${link}/edit`);
    const text = FAQ.replace('30', '31');
    await site.press(`${link}/edit`, { base, text, reason: ADA.reason, do: 'send' });
    await site.deliver();
    expect(await queue()).toContain('proposal-news">Nouvelle version<');
    for (const _look of ['first', 'second']) {
      const page = (await camille.get('/-/proposals/1/review')).text;
      expect(page).toMatch(/href="\/-\/proposals\/1\/since\/1">Ce qui a changé depuis la version 1/);
    }
    expect((await camille.get('/-/proposals/1/since/1')).text).toContain('De la version 1 à la version 2');
    expect(await queue()).not.toContain('proposal-news');
  });

  test('shows a contributor what they sent, and nothing of what only maintainers read', async () => {
    const { site } = await proposedByAda();
    await using _ = site;
    await propose(site, PAUL, 'guides/faq.md', '# Questions\n');
    const ada = await signedIn(site, ADA.address);
    const sent = (await ada.get('/-/proposals/mine')).text;
    expect(titles(sent)).toEqual([ADA.reason]);
    expect(sent).not.toContain('À décider');
    expect(titles((await ada.get('/-/proposals/mine?for=all')).text)).toHaveLength(2);
    expect(titles((await ada.get('/-/proposals/mine?for=decide')).text)).toEqual([ADA.reason]);
  });

  test('is told to nobody else: what is kept for everybody says nothing of it', async () => {
    const { site } = await proposedByAda();
    await using _ = site;
    const camille = await signedIn(site, MAINTAINER);
    const own = await camille.get('/-/proposals/mine');
    expect(own.headers['cache-control']).toBe('no-store');
    expect((await site.get('/-/proposals/mine')).headers.location).toBe(
      '/-/sign-in?return=%2F-%2Fproposals%2Fmine',
    );
    const shared = await camille.get('/-/proposals/');
    expect(shared.text).toBe((await site.get('/-/proposals/')).text);
    expect(shared.text).not.toContain('proposal-news');
  });
});
