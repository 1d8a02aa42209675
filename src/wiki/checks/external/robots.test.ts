import { expect, test } from 'vitest';
import { MAX_ROBOTS_BYTES, readRobots } from './robots.ts';

const PRIVATE = 'User-agent: *\nDisallow: /prive/\n';

test.each([
  ['a file that says nothing', '', '/a', true],
  ['a folder kept from all', PRIVATE, '/prive/a', false],
  ['what is beside it', PRIVATE, '/prive', true],
  ['an empty rule', 'User-agent: *\nDisallow:\n', '/a', true],
  [
    'our own group, which others do not add to',
    `${PRIVATE}User-agent: Greffe\nDisallow: /b\n`,
    '/prive/a',
    true,
  ],
  ['our own group, by its name in any case', 'USER-AGENT: GREFFE/2.0\ndisallow: /b\n', '/b', false],
  ['a group of several names', 'User-agent: un\nUser-agent: greffe\nDisallow: /\n', '/a', false],
  ['another program’s group', 'User-agent: greffebot\nDisallow: /\n', '/a', true],
  [
    'two groups of ours, taken together',
    'User-agent: greffe\nDisallow: /a\n\nUser-agent: greffe\nDisallow: /b\n',
    '/b',
    false,
  ],
  ['the longest rule', 'User-agent: *\nDisallow: /a\nAllow: /a/b\n', '/a/b/c', true],
  ['of two as long, the one that allows', 'User-agent: *\nDisallow: /a\nAllow: /a\n', '/a', true],
  ['a star', 'User-agent: *\nDisallow: /*/prive\n', '/x/y/prive/z', false],
  ['an end', 'User-agent: *\nDisallow: /*.pdf$\n', '/a.pdf', false],
  ['what goes on after it', 'User-agent: *\nDisallow: /*.pdf$\n', '/a.pdf?x', true],
  ['an end that is the whole', 'User-agent: *\nDisallow: /$\n', '/', false],
  ['an end after a star, found twice', 'User-agent: *\nDisallow: /a*b$\n', '/a-b-b', false],
  ['a letter written in two ways', 'User-agent: *\nDisallow: /%c3%A9t%65\n', '/%C3%A9te', false],
  ['a letter written as it is', 'User-agent: *\nDisallow: /été\n', '/%C3%A9t%C3%A9', false],
  [
    'a reserved character, which is not the one it stands for',
    'User-agent: *\nDisallow: /a%2Fb\n',
    '/a/b',
    true,
  ],
  ['comments and spaces', '# x\r\nUser-agent : * # all\r\n Disallow:  /a # b\r\n', '/a', false],
  ['rules before any group', 'Disallow: /\nUser-agent: *\nAllow: /\n', '/a', true],
  ['lines of other kinds, which end no group', 'User-agent: *\nSitemap: x\nDisallow: /a\n', '/a', false],
])('%s', (_, text, path, allowed) => {
  expect(readRobots(text, 'greffe')(path)).toBe(allowed);
});

test('what comes after half a megabyte is not read, and a hundred thousand stars take no time', () => {
  const long = `User-agent: *\n${'#\n'.repeat(MAX_ROBOTS_BYTES)}Disallow: /\n`;
  expect(readRobots(long, 'greffe')('/a')).toBe(true);
  const stars = `User-agent: *\nDisallow: /${'*a'.repeat(100_000)}b$\n`;
  expect(readRobots(stars, 'greffe')(`/${'a'.repeat(2_000)}`)).toBe(true);
});
