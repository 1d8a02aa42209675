import { expect, test } from 'vitest';
import { ignoredPaths } from './ignored-paths.ts';

test.each([
  ['drafts/', 'drafts/a/b.md', true],
  ['drafts/', 'other/drafts/a.md', false],
  ['drafts', 'other/drafts/a.md', true],
  ['*.csv', 'a/b.csv', true],
  ['*.csv', 'a/b.csv.md', false],
  ['2022/*.md', '2022/a.md', true],
  ['2022/*.md', '2022/b/a.md', false],
  ['2022/**/*.md', '2022/b/c/a.md', true],
  ['2022/**/*.md', '2022/a.md', true],
  ['/a.md', 'b/a.md', false],
  ['a?.md', 'ab.md', true],
  ['a+(b).md', 'a+(b).md', true],
])('%s names %s: %s', (pattern, path, expected) => {
  expect(ignoredPaths([pattern])(path)).toBe(expected);
});
