import { expect, test } from 'vitest';
import { LruCache } from './lru-cache.ts';

test('what was used longest ago leaves first when the cache is full', () => {
  const cache = new LruCache<string>(4, (value) => value.length);
  cache.set('a', 'xx');
  cache.set('b', 'xx');
  cache.get('a');
  cache.set('c', 'xx');
  expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual(['xx', undefined, 'xx']);
});

test('a value heavier than the cache is not kept', () => {
  const cache = new LruCache<string>(4, (value) => value.length);
  cache.set('a', 'xxxxx');
  expect(cache.get('a')).toBeUndefined();
});
