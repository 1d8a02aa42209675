import { expect, test } from 'vitest';
import { htmlOf } from './rendering.fixture.ts';

const vectors = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</script>',
  '<script\n>alert(1)</script\n>',
  '<script>alert(1)',
  'a <script>alert(1)</script> b',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)"//>',
  '<img src=x:alert(1)>',
  '<img/src=x/onerror=alert(1)>',
  '<img src="javascript:alert(1)">',
  '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
  '<img src=`x`onerror=alert(1)>',
  '<img """><script>alert(1)</script>">',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></math>',
  '<math href="javascript:alert(1)">x</math>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<embed src="javascript:alert(1)">',
  '<form action="javascript:alert(1)"><input type=submit><button formaction="javascript:alert(1)">x</button></form>',
  '<input autofocus onfocus=alert(1)>',
  '<select autofocus onfocus=alert(1)><option>x</select>',
  '<textarea><img src=x onerror=alert(1)></textarea>',
  '<title><img src=x onerror=alert(1)></title>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<body onload=alert(1)>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<style>@import "https://evil.example/x.css";</style>',
  '<p style="background:url(javascript:alert(1))">x</p>',
  '<div onmouseover="alert(1)">x</div>',
  '<details ontoggle=alert(1) open>x</details>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<video><source onerror="alert(1)"></video>',
  '<xss onclick=alert(1)>x</xss>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" javascript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href="&#x6A&#x61vascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="java&Tab;script&colon;alert(1)">x</a>',
  '<a href="java&NewLine;script:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href="\u0001javascript:alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="file:///etc/passwd">x</a>',
  '<a href="blob:https://x/1">x</a>',
  '<a xlink:href="javascript:alert(1)">x</a>',
  '<a href="x" ping="https://evil.example" target="_blank" onclick="alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x](JAVASCRIPT&colon;alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:x)',
  '[x](file:///etc/passwd)',
  '[x][r]\n\n[r]: javascript:alert(1)',
  '<javascript:alert(1)>',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml,x)',
  '![x" onerror="alert(1)](y)',
  '[x](y "\\" onmouseover=\\"alert(1)")',
  '![x](y "\\"><script>alert(1)</script>")',
  '[x]("onmouseover="alert(1))',
  '```"><script>alert(1)</script>\nx\n```',
  '```mermaid\n</code></pre><script>alert(1)</script>\n```',
  '```js\n</span><script>alert(1)</script>\n```',
  '`<script>alert(1)</script>`',
  '# <script>alert(1)</script>\n\n# "><img src=x onerror=alert(1)>',
  '# a" onclick="alert(1)',
  '$\\href{javascript:alert(1)}{x}$',
  '$\\htmlStyle{color:red}{x}$ $\\htmlData{onclick=alert(1)}{x}$ $\\includegraphics{javascript:alert(1)}$',
  '$\\text{<script>alert(1)</script>}$',
  '$<img src=x onerror=alert(1)>$',
  '$$\n\\unknown</annotation><script>alert(1)</script>\n$$',
  '[^"><script>alert(1)</script>]\n\n[^"><script>alert(1)</script>]: <img src=x onerror=alert(1)>',
  '> [!NOTE]\n> <script>alert(1)</script>',
  '| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |',
  '<div title="\n\n[x](y)\n\n"><script>alert(1)</script>',
  '<!--><script>alert(1)</script>-->',
  '<!-- --!><script>alert(1)</script> -->',
  '<![CDATA[><script>alert(1)</script>]]>',
  '<?php ?><script>alert(1)</script>',
  '<p id="x" id="y" title=\'"><script>alert(1)</script>\'>x</p>',
  '</main></body><script>alert(1)</script>',
  'www.x.example/"onmouseover="alert(1)',
  'https://x.example/<script>alert(1)</script>',
];

const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>/g;
const KNOWN_TAGS = new Set(
  `a abbr annotation article aside b blockquote br code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6
  hr i img input ins kbd li math mi mn mo mrow mtext msup mstyle mspace menclose ol p pre q s semantics small span
  strong sub summary sup table tbody td th thead tr u ul`.split(/\s+/),
);
const KNOWN_ATTRIBUTES =
  /^(?:alt|aria-label|checked|class|data-diagram|decoding|dir|disabled|display|encoding|height|href|hreflang|id|lang|loading|mathcolor|mathvariant|open|rel|role|scope|src|start|stretchy|tabindex|title|type|width|xmlns)$/;

/** Every tag is one we know how to write, and nothing else has the look of one. */
function dangersOf(html: string): string[] {
  const dangers = [...html.replace(TAG, '').matchAll(/[<>].{0,40}/g)].map(([found]) => found);
  for (const [tag, , name = '', attributes = ''] of html.matchAll(TAG)) {
    if (!KNOWN_TAGS.has(name)) dangers.push(tag);
    for (const [, attribute = '', value = ''] of attributes.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)) {
      const isAddress = attribute === 'href' || attribute === 'src';
      const hasBadScheme =
        isAddress && /^[^/?#]*:/.test(value) && !/^(?:https?|mailto|tel|xmpp|webcal|matrix):/.test(value);
      if (!KNOWN_ATTRIBUTES.test(attribute) || hasBadScheme) dangers.push(tag);
    }
  }
  return dangers;
}

for (const vector of vectors) {
  test(`no script gets through ${JSON.stringify(vector)}`, async () => {
    expect(dangersOf(await htmlOf(vector))).toEqual([]);
  });

  test(`nor inside a list, a quotation and raw HTML: ${JSON.stringify(vector)}`, async () => {
    const nested = `<div>\n\n- a\n\n  > ${vector.replaceAll('\n', '\n  > ')}\n\n</div>\n\nb ${vector.replaceAll('\n', ' ')}`;
    expect(dangersOf(await htmlOf(nested))).toEqual([]);
  });
}

test('what the page answers for a link or an image is checked too', async () => {
  const html = await htmlOf('[a](b) ![c](d)', {
    link: () => ({ href: 'javascript:alert(1)' }),
    image: () => ({ src: 'data:text/html,x' }),
  });
  expect(html).toBe('<p>a c</p>');
});

test('a link to a scheme that may not be followed keeps its text', async () => {
  expect(await htmlOf('[texte](javascript:alert(1))')).toBe('<p>texte</p>');
});

test('schemes for mail, telephone, chat and calendars may be followed', async () => {
  for (const target of [
    'mailto:a@b.example',
    'tel:+33100000000',
    'xmpp:a@b.example',
    'webcal://b.example/x.ics',
    'matrix:r/x:b.example',
  ]) {
    expect(await htmlOf(`[x](${target})`)).toBe(`<p><a href="${target}">x</a></p>`);
  }
});

test('an id or a class of raw HTML cannot pass for one of the interface', async () => {
  expect(await htmlOf('<span id="fn:1" class="alert">x</span>')).toBe('<p><span>x</span></p>');
});

test('an id of raw HTML that a heading already has is left out', async () => {
  expect(await htmlOf('<b id="titre">x</b><b id="autre">y</b><b id="autre">z</b>\n\n# Titre')).toContain(
    '<b>x</b><b id="autre">y</b><b>z</b>',
  );
});
