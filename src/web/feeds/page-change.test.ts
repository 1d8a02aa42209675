import { expect, test } from 'vitest';
import { aroundChanges } from './page-change.tsx';

const block = (html: string, changed = false) => ({ html, changed, isHeading: html.startsWith('#') });
const shown = (...blocks: ReturnType<typeof block>[]) => aroundChanges(blocks).map((html) => html.trim());

test('what changed is shown under its heading, and the rest left out', () => {
  expect(shown(block('# A'), block('a'), block('# B'), block('b'), block('c', true), block('d'))).toEqual([
    '<p>[…]</p>',
    '# B',
    '<p>[…]</p>',
    'c',
    '<p>[…]</p>',
  ]);
});

test('where nothing changed nothing is shown', () => {
  expect(shown(block('# A'), block('a'))).toEqual([]);
});

test('a page that changed from end to end is whole', () => {
  expect(shown(block('# A', true), block('a', true))).toEqual(['# A', 'a']);
});
