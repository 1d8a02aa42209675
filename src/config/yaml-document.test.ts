import { expect, test } from 'vitest';
import { yamlDocument } from './yaml-document.ts';

const nested = (open: string, levels: number, end = 'a') => open.repeat(levels) + end;

test.each([
  ['keys that are maps', nested('? ', 400)],
  ['lists of lists', nested('- ', 5_000)],
  ['lists in brackets', `a: ${nested('[', 60_000, '')}`],
  ['maps in braces', `a: ${nested('{a: ', 5_000, '')}`],
  ['maps by their indentation', Array.from({ length: 100 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
])('%s without end are refused before a document is made of them', (_, source) => {
  expect(() => yamlDocument(source, {})).toThrow('it goes more than 40 levels deep');
});

test.each([
  ['a list of a thousand', nested('- a\n', 1_000, '')],
  ['a thousand maps in brackets', `[${nested('{a: [1]},', 1_000, '')}]`],
  ['a text that is indented by much', `a: |\n${' '.repeat(60)}b`],
  ['twelve levels', nested('- ', 12)],
])('%s is a document', (_, source) => {
  expect(yamlDocument(source, {}).errors).toEqual([]);
});
