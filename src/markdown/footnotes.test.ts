import { expect, test } from 'vitest';
import { htmlOf } from './rendering.fixture.ts';

test('a note has a way there and a way back, both named', async () => {
  expect(await htmlOf('a[^x]\n\n[^x]: b')).toBe(
    '<p>a<sup class="footnote-ref"><a href="#fn:1" id="fnref:1" role="doc-noteref" aria-label="Note 1">1</a></sup></p>\n' +
      '<div class="footnotes"><ol aria-label="Notes">\n<li id="fn:1"><p>b <a class="footnote-back" href="#fnref:1" ' +
      'role="doc-backlink" aria-label="Retour à l’appel 1 de la note 1">↩\uFE0E</a></p>\n</li>\n</ol></div>',
  );
});

test('notes are numbered by their first reference, and lead back to each', async () => {
  const html = await htmlOf('a[^x] b[^y] c[^x]\n\n[^y]: deux\n[^x]: un');
  expect(html).toMatch(
    /fn:1.*fn:2.*fn:1.*<li id="fn:1"><p>un .*#fnref:1".*#fnref:1:2".*<li id="fn:2"><p>deux/s,
  );
});

test('a note may have several blocks, and refer to another', async () => {
  const html = await htmlOf('a[^x]\n\n[^x]: un[^y]\n\n    deux\n\n[^y]: trois');
  expect(html).toMatch(
    /<li id="fn:1"><p>un<sup.*<\/p>\n<p>deux <a class="footnote-back".*<li id="fn:2"><p>trois/s,
  );
});

test('a reference without a note is text, a note without a reference is left out', async () => {
  expect(await htmlOf('a[^x]\n\n[^y]: b')).toBe('<p>a[^x]</p>');
});

test('a reference inside a link does not make a link inside a link', async () => {
  expect(await htmlOf('<a href="b">a[^x]</a>\n\n[^x]: c')).toContain(
    '<a href="b">a<sup class="footnote-ref" id="fnref:1">1</sup></a>',
  );
});
