import { expect, test } from 'vitest';
import { editDistance, nearestAddresses } from './suggestions.ts';

const addresses = ['/', '/guides', '/en/guides', '/pocos/faq', '/pocos/gouvernance', '/glossaire'];

test('the same name elsewhere comes first, then names nearly alike', () => {
  expect(nearestAddresses(addresses, '/faq')).toEqual(['/pocos/faq']);
  expect(nearestAddresses(addresses, '/docs/guides.html')).toEqual(['/en/guides', '/guides']);
  expect(nearestAddresses(addresses, '/pocos/gouvernence')).toEqual(['/pocos/gouvernance']);
  expect(nearestAddresses(addresses, '/GLOSSAIRE/')).toEqual(['/glossaire']);
});

test('nothing alike suggests nothing', () => {
  expect(nearestAddresses(addresses, '/zzz')).toEqual([]);
  expect(nearestAddresses(addresses, '/')).toEqual([]);
  expect(nearestAddresses(addresses, `/${'x'.repeat(100_000)}`)).toEqual([]);
});

test('the distance between two words is the letters to change', () => {
  expect(editDistance('faq', 'faq', 3)).toBe(0);
  expect(editDistance('guide', 'guides', 3)).toBe(1);
  expect(editDistance('abc', 'xyz', 1)).toBeGreaterThan(1);
});
