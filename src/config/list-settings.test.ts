import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

/** What is said of a list with these lines. */
function told(...lines: readonly string[]): string[] {
  const source = ['lists:', '  contributions:', ...lines.map((line) => `    ${line}`)].join('\n');
  return readSettings(source).problems.map(({ message }) => message);
}

test('a list needs no more than an address', () => {
  const { settings, problems } = readSettings('lists:\n  contributions:\n    address: list@office.example\n');
  expect(problems).toEqual([]);
  expect(settings.lists.contributions).toEqual({
    address: 'list@office.example',
    read: 'everyone',
    post: 'everyone',
    reply: 'everyone',
    others: 'held',
    moderators: [],
    maxMegabytes: 10,
    patches: { prefixes: [], default: true },
    contributions: { first: 'open' },
  });
});

test('a list without an address is a fault', () => {
  expect(told('title: Contributions')).toEqual([
    expect.stringMatching(/^lists\.contributions\.address: is not a mail address/),
  ]);
});

test.each([
  ['no address', 'address: nobody', 'address: is not a mail address'],
  [
    'an address with a display name',
    'address: "List <list@office.example>"',
    'address: is not a mail address',
  ],
  [
    'an address that hides a line',
    'address: "list@office.example\\nBcc: x@y.example"',
    'address: is not a mail address',
  ],
  ['an address that is a command', 'address: list+subscribe@office.example', 'address: has a +'],
])('%s is a fault', (_, line, message) => {
  expect(told(line)).toEqual([`lists.contributions.${message}`]);
});

test.each([
  ['post: members', 'post: is none of everyone, subscribers, moderators'],
  ['reply: members', 'reply: is none of everyone, subscribers, moderators'],
  ['read: subscribers', 'read: is neither everyone nor moderators'],
  ['others: bounced', 'others: is neither held nor refused'],
  ['moderators: [anna]', 'moderators.0: is not a mail address'],
  ['colour: red', 'colour: is not a setting'],
])('a list where it is written “%s” is told what is possible', (line, message) => {
  expect(told('address: list@office.example', line)).toEqual([`lists.contributions.${message}`]);
});

test('two lists cannot have one address', () => {
  const source = 'lists:\n  a: { address: list@office.example }\n  b: { address: List@office.example }\n';
  expect(readSettings(source).problems.map(({ message }) => message)).toEqual([
    'lists: gives two lists the same address',
  ]);
});

test('a fault in the lists leaves the other settings as they are', () => {
  const { settings, named } = readSettings('title: A wiki\nlists: { a: { address: nobody } }\n');
  expect(settings).toMatchObject({ title: 'A wiki', lists: {} });
  expect(named).toEqual(['title']);
});
