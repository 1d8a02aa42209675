import { expect, test } from 'vitest';
import { allFindings, findingsOf } from '../../../../test/support/findings.ts';
import { indexed } from '../../../../test/support/wiki.ts';

const FRONT = '---\ntitle: Une page\n---\n';

test('a link inside the address of a link is malformed, and mended by the one inside', async () => {
  const wiki = await indexed({
    'index.md': `${FRONT}\nLisez le [plan](- [Plan](plan.md)) ici.\n`,
    'plan.md': '# Plan',
  });
  expect(await findingsOf(wiki)).toEqual(['index.md:5:16 malformed-link (- [Plan](plan.md)) => (plan.md)']);
});

test.each([
  ['[a](https:// ailleurs.fr/x)', '(https://ailleurs.fr/x)'],
  ['[a](plan.md#une- section longue)', '(plan.md#une-section-longue)'],
  ['[a](mon plan.md)', '(<mon plan.md>)'],
])('a space in the address of %s is mended', async (text, fixed) => {
  const wiki = await indexed({ 'index.md': `# A\n\n${text}\n` });
  expect((await allFindings(wiki)).map(({ rule, fix }) => [rule, fix?.after])).toEqual([
    ['malformed-link', fixed],
  ]);
});

test.each([
  'Un tableau `t[0](x)` de code.',
  'Écrit exprès : \\[a\\](b c).',
  '[a](<mon plan.md>) et [b](http://ailleurs.fr "un titre\nsur deux lignes")',
  '```\n[a](b c)\n```',
])('%j is no malformed link', async (text) => {
  const wiki = await indexed({ 'index.md': `# A\n\n${text}\n`, 'mon plan.md': '# Plan' });
  expect(await findingsOf(wiki, 'malformed-link')).toEqual([]);
});

test('a malformed link is told where it is, beside one that is well formed', async () => {
  const wiki = await indexed({
    'index.md': '# A\n\n[bon](index.md) puis [mal](a b.md) puis [mal](c d.md)\n',
  });
  expect(await findingsOf(wiki)).toEqual([
    'index.md:3:27 malformed-link (a b.md) => (<a b.md>)',
    'index.md:3:46 malformed-link (c d.md) => (<c d.md>)',
  ]);
});

test('a value with a colon is not valid YAML, and is mended by quotation marks', async () => {
  const wiki = await indexed({ 'index.md': '---\nlang: fr\ntitle: Guides : "utiliser"\n---\nBonjour\n' });
  expect(await findingsOf(wiki)).toEqual(['index.md:3:8 front-matter title: => "Guides : \\"utiliser\\""']);
});

test('a date that does not exist, a language or a choice that is none are told with their line', async () => {
  const wiki = await indexed({
    'index.md': '---\ntitle: A\ndate: 2026-02-30\nlang: français\ntoc: peut-être\n---\n',
  });
  expect(await findingsOf(wiki)).toEqual([
    'index.md:3:1 front-matter-value date',
    'index.md:4:1 front-matter-value lang',
    'index.md:5:1 front-matter-value toc',
  ]);
});

test('an image without a text is told, in Markdown and in HTML; alt="" says that it has none on purpose', async () => {
  const images = '![](a.png) ![un plan](a.png) ![ ](a.png)\n\n<img src="a.png">\n<img src="a.png" alt="">\n';
  const wiki = await indexed({ 'index.md': `# A\n\n${images}`, 'a.png': 'x' });
  expect(await findingsOf(wiki)).toEqual([
    'index.md:3:1 image-alt a.png',
    'index.md:3:30 image-alt a.png',
    'index.md:5:1 image-alt a.png',
  ]);
});

test('a level of heading skipped is told, the lines of the front matter counted', async () => {
  const wiki = await indexed({ 'index.md': `${FRONT}## Un\n\n#### Deux\n\n## Trois\n\n### Quatre\n` });
  expect(await findingsOf(wiki)).toEqual(['index.md:6:1 heading-skip Deux => ###']);
});

test('a page that is not in UTF-8 is told', async () => {
  const wiki = await indexed({ 'index.md': Buffer.from('# \xe9t\xe9\n', 'latin1') });
  expect(await findingsOf(wiki)).toEqual(['index.md:1:1 encoding']);
});

test('of a hundred thousand faults of one kind in a page, a hundred are kept and all are counted', async () => {
  const wiki = await indexed({ 'index.md': `# A\n${'\n![](a.png)\n'.repeat(100_000)}`, 'a.png': 'x' });
  const findings = await allFindings(wiki);
  expect(findings).toHaveLength(101);
  expect(findings.reduce((sum, { times }) => sum + times, 0)).toBe(100_000);
}, 60_000);
