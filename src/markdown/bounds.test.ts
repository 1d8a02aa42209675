import { expect, test } from 'vitest';
import { parseMarkdown } from './document.ts';
import { rendered } from './rendering.fixture.ts';

const MANY = 50_000;
const lines = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');

/** Milliseconds: some twenty times what each takes, and far less than the hours of a time that grows with the square. */
const LIMIT = 20_000;

for (const [name, source] of [
  ['opening brackets', '['.repeat(MANY)],
  ['nested brackets', '['.repeat(MANY) + ']'.repeat(MANY)],
  ['images without an end', '!['.repeat(MANY)],
  ['links without an end', '[a]('.repeat(MANY)],
  ['quotations in quotations', '>'.repeat(MANY)],
  ['lists in lists', '- '.repeat(MANY)],
  ['emphasis without an end', '*a '.repeat(MANY)],
  ['mixed emphasis', '_a *b ~~c '.repeat(MANY)],
  ['instructions without an end', '<?'.repeat(MANY)],
  ['CDATA without an end', '<![CDATA['.repeat(MANY)],
  ['comments without an end', 'a <!-- b\n\n'.repeat(30_000)],
  ['comments across blocks', 'a <!-- b\n\nc --> d\n\n'.repeat(30_000)],
  ['raw elements without an end', `<div>${'<b>'.repeat(MANY)}${'</i>'.repeat(MANY)}`],
  ['attributes without an end', `<div>\n${'<a b="'.repeat(MANY)}`],
  ['dollars', '$a $$ '.repeat(MANY)],
  ['displays without an end', '$$ a\n'.repeat(MANY)],
  ['brackets after an address', `http://a.example/${')'.repeat(MANY)}`],
  ['addresses', 'http://a.example www.b.example c@d.example '.repeat(30_000)],
  ['pieces of addresses', 'a@'.repeat(MANY) + 'www.'.repeat(MANY)],
  ['bars', '| a |\n'.repeat(MANY)],
  ['rules', '|---+---|\n'.repeat(MANY)],
  ['a very wide table', `|-+-|\n${'|a'.repeat(MANY)}|\n${'| a |\n'.repeat(1000)}`],
  ['footnotes', lines(20_000, (n) => `a[^${n}]\n\n[^${n}]: b\n`)],
  ['alerts', '> [!NOTE]\n> a\n\n'.repeat(30_000)],
  ['links in one paragraph', '<a@b.example> '.repeat(200_000)],
  ['headings of one name', '# a\n'.repeat(50_000)],
  ['formulas', '$x$ '.repeat(MANY)],
  ['blocks of code', '```js\nlet a;\n```\n'.repeat(20_000)],
] as const) {
  test(`${name} are read in a bounded time`, { timeout: LIMIT }, async () => {
    const { html } = await rendered(source);
    expect(html.length).toBeLessThan(source.length * 60);
  });
}

for (const [name, source] of [
  ['prose', 'Bonjour *le* [monde](x.md) `c`.\n\n'.repeat(150_000)],
  ['one word', 'a'.repeat(5_000_000)],
  ['raw HTML', 'Bonjour <b>le</b> monde.<br>\n\n'.repeat(160_000)],
] as const) {
  test(`5 MB of ${name} are a page`, { timeout: 2 * LIMIT }, async () => {
    expect((await rendered(source)).html.length).toBeGreaterThan(4_000_000);
  });
}

test('any string is a page', () => {
  for (const source of [
    '',
    '\0',
    '\uFEFF',
    '\uD800',
    '[a](\uD800)',
    '&#xD800;',
    '\u2028',
    ' '.repeat(1000),
  ]) {
    expect(() => parseMarkdown(source)).not.toThrow();
  }
});
