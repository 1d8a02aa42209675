import { expect, test } from 'vitest';
import type { BlockKind } from '../../store/abuse-tables.ts';
import { type Block, blockOf, kindOf, readBlock } from './blocks.ts';

test.each<[BlockKind, string, string]>([
  ['address', ' Spam@Example.ORG ', 'spam@example.org'],
  ['address', '*@spam.example', 'spam.example'],
  ['domain', '@Spam.example.', 'spam.example'],
  ['domain', '*.spam.example', 'spam.example'],
  ['domain', 'réseau.example', 'xn--rseau-bsa.example'],
  ['network', '192.0.2.9/24', '192.0.2.0/24'],
  ['text', '  Casino   en LIGNE ', 'casino en ligne'],
])('a block of the %s %j is kept as %s', (kind, typed, pattern) => {
  expect(readBlock(kind, typed)).toMatchObject({ pattern });
});

test.each<[BlockKind, string, string]>([
  ['network', '0.0.0.0/0', 'everything'],
  ['network', '::/0', 'everything'],
  ['network', '10.0.0.0/7', 'everything'],
  ['network', '*', 'everything'],
  ['address', '*', 'everything'],
  ['address', '*@*', 'everything'],
  ['address', '*@example', 'everything'],
  ['domain', 'org', 'everything'],
  ['domain', '.', 'everything'],
  ['text', '* *', 'everything'],
  ['text', 'le', 'everything'],
  ['text', '(a+)+$', 'expression'],
  ['text', '/casino/i', 'expression'],
  ['text', '.*', 'everything'],
  ['text', 'casino.*', 'expression'],
  ['text', 'x'.repeat(201), 'unreadable'],
  ['text', 'a*b*c*d*e*f*g', 'unreadable'],
  ['address', '', 'unreadable'],
  ['address', 'ada', 'unreadable'],
  ['domain', 'a b.example', 'unreadable'],
  ['network', '300.1.1.1/8', 'unreadable'],
])('a block of the %s %j is refused: %s', (kind, typed, fault) => {
  expect(readBlock(kind, typed)).toEqual({ fault });
});

test('what something typed is, is seen', () => {
  const kinds = ['a@b.example', 'b.example', '192.0.2.1', '2001:db8::/32', '300.1.1.1/8', '*@b.example'];
  expect(kinds.map(kindOf)).toEqual(['address', 'domain', 'network', 'network', 'network', 'address']);
});

test.each<[string, string, boolean]>([
  ['cialis', 'Un spécialiste de cialis.', true],
  ['cialis', 'Un spécialiste, un socialiste, specialist', false],
  ['casino en ligne', 'Le\nCASINO  en\tligne !', true],
  ['casino', 'ca\u200bsi\u00adno', true],
  ['casino', '\uff43\uff41\uff53\uff49\uff4e\uff4f', true],
  ['spam.example/*', 'voir https://spam.example/a?b', true],
  ['spam.example/*', 'voir https://notspam.example/a', false],
  ['*spam.example', 'voir https://notspam.example/a', true],
  ['bit.ly/*promo', 'https://bit.ly/x-promo, et', true],
  ['bit.ly/*promo', 'https://bit.ly/x promo', false],
  ['bit.ly/*promo', 'https://bit.ly/promotion-promo', true],
])('%j in %j: %s', (pattern, text, isThere) => {
  expect(blockOf([{ kind: 'text', pattern }], { texts: [text] }) !== undefined).toBe(isThere);
});

test('a pattern and a text made for it take no more time than the text is long', () => {
  const blocks: Block[] = [
    { kind: 'text', pattern: 'a*a*a*a*a*b' },
    { kind: 'text', pattern: 'aa*aab*' },
  ];
  const began = performance.now();
  expect(blockOf(blocks, { texts: ['a'.repeat(300_000)] })).toBeUndefined();
  expect(blockOf(blocks, { texts: ['a a'.repeat(100_000)] })).toBeUndefined();
  expect(performance.now() - began).toBeLessThan(2_000);
});

test('a domain holds those below it, and not those that end like it', () => {
  const block: Block = { kind: 'domain', pattern: 'spam.example' };
  const isBlocked = (address: string) => blockOf([block], { addresses: [address] }) !== undefined;
  expect(isBlocked('A@Spam.example')).toBe(true);
  expect(isBlocked('a@mx.spam.example')).toBe(true);
  expect(isBlocked('a@notspam.example')).toBe(false);
});
