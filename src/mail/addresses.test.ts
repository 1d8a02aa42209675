import { expect, test } from 'vitest';
import { commandAddress, type ListCommand, listAddress } from './addresses.ts';
import type { MailList } from './list.ts';

const list = { name: 'contributions', settings: { address: 'contributions@lists.example.org' } } as MailList;
const other = { name: 'annonces', settings: { address: 'Annonces@lists.example.org' } } as MailList;
const read = (recipient: string) => listAddress([list, other], recipient);

test.each([
  'contributions@lists.example.org',
  'Contributions@LISTS.example.ORG',
  'contributions@lists.example.org.',
])('a list is found at %s', (recipient) => {
  expect(read(recipient)).toEqual({ list });
});

test('the case of the settings does not count either', () => {
  expect(read('annonces@lists.example.org')).toEqual({ list: other });
});

test.each<[ListCommand, string?]>([
  ['subscribe'],
  ['unsubscribe'],
  ['owner'],
  ['confirm', '0123456789abcdef0123456789abcdef'],
  ['bounce', '42-00ff'],
])('the address of %s is read as it was written', (command, argument) => {
  const expected = argument === undefined ? { list, command } : { list, command, argument };
  expect(read(commandAddress(list, command, argument))).toEqual(expected);
  expect(read(commandAddress(list, command, argument).toUpperCase())).toEqual(expected);
});

test.each([
  'nobody@lists.example.org',
  'contributions@example.org',
  'contributions+@lists.example.org',
  'contributions+confirm@lists.example.org',
  'contributions+confirm-@lists.example.org',
  'contributions+confirm-a/b@lists.example.org',
  `contributions+confirm-${'a'.repeat(101)}@lists.example.org`,
  'contributions+subscribe+subscribe@lists.example.org',
  'contributions+subscribe-victim=example.org@lists.example.org',
  'contributions',
  '',
  '@lists.example.org',
])('nothing is at %j', (recipient) => {
  expect(read(recipient)).toBeUndefined();
});
