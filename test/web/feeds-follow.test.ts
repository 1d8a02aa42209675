import { afterAll, beforeAll, expect, test } from 'vitest';
import { example } from '../support/example.ts';
import { repository } from '../support/git.ts';
import { type Served, served } from '../support/served.ts';

let site: Served;
beforeAll(async () => {
  site = await served(await example());
});
afterAll(() => site[Symbol.asyncDispose]());

const get = async (path: string) => (await site.get(path)).text;
const addressesIn = (html: string) =>
  [...html.matchAll(/<pre class="copyable">\s*<code>([^<]+)<\/code>/g)].map(([, address = '']) => address);

test('the page that explains how to follow lists feeds that are there', async () => {
  const addresses = addressesIn(await get('/-/follow'));
  expect(addresses).toContain(`${site.origin}/-/feeds/recent.atom`);
  expect(addresses).toContain(`${site.origin}/-/feeds/collections/reports.atom`);
  expect(addresses).toContain(`${site.origin}/-/feeds/table/logiciels.csv.atom`);
  for (const address of addresses) {
    expect((await site.get(address.slice(site.origin.length))).status, address).toBe(200);
  }
});

test('a reader who comes from a page is offered to follow it first, then its folder', async () => {
  const addresses = addressesIn(await get('/-/follow?page=politique/faq.md'));
  expect(addresses.slice(0, 3)).toEqual([
    `${site.origin}/-/feeds/page/politique/faq.md.atom`,
    `${site.origin}/-/feeds/folder/politique.atom`,
    `${site.origin}/-/feeds/recent.atom`,
  ]);
});

test('a calendar is offered to calendar software', async () => {
  expect(await get('/-/follow')).toContain(`href="webcal://localhost:${site.port}/reunions.ics"`);
});

test('it speaks the language asked for, and its feeds too', async () => {
  const { headers, text } = await site.get('/-/follow?lang=en');
  expect(headers['content-language']).toBe('en');
  expect(text).toContain('<h1>Follow this site</h1>');
  expect(text).toContain(`${site.origin}/-/feeds/recent.atom?lang=en`);
});

test.each([
  '?page=nulle/part.md',
  '?folder=..',
  '?page=%00',
  '?folder=%3Cscript%3E',
  '?page=politique&folder=nulle',
])('asked with %s, it is the page of the site', async (query) => {
  const { status, text } = await site.get(`/-/follow${query}`);
  expect(status).toBe(200);
  expect(addressesIn(text)[0]).toBe(`${site.origin}/-/feeds/recent.atom`);
});

test.each([
  ['/politique/faq', '/-/feeds/page/politique/faq.md.atom', '/-/follow?page=politique%2Ffaq.md'],
  ['/2026/', '/-/feeds/folder/2026.atom', '/-/follow?folder=2026'],
  ['/-/table/logiciels.csv', '/-/feeds/table/logiciels.csv.atom', '/-/follow?page=logiciels.csv'],
  ['/-/calendar/reunions.ics', '/-/feeds/calendar/reunions.ics.atom', '/-/follow?page=reunions.ics'],
])('%s leads to its feed in its head, and to how to follow it at its foot', async (path, feed, follow) => {
  const text = await get(path);
  const [head = ''] = text.split('</head>');
  expect(head).toContain(`href="${feed}"`);
  expect(head).toContain('href="/-/feeds/recent.atom"');
  expect(text).toContain(`href="${follow}"`);
});

test('every page leads to how to follow the site', async () => {
  expect(await get('/-/translations?lang=en')).toContain('href="/-/follow?lang=en"');
});

test('a folder goes by its index page’s title, and one that holds only files is left out', async () => {
  const wiki = await repository({
    'greffe.yml': 'languages: [fr, en]\n',
    'index.md': '# Accueil',
    'aide/index.md': '# L’aide et la manière',
    'aide/index.en.md': '# Help and manner',
    'notes/un/a.md': '# A',
    'images/a.png': 'x',
    'docs/a.txt': 'x',
  });
  await using own = await served(wiki);
  const titles = async (path: string) =>
    [...(await own.get(path)).text.matchAll(/<h3>(.*?)<\/h3>/gs)].map(([, heading = '']) =>
      heading.replace(/<[^>]+>/g, '').trim(),
    );
  expect(await titles('/-/follow')).toEqual(['Derniers changements', 'L’aide et la manière', 'Notes']);
  expect((await titles('/-/follow?lang=en'))[1]).toBe('Help and manner');
  expect((await titles('/-/follow?page=aide/index.md'))[1]).toBe('L’aide et la manière');
});
