import { expect, test } from 'vitest';
import { htmlOf } from './rendering.fixture.ts';

test('an element opened in one block may be closed in a later one', async () => {
  const html = await htmlOf('<details><summary>Plus</summary>\n\n**dedans**\n\n</details>\n\naprès');
  expect(html).toBe(
    '<details><summary>Plus</summary>\n<p><strong>dedans</strong></p>\n</details>\n<p>après</p>',
  );
});

test('an element left open is closed where its block ends', async () => {
  expect(await htmlOf('- a <b>b\n- c')).toBe('<ul><li>a <b>b</b>\n</li>\n<li>c\n</li>\n</ul>');
  expect(await htmlOf('<div><b>a')).toBe('<div><b>a</b></div>');
});

test('an end tag cannot close what surrounds it', async () => {
  expect(await htmlOf('- a </li></ul></div> b')).toBe('<ul><li>a  b\n</li>\n</ul>');
});

test('end tags that HTML lets one leave out are written', async () => {
  expect(await htmlOf('<table><tr><td>a<td>b<tr><td>c</table>')).toBe(
    '<div class="table-scroll"><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table></div>',
  );
});

test('what is no element of HTML is what the author typed', async () => {
  expect(await htmlOf('git clone <adresse> <Ministère XXX>')).toBe(
    '<p>git clone &lt;adresse&gt; &lt;Ministère XXX&gt;</p>',
  );
});

test('elements of an old style are unwrapped, their contents kept', async () => {
  expect(await htmlOf('<center><font color="red">a</font></center>')).toBe('a');
});

test('links and images of raw HTML lead where the page decides', async () => {
  const html = await htmlOf('<a href="x.md">x</a> <img src="i.png" alt="une image" width="40" onclick="y">', {
    link: () => ({ href: '/x', hreflang: 'en' }),
    image: () => ({ src: '/i.png', width: 10, height: 20 }),
  });
  expect(html).toBe(
    '<p><a href="/x" hreflang="en">x</a> <img src="/i.png" alt="une image" width="40" loading="lazy" decoding="async"></p>',
  );
});

test('a named anchor becomes an id', async () => {
  expect(await htmlOf('<a name="ici"></a>texte')).toBe('<p><a id="ici"></a>texte</p>');
});

test('a link inside a link is text', async () => {
  expect(await htmlOf('<a href="x">a [b](c) d</a>')).toBe('<p><a href="x">a b d</a></p>');
});

test('raw headings leave the first level to the title of the page', async () => {
  expect(await htmlOf('<h1 align="center">Titre</h1>')).toBe('<h2>Titre</h2>');
});

test('character references of raw HTML are read once', async () => {
  expect(await htmlOf('<div title="&eacute;&quot;\\*">&eacute; & &lt;b&gt;</div>')).toBe(
    '<div title="é&quot;\\*">&eacute; &amp; &lt;b&gt;</div>',
  );
});

for (const [where, source, html] of [
  ['a block of its own', '<!-- caché -->\n\na', '<p>a</p>'],
  ['several lines with blank ones', '<!--\n\n# caché\n\n-->\n\na', '<p>a</p>'],
  ['a line', 'a <!-- caché --> b', '<p>a  b</p>'],
  ['a heading', '## A <!-- caché -->', undefined],
  ['a block without an end', 'a\n\n<!-- caché\n\ncaché', '<p>a</p>'],
  ['a line without an end', 'a <!-- caché\n\nb', '<p>a </p>\n<p>b</p>'],
  [
    'paragraphs, from inside one to inside another',
    'a <!-- caché\n\n- caché\n\ncaché --> b',
    '<p>a </p>\n<p>b</p>',
  ],
  ['its shortest forms', '<!--> a <!---> b', undefined],
  ['raw HTML', '<div>\n<!-- caché -->\na</div>', '<div>\n\na</div>'],
  ['a list, to its end', '- a <!-- caché\n- caché --> b\n- c', undefined],
] as const) {
  test(`a comment never reaches the reader: ${where}`, async () => {
    const out = await htmlOf(source);
    expect(out).not.toMatch(/caché|<!--|--&gt;|&lt;!--/);
    if (html !== undefined) expect(out).toBe(html);
  });
}

test('a comment inside code is code', async () => {
  expect(await htmlOf('`<!-- a -->`')).toBe('<p><code>&lt;!-- a --&gt;</code></p>');
});
