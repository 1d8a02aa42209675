import { expect, test } from 'vitest';
import { htmlOf } from './rendering.fixture.ts';

const formulas = (html: string) =>
  [...html.matchAll(/<annotation encoding="application\/x-tex">(.*?)<\/annotation>/gs)].map(([, tex]) => tex);

for (const [source, tex] of [
  ['$x^2$', 'x^2'],
  ['soit $a_1 + b_2$, donc', 'a_1 + b_2'],
  ['l’aire ($\\pi r^2$)', '\\pi r^2'],
  ['$`a+b`$', 'a+b'],
  ['$a \\$ b$', 'a \\$ b'],
  ['$$a = b$$', 'a = b'],
  ['$$\na\n= b\n$$', 'a\n= b'],
  ['texte $$a$$ suite', 'a'],
  ['```math\na = b\n```', 'a = b'],
] as const) {
  test(`${JSON.stringify(source)} is a formula`, async () => {
    expect(formulas(await htmlOf(source))).toEqual([tex]);
  });
}

for (const source of [
  '5 $ et 6 $',
  '5$ et 6$',
  '$5 et $6',
  'de $5 à $6',
  '$HOME/$USER',
  'le dollar ($) ou le peso ($)',
  '\\$a\\$',
  '`$a$`',
  '$$',
  '$$ sans fin',
  '$ a $',
]) {
  test(`${JSON.stringify(source)} is no formula`, async () => {
    expect(await htmlOf(source)).not.toMatch(/<math|math-source/);
  });
}

test('a formula on display says so', async () => {
  expect(await htmlOf('$$a$$')).toMatch(/^<p class="math"><math xmlns="[^"]+" display="block">/);
});

test('a formula that cannot be read is shown as it was written', async () => {
  expect(await htmlOf('$\\frac{a$')).toBe('<p><code class="math-source">\\frac{a</code></p>');
});

test('a macro that calls itself is stopped', async () => {
  expect(await htmlOf('$\\def\\a{\\a\\a}\\a$')).toContain('math-source');
});

test('formulas have no inline style', async () => {
  expect(await htmlOf('$\\fcolorbox{red}{blue}{x} \\rule{1em}{1em}$ $$\\boxed{a}$$')).not.toMatch(/\sstyle=/);
});
