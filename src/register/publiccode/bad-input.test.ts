import { expect, test } from 'vitest';
import { example, read, wrong } from './example.fixture.ts';

test.each([
  ['nothing', '', ['empty']],
  ['a comment', '# soon\n', ['empty']],
  ['a list', '- name: x\n', ['not-a-mapping']],
  ['a text', 'publiccode\n', ['not-a-mapping']],
  ['HTML', '<!DOCTYPE html>\n<html><body>Not found</body></html>\n', ['not-a-mapping']],
])('%s is no publiccode.yml', (_, file, expected) => {
  expect(wrong(file)).toEqual(expected);
  expect(read(file).publiccode).toBeUndefined();
});

test('line ends of Windows change nothing', () => {
  const file = example().replaceAll('\n', '\r\n');
  expect(wrong(file)).toEqual([]);
  expect(read(file.replace('stable', 'sable')).findings).toMatchObject([{ line: 9, column: 1 }]);
});

test('a byte order mark is told, and lines count as before', () => {
  expect(read(`\ufeff${example()}x: 1\n`).findings).toMatchObject([
    { rule: 'byte-order-mark', line: 1 },
    { rule: 'unknown-key', line: example().split('\n').length, column: 1 },
  ]);
});

test.each([
  ['UTF-16', new Uint8Array([0xff, 0xfe, ...Buffer.from(example(), 'utf16le')])],
  ['Latin-1', Buffer.from(example().replace('council', 'conseil municipal à la mairie'), 'latin1')],
])('%s is not read', (_, bytes) => {
  expect(wrong(bytes)).toEqual(['encoding']);
});

test.each([
  ['a tab', 'name: x\nlegal:\n\tlicense: MIT\n', 'yaml-tab', 3],
  ['two documents', 'name: x\n---\nname: y\n', 'yaml-documents', 2],
  ['a tag', 'name: !!js/function x\n', 'yaml-tag', 1],
  ['an unclosed quote', 'name: "x\nurl: y\n', 'yaml-syntax', 3],
  ['a broken indentation', 'name: x\n url: y\n', 'yaml-syntax', 1],
  ['the same key twice', 'name: x\nname: y\n', 'duplicate-key', 2],
  ['an alias of nothing', 'name: *nobody\n', 'yaml-syntax', 1],
])('%s is told where it is', (_, file, rule, line) => {
  expect(read(file).findings.filter((finding) => finding.rule === rule)).toMatchObject([{ line }]);
});

test('the same key twice below is told too', () => {
  expect(wrong(`${example()}dependsOn:\n  open:\n    - name: a\n      name: b\n`)).toEqual([
    'duplicate-key name',
  ]);
});

test('a few aliases are followed', () => {
  const file = example()
    .replace('legal:', 'usedBy: [&town Town, *town]\nlegal:')
    .replace('license: EUPL-1.2', 'license: EUPL-1.2\n  mainCopyrightOwner: *town');
  expect(wrong(file)).toEqual([]);
  expect(read(file).publiccode).toMatchObject({
    usedBy: ['Town', 'Town'],
    legal: { mainCopyrightOwner: 'Town' },
  });
});

const bomb = `features: &a [${'x,'.repeat(300)}x]\n`;

test.each([
  ['deep flow collections', `a: ${'['.repeat(200_000)}`],
  ['deep lists', '- '.repeat(300_000)],
  ['deep mappings', Array.from({ length: 1000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
  ['many keys', Array.from({ length: 90_000 }, (_, n) => `k${n}: 1`).join('\n')],
  ['many items', `usedBy: [${'x,'.repeat(200_000)}x]`],
  [
    'many aliases',
    `${bomb}description:\n${Array.from({ length: 400 }, (_, n) => `  x-${n}: { features: *a }\n`).join('')}`,
  ],
])('%s end the reading, soon', (_, file) => {
  const start = performance.now();
  expect(wrong(file)).toContain('too-complex');
  expect(performance.now() - start).toBeLessThan(8000);
});

test('an alias in itself ends the reading of that value', () => {
  expect(wrong('supports: &a [*a, { id: *a }]\n')).toContain('wrong-type supports[0]');
});

test('a file that is too large is not read', () => {
  expect(read(new Uint8Array(1024 * 1024 + 1)).findings).toMatchObject([{ rule: 'file-size' }]);
});

test('a file that is no YAML is told so a few times, and nothing else of it', () => {
  const { findings, publiccode } = read('a: "\n]}\n'.repeat(1000));
  expect(publiccode).toBeUndefined();
  expect(findings.map(({ rule }) => rule)).toEqual(Array(5).fill('yaml-syntax'));
});
