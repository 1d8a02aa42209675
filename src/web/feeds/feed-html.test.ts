import { expect, test } from 'vitest';
import { feedHtml } from './feed-html.ts';

const base = 'https://wiki.example/guides/publier';
const html = (text: string) => feedHtml(text, base);

test('links and images are absolute', () => {
  expect(html('<a href="/a?b=1&amp;c=2">a</a>')).toBe('<a href="https://wiki.example/a?b=1&amp;c=2">a</a>');
  expect(html('<a href="#fin">fin</a>')).toBe(`<a href="${base}#fin">fin</a>`);
  expect(html('<img src="/i.png" alt="&quot;i&quot;">')).toBe(
    '<img src="https://wiki.example/i.png" alt="&quot;i&quot;">',
  );
});

test('what an address cannot be made of is left out', () => {
  expect(html('<a href="http://[">a</a>')).toBe('<a>a</a>');
});

test('classes, ids and styles are left out', () => {
  expect(html('<p class="x" id="y" style="z" lang="en">a</p>')).toBe('<p lang="en">a</p>');
});

test('what runs or is filled in is left out with all it holds', () => {
  expect(html('<p>a<script>b</script><button>c<b>d</b></button><form><input><p>e</p></form>f</p>')).toBe(
    '<p>af</p>',
  );
});

test('what is said to the ears only is left out', () => {
  expect(html('<p>a<span class="visually-hidden">b <i>c</i></span>d</p>')).toBe('<p>ad</p>');
});

test('a task is a box', () => {
  expect(html('<li><input type="checkbox" checked disabled> fait</li>')).toBe('<li>☑ fait</li>');
  expect(html('<li><input type="checkbox" disabled> à faire</li>')).toBe('<li>☐ à faire</li>');
});
