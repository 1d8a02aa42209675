import { expect, test } from 'vitest';
import { type Files, repository } from '../support/git.ts';
import { served } from '../support/served.ts';

const wiki: Files = {
  'greffe.yml': 'languages: [fr, en]\nchecks:\n  rules: { missing-translation: off }\n',
  'index.md': '# Accueil\n\n[mort](nulle-part.md)\n',
  'guides/a.md': '# Un guide\n\n![](../a.png)\n\n[plan](index.md b)\n',
  'a.png': 'x',
};

const main = (html: string) => html.replace(/^.*<main|<\/main>.*$/gs, '');
const files = (html: string) =>
  [...html.matchAll(/<section class="checked-file">.*?<a href="([^"]+)"/gs)].map((m) => m[1]);

test('the page of checks shows what is wrong by file, the gravest first, with its line and its rule', async () => {
  await using site = await served(wiki);
  const { status, text } = await site.get('/-/checks');
  expect(status).toBe(200);
  expect(main(text)).toContain('3\u00a0anomalies dans 2\u00a0fichiers');
  expect(files(text)).toEqual(['/guides/a', '/']);
  expect(text).toContain('Le lien «\u00a0nulle-part.md\u00a0» ne mène nulle part.');
  expect(text).toContain('href="/-/blame/index.md#L3"');
  expect(text).toMatch(/href="#rule-dead-link"/);
  expect(text).toMatch(/id="rule-dead-link"/);
  expect((await site.get('/-/blame/index.md')).text).toContain('id="L3"');
});

test('it speaks English to who asks for it', async () => {
  await using site = await served(wiki);
  const { text } = await site.get('/-/checks?lang=en');
  expect(text).toContain('<h1>Checks</h1>');
  expect(text).toContain('The link “nulle-part.md” leads nowhere');
});

test('choices are in the address, alone or together, and each says how many it would show', async () => {
  await using site = await served(wiki);
  expect(files((await site.get('/-/checks?rule=image-alt')).text)).toEqual(['/guides/a']);
  expect(files((await site.get('/-/checks?severity=error&section=')).text)).toEqual(['/']);
  expect(files((await site.get('/-/checks?severity=error&rule=image-alt')).text)).toEqual([]);
  const { text } = await site.get('/-/checks?section=guides');
  expect(text).toMatch(/href="\/-\/checks"[^>]*aria-current="true"[^>]*>\s*guides\//);
  expect(text).toMatch(/href="\/-\/checks\?severity=warning&amp;section=guides"/);
});

test.each([
  'rule=no-such',
  'severity=%00',
  'page=999999',
  'page=-1',
  'page=x',
  `section=${'x'.repeat(4_000)}`,
  'file=../../etc',
])('an address that names nothing (%s) is a page all the same', async (query) => {
  await using site = await served(wiki);
  expect((await site.get(`/-/checks?${query}`)).status).toBe(200);
});

test('a push that mends is seen at once', async () => {
  const made = await repository(wiki);
  await using site = await served(made);
  expect((await site.get('/-/checks')).text).toContain('nulle-part.md');
  await made.commit('Mend', { 'nulle-part.md': '# Quelque part' });
  await site.wiki.update();
  expect((await site.get('/-/checks')).text).not.toContain('nulle-part.md');
});

test('a wiki in which nothing is wrong says so', async () => {
  await using site = await served({ 'index.md': '# Accueil\n', 'greffe.yml': 'languages: [fr]\n' });
  expect((await site.get('/-/checks')).text).toContain('Aucune anomalie dans les fichiers de ce wiki.');
});

test('a file with many findings shows the first, and leads to all', async () => {
  await using site = await served({ 'index.md': `# A\n\n${'![](x.png)\n\n'.repeat(60)}` });
  const { text } = await site.get('/-/checks?rule=image-alt');
  expect(text.match(/class="finding /g)).toHaveLength(20);
  const href = /class="finding-rest" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect((await site.get(href)).text.match(/class="finding /g)).toHaveLength(60);
});

test('many files are parted into pages', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, n) => [`p${n}.md`, `# P${n}\n\n[x](rien-${n})\n`]),
  );
  await using site = await served(many);
  const first = (await site.get('/-/checks')).text;
  expect(files(first)).toHaveLength(25);
  expect(first).toContain('href="/-/checks?page=3"');
  expect(files((await site.get('/-/checks?page=3')).text)).toHaveLength(10);
});

test('what files say is shown as text', async () => {
  await using site = await served({
    'index.md': '# A\n\n[x](<rien"><img src=x onerror=alert(1)>)\n\n[y](<script>)\n',
  });
  expect(main((await site.get('/-/checks')).text)).not.toMatch(/<(?:script|img)/);
});
