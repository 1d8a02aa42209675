import { expect, test } from 'vitest';
import { nestHeadings, type OutlineNode } from './outline.ts';

const heading = (level: number, text: string) => ({ level, text, slug: text });
const tree = (nodes: readonly OutlineNode[]): unknown[] =>
  nodes.map(({ text, children }) => (children.length > 0 ? [text, tree(children)] : text));

test('a heading stands under the last one of a smaller level', () => {
  const headings = [heading(2, 'a'), heading(3, 'b'), heading(4, 'c'), heading(3, 'd'), heading(2, 'e')];
  expect(tree(nestHeadings(headings))).toEqual([['a', [['b', ['c']], 'd']], 'e']);
});

test('a skipped level adds no empty entry', () => {
  expect(tree(nestHeadings([heading(2, 'a'), heading(5, 'b')]))).toEqual([['a', ['b']]]);
});

test('a page that begins with a deep heading still lists all of them', () => {
  expect(tree(nestHeadings([heading(4, 'a'), heading(2, 'b')]))).toEqual(['a', 'b']);
});
