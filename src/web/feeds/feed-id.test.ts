import { expect, test } from 'vitest';
import { feedId } from './feed-id.ts';

test('an id is a UUID of version 5 (RFC 9562)', () => {
  expect(feedId('commit', 'a')).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

test('an id never changes', () => {
  expect(feedId('page', 'guides/publier.md', '1')).toBe('urn:uuid:7ccffd25-51dc-573c-b035-fa8fedba584f');
});

test('other words make another id', () => {
  expect(feedId('a', 'b')).not.toBe(feedId('ab'));
  expect(feedId('a', 'b')).not.toBe(feedId('b', 'a'));
});
