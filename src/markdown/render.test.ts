import { expect, test } from 'vitest';
import { parseMarkdown } from './document.ts';
import { renderMarkdown } from './render.ts';
import { htmlOf, labels, rendered } from './rendering.fixture.ts';

test('without a title to take, levels stay when none is the first', async () => {
  expect(await htmlOf('## Une partie')).toBe(
    '<div class="heading"><h2 id="une-partie">Une partie</h2>' +
      '<a class="heading-link" href="#une-partie" aria-label="Lien vers la section « Une partie »">#</a></div>',
  );
});

test('levels move down by one when the page has a first level besides its title', async () => {
  const { html, headings } = await rendered('# Titre\n\n# Un\n\n###### Deux', { omitLeadHeading: true });
  expect(html).not.toContain('Titre');
  expect(headings.map(({ level, slug }) => [level, slug])).toEqual([
    [2, 'un'],
    [6, 'deux'],
  ]);
  expect(html).toMatch(/<h2 id="un">.*<h6 id="deux">/s);
});

test('the lead heading is left out only when it is the title', async () => {
  expect(await htmlOf('# Titre\n\n## Un', { omitLeadHeading: true })).toMatch(
    /^<div class="heading"><h2 id="un">/,
  );
  expect(await htmlOf('## Un', { omitLeadHeading: true })).toContain('<h2 id="un">');
});

test('a document is the same after it was rendered', async () => {
  const document = parseMarkdown('# A\n\n- [x] b ![c](d "e") $x$[^1]\n\n[^1]: f\n\n| a |\n|--:|\n| 1 |');
  const options = {
    labels,
    link: (href: string) => ({ href }),
    image: (src: string) => ({ src }),
    omitLeadHeading: true,
  };
  const first = await renderMarkdown(document, options);
  expect(await renderMarkdown(document, options)).toEqual(first);
});

test('links get what the page answers', async () => {
  const link = (target: string) =>
    target === 'absent'
      ? { href: undefined }
      : { href: `/${target}`, hreflang: 'en', external: target === 'b' };
  expect(await htmlOf('[a](a "titre") [b](b) [c *d*](absent)', { link })).toBe(
    '<p><a href="/a" hreflang="en" title="titre">a</a> <a href="/b" hreflang="en" rel="external">b</a> c <em>d</em></p>',
  );
});

test('addresses are percent-encoded once', async () => {
  expect(await htmlOf('[a](<é b%20c.md>)')).toBe('<p><a href="%C3%A9%20b%20c.md">a</a></p>');
});

test('images have their alternative, their size, and are loaded late', async () => {
  const image = () => ({ src: '/i.png', width: 640, height: 480 });
  expect(await htmlOf('a ![b *c*](i.png "d")', { image })).toBe(
    '<p>a <img src="/i.png" alt="b c" title="d" width="640" height="480" loading="lazy" decoding="async"></p>',
  );
});

test('an image with a title alone in its paragraph is a figure', async () => {
  expect(await htmlOf('![a](i.png "Une légende")')).toBe(
    '<figure><img src="i.png" alt="a" loading="lazy" decoding="async"><figcaption>Une légende</figcaption></figure>',
  );
  expect(await htmlOf('[![a](i.png "L")](b)')).toBe(
    '<figure><a href="b"><img src="i.png" alt="a" loading="lazy" decoding="async"></a><figcaption>L</figcaption></figure>',
  );
  expect(await htmlOf('![a](i.png)')).toMatch(/^<p><img/);
});

test('tasks say whether they are done', async () => {
  expect(await htmlOf('- [ ] a\n- [X] *b*\n- [x](c)\n- [ ]')).toBe(
    '<ul><li class="task"><input type="checkbox" disabled aria-label="À faire"> a\n</li>\n' +
      '<li class="task"><input type="checkbox" checked disabled aria-label="Fait"> <em>b</em>\n</li>\n' +
      '<li><a href="c">x</a>\n</li>\n<li>[ ]\n</li>\n</ul>',
  );
});

for (const [kind, title] of Object.entries(labels.alerts)) {
  test(`a quotation marked ${kind} is an alert with a title in the reader's language`, async () => {
    expect(await htmlOf(`> [!${kind.toUpperCase()}]\n> a`)).toBe(
      `<div class="alert alert-${kind}" role="note"><p class="alert-title">${title}</p>\n<p>a</p>\n</div>`,
    );
  });
}

test('an alert may have its text after a blank line', async () => {
  expect(await htmlOf('> [!tip]\n>\n> - a')).toMatch(/alert-tip.*<\/p>\n<ul>/s);
});

test('a marker alone, unknown or followed by words makes no alert', async () => {
  for (const source of ['> [!NOTE]', '> [!AUTRE]\n> a', '> [!NOTE] a']) {
    expect(await htmlOf(source)).toMatch(/^<blockquote><p>\[!/);
  }
});

test('tables are in a container that scrolls, with header cells of columns', async () => {
  expect(await htmlOf('| a |   | c |\n|---|:-:|--:|\n| 1 | 2 |')).toBe(
    '<div class="table-scroll"><table>\n<thead><tr><th scope="col">a</th><td class="align-center"></td>' +
      '<th scope="col" class="align-right">c</th></tr>\n</thead>\n<tbody><tr><td>1</td>' +
      '<td class="align-center">2</td><td class="align-right"></td></tr>\n</tbody>\n</table></div>',
  );
});

test('strikethrough, hard breaks and definition lists', async () => {
  expect(await htmlOf('~~a~~ b  \nc')).toBe('<p><s>a</s> b<br>\nc</p>');
  expect(await htmlOf('Terme\n: a\n: b')).toBe('<dl><dt>Terme</dt>\n<dd>a\n</dd>\n<dd>b\n</dd>\n</dl>');
});

test('an ordered list begins where it says', async () => {
  expect(await htmlOf('3. a')).toBe('<ol start="3"><li>a\n</li>\n</ol>');
});

test('code is coloured by classes, and left plain in a language that is not known', async () => {
  expect(await htmlOf('```js\nconst a = "<b>"; // c\n```')).toBe(
    '<pre tabindex="0"><code class="language-js"><span class="tok-keyword">const</span> <span class="tok-variable">a</span> ' +
      '<span class="tok-operator">=</span> <span class="tok-string">&quot;&lt;b&gt;&quot;</span>; ' +
      '<span class="tok-comment">// c</span></code></pre>',
  );
  expect(await htmlOf('```martien\na < b\n```')).toBe(
    '<pre tabindex="0"><code class="language-martien">a &lt; b\n</code></pre>',
  );
  expect(await htmlOf('```constructor\na\n```')).toContain('>a\n</code>');
  expect(await htmlOf('    a < b')).toBe('<pre tabindex="0"><code>a &lt; b\n</code></pre>');
});

test('a block with a line too long to colour stays plain', async () => {
  expect(await htmlOf(`\`\`\`js\nconst a = '${'x'.repeat(10_000)}'\n\`\`\``)).not.toContain('tok-');
});

test('a diagram is its source until a script draws it', async () => {
  const html = await htmlOf('```mermaid\nA --> B\n```');
  expect(html).toBe(
    '<figure class="diagram" data-diagram="mermaid"><pre tabindex="0"><code>A --&gt; B\n</code></pre></figure>',
  );
});

test('a link written inside out is what CommonMark makes of it', async () => {
  expect(await htmlOf("[action plan](- [Plan d'action](plan-action.md))")).toBe(
    '<p>[action plan](- <a href="plan-action.md">Plan d\'action</a>)</p>',
  );
});
