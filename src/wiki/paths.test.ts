import { expect, test } from 'vitest';
import { foldersAbove, foldPath, isCleanPath, isPagePath, resolvePath, withoutExtension } from './paths.ts';

test('a page is a file whose name ends as Markdown does', () => {
  expect(['a.md', 'a/b.MD', 'a.markdown', '.x.md'].every(isPagePath)).toBe(true);
  expect(['a.mdx', 'md', '.md', 'a/.md', 'a.md/x'].some(isPagePath)).toBe(false);
  expect(withoutExtension('a/.md')).toBe('a/.md');
});

test('a reference is followed from its folder, and not above the root', () => {
  expect(resolvePath('a/b', '../c/./d')).toBe('a/c/d');
  expect(resolvePath('a/b', '/c')).toBe('c');
  expect(resolvePath('', 'a//b/')).toBe('a/b');
  expect(resolvePath('a', '../..')).toBeUndefined();
});

test('a path that an address can have has no empty segment and no dots alone', () => {
  expect(['a', 'a/b', '.a', 'a..b', '...', '..a/b'].every(isCleanPath)).toBe(true);
  expect(['', '/a', 'a//b', 'a/', '.', 'a/../b', '../a', 'a/..'].some(isCleanPath)).toBe(false);
});

test('folders above are given the nearest first', () => {
  expect(foldersAbove('a/b/c')).toEqual(['a/b/c', 'a/b', 'a']);
  expect(foldersAbove('')).toEqual([]);
});

test('case and the form of accents do not count when folded', () => {
  expect(foldPath('ÉTÉ'.normalize('NFD'))).toBe(foldPath('été'.normalize('NFC')));
});
